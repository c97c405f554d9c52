import type { AuditFinding } from '@/domain/sessions';
import { Banner } from '@/ui';

/** What did not fit together in this session when it was opened, and what became of it. Almost never there. */
export function FindingsNote({ findings }: { readonly findings: readonly AuditFinding[] }) {
  if (findings.length === 0) return null;
  const aside = findings.filter((finding) => finding.outcome === 'set-aside').length;
  return (
    <Banner
      tone={aside > 0 ? 'warning' : 'info'}
      title={
        aside > 0
          ? 'Something in this session could not be read. It was set aside; nothing was deleted.'
          : 'Something in this session did not fit together. It was put right; nothing was deleted.'
      }
    >
      <ul className="list-disc pl-5">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.subject}`} className="break-words">
            {finding.message}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
