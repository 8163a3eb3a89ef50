/** Sends a request and gives its response. */
export type Send = (request: Request) => Promise<Response>;

/** A page as a hand-written loop sees it. */
export interface RivalPage {
  readonly ids: readonly string[];
  /** The number of all items, where the vendor says it. */
  readonly total: number | undefined;
}

/** A list that a rival walks. */
export interface Target {
  /** `offset`: the next page may begin anywhere. `page`: only at a multiple of the size. */
  readonly style: "offset" | "page";
  /** Asks for `size` items from `start` on; with page numbers `start` is a multiple of the size. */
  read(start: number, size: number): Promise<RivalPage>;
}
