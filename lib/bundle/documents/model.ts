import type { BookPicture } from '../types.ts';

/** Words inside a line. `blank` is a fact that is missing and must stay visible; `reference` leads to `target`. */
export type Inline =
  | { kind: 'text'; text: string; bold?: boolean }
  | { kind: 'blank'; text: string }
  | { kind: 'reference'; text: string; target: string };

export interface Heading {
  kind: 'heading';
  level: 1 | 2;
  text: string;
  anchor?: string;
}

/** `body` has the first line indented by two characters; `note` is small print; `centred` stands under a title. */
export interface Paragraph {
  kind: 'paragraph';
  style: 'body' | 'note' | 'centred';
  content: Inline[];
  /** Stands on one page with what follows. */
  keepWithNext?: true;
}

/** A numbered paragraph, such as `1．`. */
export interface NumberedItem {
  kind: 'item';
  label: string;
  content: Inline[];
  /** Stands on one page with what follows. */
  keepWithNext?: true;
}

/** Labels with their values, set as a two-column form. */
export interface Fields {
  kind: 'fields';
  rows: { label: string; value: Inline[] }[];
}

export interface Column {
  title: string;
  /** Share of the table's width, relative to the other columns. */
  share: number;
  align?: 'left' | 'center';
}

export type TableRow =
  | { kind: 'cells'; cells: Inline[][]; anchor?: string }
  /** A line across all columns that names what follows. */
  | { kind: 'group'; text: string };

export interface Table {
  kind: 'table';
  columns: Column[];
  rows: TableRow[];
  /** Smaller print, for lists of files and digests. */
  dense?: boolean;
}

/** Lines to be filled in by hand, at the right-hand side. */
export interface Signature {
  kind: 'signature';
  lines: { label: string; fill: 'name' | 'date' }[];
}

export interface Picture {
  kind: 'picture';
  picture: BookPicture;
  /** Printed above each part of the picture; the part is added when the picture goes over several pages. */
  caption: string;
}

/** A table of contents with page numbers. */
export interface Contents {
  kind: 'contents';
  entries: { level: 1 | 2; text: string; page: string; target: string }[];
}

export type Block =
  | { kind: 'title'; text: string }
  | Heading
  | Paragraph
  | NumberedItem
  | Fields
  | Table
  | Signature
  | Picture
  | Contents
  | { kind: 'pageBreak' };

/** Pages of one kind. `pictures` has narrow margins so that screenshots come out as large as the paper allows. */
export interface Section {
  paper: 'portrait' | 'landscape' | 'pictures';
  /** Left and right words above each page; absent on a page that needs none. */
  header?: { left: string; right: string };
  /** Where links and bookmarks to the start of this section go. */
  anchor: string;
  blocks: Block[];
}

/** A bookmark of the outline; `children` are shown below it. */
export interface Bookmark {
  title: string;
  target: string;
  children: Bookmark[];
}

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

export function bold(words: string): Inline {
  return { kind: 'text', text: words, bold: true };
}

/** The visible place of a missing fact: 【待补】 or 【待补：what】. */
export function blank(what = ''): Inline {
  return { kind: 'blank', text: what ? `【待补：${what}】` : '【待补】' };
}

/** The words when they are known, otherwise a visible blank. */
export function known(words: string | undefined, what = ''): Inline {
  const trimmed = words?.trim();
  return trimmed ? text(trimmed) : blank(what);
}

/** Rows for a table; one that says there are none when it would be empty. */
export function rowsOrNone(rows: TableRow[]): TableRow[] {
  return rows.length > 0 ? rows : [{ kind: 'group', text: '（无）' }];
}

export function plainText(content: Inline[]): string {
  return content.map((inline) => inline.text).join('');
}
