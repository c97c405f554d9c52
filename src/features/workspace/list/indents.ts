/** The room before a task, by depth; less of it where there is little. */
export const indents: readonly string[] = [
  '',
  'pl-1',
  'pl-5 @md:pl-7',
  'pl-9 @md:pl-13',
  'pl-13 @md:pl-19',
  'pl-17 @md:pl-25',
  'pl-17 @md:pl-31',
];
