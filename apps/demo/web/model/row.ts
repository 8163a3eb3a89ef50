import type { Page } from "@agent-chats/client";

/** How a state is coloured. */
export type Tone = "neutral" | "progress" | "good" | "warning" | "bad";

/** A value as data; how each kind looks is decided in one place, for every vendor. */
export type Value =
  | { readonly kind: "text"; readonly text: string | null | undefined }
  /** An identifier: the table shows its beginning, the details all of it. */
  | { readonly kind: "id"; readonly id: string | null | undefined }
  | { readonly kind: "badge"; readonly label: string | undefined; readonly tone: Tone }
  | { readonly kind: "time"; readonly at: string | null | undefined }
  /** `digits` follow the point, so that the numbers of a column align. Default: none. */
  | { readonly kind: "number"; readonly value: number | null | undefined; readonly digits?: number };

/** A column of a vendor's table, after the title. */
export interface ColumnHead {
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** The narrowest table in which it is shown. Default: any. */
  readonly from?: "medium" | "wide" | "widest";
  readonly align?: "end";
}

/** A line of the details. */
export interface Fact {
  readonly label: string;
  readonly value: Value;
  /** Filter that lists the chats with the same value. */
  readonly filter?: { readonly name: string; readonly value: string };
}

/** A longer text of the details, such as a result or an error. */
export interface Note {
  readonly label: string;
  readonly text: string | readonly string[];
  readonly tone?: Tone;
}

/** A piece of a message. Of its members only `type` is certain; unknown types are shown as data. */
export type Part = Readonly<Record<string, unknown>> & { readonly type: string };

/** A message of a conversation, whatever the vendor. */
export interface Turn {
  readonly id: string;
  readonly author: string;
  /** Written by the agent, not by a person. */
  readonly isAgent: boolean;
  readonly at: string | null | undefined;
  /** Shown unless the message simply succeeded. */
  readonly state?: Value & { kind: "badge" };
  readonly error?: string | null | undefined;
  readonly parts: readonly Part[];
}

/** Reads one page: the first, or the one at a cursor. */
export type ReadPage<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

/** A chat as the page shows it, whatever the vendor. */
export interface Row {
  readonly id: string;
  readonly title: string | null | undefined;
  /** What stands beside the title, in a few words. */
  readonly hint?: string | null | undefined;
  readonly state: Value & { kind: "badge" };
  /** One value a column. */
  readonly cells: readonly Value[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  /** The conversation, where it can be read. */
  readonly readTurns?: ReadPage<Turn>;
  /** The newest message, where the listing brings it along. */
  readonly latest?: Turn | undefined;
  /** The chat as it arrived. */
  readonly raw: unknown;
}
