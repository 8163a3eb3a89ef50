import type { Receipt } from "@agent-chats/client";
import type { FormatName } from "./formats.ts";

/** What one walk of an export says. */
export interface WalkReceipt extends Partial<Receipt> {
  readonly vendor: string;
  /** Which list of the vendor's, where it has more than one. */
  readonly list?: string;
  readonly complete: boolean | "unknown";
}

/** What was exported: told before the walk begins. */
export interface ExportQuery {
  /** Name of the view. */
  readonly view: string;
  /** The query of the page's address: opens the same list. */
  readonly address: string;
  /** The filters as the client was given them. */
  readonly filters: unknown;
}

/** What stands beside an exported file, so that one can tell later what it holds, and whether it is whole. */
export interface Manifest extends ExportQuery {
  readonly file: string;
  readonly format: FormatName;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** `true` where every walk says that it gave everything. */
  readonly complete: boolean | "unknown";
  readonly walks: readonly WalkReceipt[];
  /** Vendors that were not asked, because they cannot answer these filters. */
  readonly leftOut: readonly string[];
}

/** Whether everything was exported: as sure as the least sure of the walks. */
export function isComplete(walks: readonly WalkReceipt[]): boolean | "unknown" {
  if (walks.length === 0 || walks.some(({ complete }) => complete === false)) return false;
  return walks.every(({ complete }) => complete === true) || "unknown";
}
