import { type Given, isNewcomer, type Journal } from "./strategy.ts";

/** Answers that may bring nothing that existed when the walk began, beyond as many as the list needs. */
const mostBarren = 16;
/** How many times as many answers as the list needs a walk may take. */
const most = 4;

/** Notices a list that changes faster than it can be read: a walk of it would never end. */
export interface Patience {
  /** Counts an answer and what it brought. Says what the list does wrong, where it has to. */
  spend(
    give: readonly Given<unknown>[],
    answer: { readonly requests: number; readonly rows: readonly unknown[] },
  ): string | undefined;
}

/** Makes a patience that has not been tried. It is fresh again after it has ended. */
export function createPatience(journal: Journal): Patience {
  let [answers, barren, fullest, oldRows] = [0, 0, 0, 0];
  return {
    spend(give, { requests, rows }) {
      const old = give.filter(({ row }) => !isNewcomer(journal, row)).length;
      answers += requests;
      oldRows += old;
      barren = old > 0 ? 0 : barren + requests;
      fullest = Math.max(fullest, rows.length);
      const needed = oldRows / Math.max(1, fullest - 1);
      if (barren <= mostBarren + needed && answers <= most * (mostBarren + needed)) return undefined;
      [answers, barren, oldRows] = [0, 0, 0];
      return "changes faster than it can be read";
    },
  };
}
