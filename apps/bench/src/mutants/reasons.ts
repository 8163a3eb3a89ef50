import reasons from "./reasons.json" with { type: "json" };

/** Where a mistake was made. */
export interface Site {
  /** Such as `chain.ts`. */
  readonly file: string;
  /** The line as it was, without the space around it. */
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** Where in the line, from 0. */
  readonly column: number;
}

/** Why no test can notice a mistake, or none should; `undefined` where nobody said so. */
export function reasonFor(site: Site): string | undefined {
  return reasons.find((known) => isSame(known, site))?.reason;
}

/** Reasons for mistakes that tests do notice: they are outlived. */
export function staleReasons(killed: readonly Site[]): string[] {
  const outlived = reasons.filter((known) => killed.some((site) => isSame(known, site)));
  return outlived.map(
    ({ file, line, from, to }) => `Outlived, as a test notices it: ${file}, ${line}: ${from} to ${to}`,
  );
}

function isSame(known: Omit<Site, "column"> & { column?: number }, site: Site): boolean {
  const isHere = known.column === undefined || known.column === site.column;
  return (
    isHere && known.file === site.file && known.line === site.line && known.from === site.from && known.to === site.to
  );
}
