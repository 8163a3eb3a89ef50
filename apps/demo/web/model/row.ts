import type { Page } from "@agent-chats/client";
import type { UnifiedChat } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";
import type { Report } from "./report.ts";

/** How a state is coloured. */
export type Tone = "neutral" | "progress" | "good" | "warning" | "bad";

/** What a filter would have to say so that a list holds the chats with the same value. */
export interface ValueTerm {
  readonly name: string;
  readonly value: string;
}

/** A value as data; how each kind looks is decided in one place, for every vendor. */
export type Value = {
  /** The filter that its value can be clicked for. */
  readonly term?: ValueTerm | undefined;
} & (
  | { readonly kind: "text"; readonly text: string | null | undefined }
  /** An identifier: the table shows its beginning, the details all of it. */
  | { readonly kind: "id"; readonly id: string | null | undefined }
  | {
      readonly kind: "badge";
      readonly label: string | undefined;
      readonly tone: Tone;
      /** Another state that it has at the same time. */
      readonly second?: { readonly label: string; readonly tone: Tone } | undefined;
    }
  | { readonly kind: "time"; readonly at: string | null | undefined }
  /** `digits` follow the point, so that the numbers of a column align. Default: none. */
  | { readonly kind: "number"; readonly value: number | null | undefined; readonly digits?: number }
  /** An address of the web, shown with the host that it leads to. */
  | { readonly kind: "link"; readonly url: string | null | undefined }
);

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
  readonly filter?: ValueTerm;
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
export type ReadPage<Item> = (
  cursor: string | undefined,
  signal: AbortSignal,
) => Promise<Page<Item> & { readonly report?: Report }>;

/** A chat as the page shows it, whatever the vendor. */
export interface Row {
  /** Unique in its list. */
  readonly id: string;
  readonly vendor: VendorId;
  /** The time by which its list is ordered, in milliseconds since 1970, where it is known to be. */
  readonly orderMs?: number;
  readonly title: string | null | undefined;
  /** Where it is from, in a list of several vendors; shown where there is no room for a column. */
  readonly origin?: string;
  /** What stands beside the title, in a few words. */
  readonly hint?: string | null | undefined;
  readonly state: Value & { kind: "badge" };
  /** What it can be counted by, where its list has such filters. */
  readonly terms?: readonly ValueTerm[];
  /** One value a column. */
  readonly cells: readonly Value[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  /** The conversation, where it can be read. */
  readonly readTurns?: ReadPage<Turn>;
  /** The newest message, where the listing brings it along. */
  readonly latest?: Turn | undefined;
  /** The chat in the envelope that all vendors share, in a list of all. */
  readonly chat?: UnifiedChat;
  /** The chat as it arrived. */
  readonly raw: unknown;
}
