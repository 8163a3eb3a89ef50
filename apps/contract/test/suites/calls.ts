import type { ApiOptions } from "@agent-chats/client";
import type { Case } from "../../src/case.ts";

/** A way to call an operation through the client. */
interface Way {
  readonly way: string;
  readonly call: (options: ApiOptions) => Promise<unknown>;
  /** Whether it lists: an error then has a cursor, to go on from. */
  readonly isListed: boolean;
}

/** The two ways to call an operation through the client. */
export function waysToCall(sample: Case): Way[] {
  return [
    {
      way: "the vendor's method",
      isListed: "list" in sample,
      call: (options) => ("list" in sample ? sample.list(options).page() : sample.call(options)),
    },
    { way: "the path", isListed: false, call: (options) => sample.byPath(options) },
  ];
}
