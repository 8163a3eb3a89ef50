import type { VendorId } from "@agent-chats/schema";

/** A request that arrived. Holds no header, so that no token stands in a log. */
export interface RequestRecord {
  /** Null where the address leads to no vendor. */
  readonly vendor: VendorId | null;
  /** Id of the operation; null where there is none. */
  readonly operation: string | null;
  readonly method: string;
  /** Path and raw query. */
  readonly url: string;
  /** The status answered; null while there is no answer, and where the caller gave up before. */
  readonly status: number | null;
}

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
