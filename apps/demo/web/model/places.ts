import type { Pages } from "./pages.ts";
import type { ReadPage, Row } from "./row.ts";

/** A list as it was left. */
export interface LeftList {
  /** The address that it was of. */
  readonly key: string;
  /** Its reader, which knows the instants that its ages were when it was begun. */
  readonly read: ReadPage<Row>;
  pages: Pages<Row>;
  /** Pixels. */
  scrollTop: number;
}

const most = 12;

/** The lists of the entries of the history, so that going back finds each as it was left. The oldest are forgotten. */
const lists = new Map<string, LeftList>();

/** The list of an entry; a new one where it has none, or one of another address. */
export function listAt(entry: string, key: string, open: () => ReadPage<Row>, begin: () => Pages<Row>): LeftList {
  const known = lists.get(entry);
  if (known?.key === key) return known;
  const list: LeftList = { key, read: open(), pages: begin(), scrollTop: 0 };
  lists.delete(entry);
  lists.set(entry, list);
  const [oldest] = lists.keys();
  if (lists.size > most && oldest !== undefined) lists.delete(oldest);
  return list;
}
