import type { ApiOptions, Listing, Success, WalkOptions } from "@agent-chats/client";

/** An operation that lists, called by the client's own method. */
export interface ListingCase extends CommonCase {
  readonly list: (options: ApiOptions, walk?: WalkOptions) => Listing<unknown>;
}

/** Any other operation, called by the client's own method. */
interface CallCase extends CommonCase {
  readonly call: (options: ApiOptions) => Promise<unknown>;
  /** JSON Pointer to what the method gives of the body. */
  readonly gives: string;
}

/** How an operation is called through the client, with valid parameters: all of those that the method takes. */
export type Case = ListingCase | CallCase;

interface CommonCase {
  /** The same call by path, with the same parameters. */
  readonly byPath: (options: ApiOptions) => Promise<Success<unknown>>;
  readonly wire: Wire;
}

/** What either call puts on the wire, byte for byte. */
interface Wire {
  /** Method, path and query, from the root of the API. */
  readonly line: string;
  /** The same with `arrayFormat: "documented"`, where that differs. */
  readonly documentedLine?: string;
  /** Headers beside `accept` and `authorization`, which every request carries. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** All cases of a vendor. */
export interface Cases {
  /** By operation. */
  readonly operations: Readonly<Record<string, Case>>;
}

/** The cases of a vendor with that operation table: one for each operation, and none for others. */
export interface CasesOf<Table extends { operations: object }> extends Cases {
  readonly operations: { readonly [Id in keyof Table["operations"]]: Case };
}
