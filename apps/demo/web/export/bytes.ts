import { toNumber } from "../format/words.ts";

/** A number of bytes in the unit that fits. */
export function toBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${toNumber(bytes / 1000)} kB` : `${toNumber(bytes / 1_000_000, 1)} MB`;
}
