export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A quiet ground with text that can be read on it. */
export const softTone: Record<Tone, string> = {
  neutral: 'bg-hover text-text-muted',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
};
