import type { ApiOptions } from "@agent-chats/client";
import type { Case } from "../../src/case.ts";

/** The two ways to call an operation through the client. */
export function waysToCall(sample: Case): { way: string; call: (options: ApiOptions) => Promise<unknown> }[] {
  return [
    {
      way: "the vendor's method",
      call: (options) => ("list" in sample ? sample.list(options).page() : sample.call(options)),
    },
    { way: "the path", call: (options) => sample.byPath(options) },
  ];
}
