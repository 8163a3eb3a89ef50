import type { Chain, Joined } from "./chain.ts";
import { createLoopGuard } from "./loop-guard.ts";
import { createPatience } from "./patience.ts";
import type { Answer } from "./source.ts";
import type { Given, Judged, WalkContext } from "./strategy.ts";
import type { Ask } from "./window.ts";

/** What an answer does for a walk along a chain. */
interface Advance<Item> {
  readonly joined: Joined<Item> | undefined;
  readonly give: readonly Given<Item>[];
  /** What to ask for where the answer did not join, and there is somewhere left to look. */
  readonly retreat: Ask | undefined;
  /** Whether the items are gone by which the cursor finds its place. */
  readonly isLost: boolean;
  /** What stands in the way of going on; `own` is what the walk itself finds wrong, and asked only where it matters. */
  toProblem(own: () => string | undefined): string | undefined;
}

/** Watches that a walk gets on: that the server heeds the position, and that the list can be read at all. */
export interface Progress {
  /** Looks at an answer that is of no chain. */
  look(answer: Answer<unknown>): void;
  /** Adds an answer to a chain. */
  add<Item>(chain: Chain<Item>, answer: Judged<Item>): Advance<Item>;
}

/** Makes a watch over a walk that has not begun. */
export function createProgress({ journal, order }: Pick<WalkContext, "journal" | "order">): Progress {
  const guard = createLoopGuard(order);
  const patience = createPatience(journal);
  return {
    look: (answer) => void guard.check(answer),
    add(chain, answer) {
      const loop = guard.check(answer);
      journal.isInDoubt ||= guard.isSuspicious;
      const joined = chain.join(answer);
      const give = joined?.fresh ?? [];
      const impatience = patience.spend(give, answer);
      const retreat = joined ? undefined : chain.retreat(answer);
      const canGoOn = joined !== undefined || retreat !== undefined;
      const isLost = !canGoOn && chain.isSeeking;
      const gone = "no longer holds the items by which the walk finds its place";
      return { joined, give, retreat, isLost, toProblem: (own) => loop ?? (canGoOn ? own() : gone) ?? impatience };
    },
  };
}

/** The problem of an answer that has nothing, although the total promises something; `undefined` where it does not. */
export function nothingBehind({ window, total }: Answer<unknown>): string | undefined {
  if (total === undefined || total <= window.start) return undefined;
  return `gives nothing behind position ${window.start}, although it counts ${total} items`;
}
