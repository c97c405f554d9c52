/**
 * Says of a row that it was changed just now, and not by a hand in this list. Where there is a mouse it stands where the buttons of the
 * row come when they are wanted: in the line it would push the rows below up and down again, from under the pointer.
 */
export function UpdatedMark() {
  return (
    <span className="rounded-sm bg-accent px-1 text-xs font-medium text-accent-contrast transition-opacity pointer-fine:@md:pointer-events-none pointer-fine:@md:absolute pointer-fine:@md:top-2.5 pointer-fine:@md:right-0.5 pointer-fine:@md:px-0.5 pointer-fine:@md:group-focus-within/row:opacity-0 pointer-fine:@md:group-hover/row:opacity-0">
      Updated
    </span>
  );
}
