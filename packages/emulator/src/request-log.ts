import type { VendorId } from "@agent-chats/schema";
import type { FaultKind } from "./faults/fault.ts";

/** A request that arrived. Holds no header and no body, so that no token and no secret stands in a log. */
export interface RequestRecord {
  /** Null where the address leads to no vendor. */
  readonly vendor: VendorId | null;
  /** Id of the operation; null where there is none. */
  readonly operation: string | null;
  readonly method: string;
  /** Path and raw query, with `[redacted]` where a credential stood. */
  readonly url: string;
  /** The status answered; null while there is no answer, where none came, and where the caller gave up before. */
  readonly status: number | null;
  /** What was done to the answer; absent where nothing was. Such an answer says nothing of how well anything conforms. */
  readonly fault?: FaultKind;
  /** Whether a dial made the answer deviate from the spec; absent where none did. */
  readonly drifted?: true;
}

/** What becomes known of a request while it is answered. */
export type Noted = Pick<Partial<RequestRecord>, "operation" | "fault" | "drifted">;

/** The newest requests. */
export interface RequestLog {
  readonly records: readonly RequestRecord[];
  /** Notes an arrival; returns the record, to be completed. */
  add(record: RequestRecord): { -readonly [Key in keyof RequestRecord]: RequestRecord[Key] };
  clear(): void;
}

/** Makes a log that keeps the last `capacity` requests. */
export function createRequestLog(capacity = 10_000): RequestLog {
  const records: RequestRecord[] = [];
  return {
    records,
    add(record) {
      if (records.length === capacity) records.shift();
      const added = { ...record };
      records.push(added);
      return added;
    },
    clear() {
      records.length = 0;
    },
  };
}
