import { type Mutation, nameOf } from "./mutation.ts";

/** One mutant of each kind, of those that are noticed soonest. */
export const quickNames: readonly string[] = [
  "spec: off-by-one a limit: cotool /paths/~1api~1agents~1{agentId}~1chats/get/parameters/1/schema minimum 1 to 0",
  "client: ignore a total: pagination/source.ts: it is the length of the page",
  "emulator: off-by-one page: page.ts: every page begins one item late",
  "harness: warning ignored: src/complaints.ts: in what is printed",
];

/** Whether a mutation is one of the few that a quick run tries. */
export function isQuick(mutation: Pick<Mutation, "of" | "operator" | "place">): boolean {
  return quickNames.includes(nameOf(mutation));
}
