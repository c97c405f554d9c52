import type { Millis } from '@/domain/workspace';

/** When something was said, as the person's own clock has it. */
export function MessageTime({ at }: { readonly at: Millis }) {
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={date.toLocaleString()}
      className="px-1 text-xs text-text-muted tabular-nums"
    >
      {date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}
