/** What went wrong with what was just pressed. */
export function Problem({ message }: { readonly message: string | null }) {
  return message === null ? null : (
    <p role="alert" className="text-sm text-pretty break-words text-danger-text">
      {message}
    </p>
  );
}
