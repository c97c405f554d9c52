/** Why something was not done. The region is there before the words, so that they are read out when they come. */
export function Problem({ text }: { readonly text: string | null }) {
  return (
    <p role="alert" className="break-words text-danger-text empty:hidden">
      {text}
    </p>
  );
}
