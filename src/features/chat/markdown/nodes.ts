/** A piece of a line of text. */
export type InlineNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'strike'; readonly children: readonly InlineNode[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  /** `address` as it was written; whether it may be followed is decided where it is shown. */
  | { readonly type: 'link'; readonly address: string; readonly children: readonly InlineNode[] }
  | { readonly type: 'image'; readonly address: string; readonly alt: string };

export interface ListItem {
  /** The source, by which an item is known again while the list grows. */
  readonly raw: string;
  /** Null for an ordinary item, else whether the task is done. */
  readonly isDone: boolean | null;
  readonly blocks: readonly BlockNode[];
}

export interface TableRow {
  readonly raw: string;
  readonly cells: readonly (readonly InlineNode[])[];
}

/** What stands by itself in a text. No member holds HTML: what looks like it is text. */
export type BlockNode =
  | { readonly type: 'paragraph'; readonly children: readonly InlineNode[] }
  /** Text in a tight list, without the space around it that a paragraph has. */
  | { readonly type: 'line'; readonly children: readonly InlineNode[] }
  | { readonly type: 'heading'; readonly depth: number; readonly children: readonly InlineNode[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: readonly BlockNode[] }
  | {
      readonly type: 'list';
      /** The first number; null for a list without numbers. */
      readonly start: number | null;
      readonly isLoose: boolean;
      readonly items: readonly ListItem[];
    }
  | {
      readonly type: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly header: TableRow;
      readonly rows: readonly TableRow[];
    }
  | { readonly type: 'rule' };
