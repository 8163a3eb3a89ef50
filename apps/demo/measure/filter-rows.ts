import { createCargo } from "@agent-chats/client/cargo";
import { createMatcher, toUnifiedChat } from "@agent-chats/client/unified";
import { parseQuery } from "../web/query/parse.ts";
import { toFilter } from "../web/query/to-filter.ts";

/** What is typed, from the cheapest to the dearest. */
export const queries = ["state:failed", 'since:30d "account"', "state:failed,done -trigger:workflow cost:0..50 enrich"];

/** Runs of each, of which the median counts. */
const runs = 9;

/**
 * Loads chats into memory, and filters them by the page's own predicate. Runs in the browser; returns milliseconds and
 * the number of chats that match, for each query.
 */
export async function filterRows(baseUrl: string, wanted: number) {
  const cargo = createCargo({ token: "held-by-the-server", baseUrl });
  const chats = (await cargo.chats.list({}, { pageSize: 2000 }).toArray()).map((chat) => toUnifiedChat("cargo", chat));
  if (chats.length !== wanted) throw new Error(`${chats.length} chats came, not ${wanted}.`);
  return queries.map((query) => {
    const matches = createMatcher(toFilter(parseQuery(query).terms, Date.now()));
    let found = 0;
    const times = Array.from({ length: runs }, () => {
      const startedAt = performance.now();
      found = chats.filter(matches).length;
      return performance.now() - startedAt;
    });
    return { ms: times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] as number, found };
  });
}

Object.assign(globalThis, { filterRows });
