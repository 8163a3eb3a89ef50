import type { ChangingList } from "../changing-list.ts";
import type { Random } from "../random.ts";
import type { Amount, Churn } from "./list-dials.ts";

/** Changes a list as it changes between two requests; at the first request nothing. */
export type Churning = (list: ChangingList<unknown>) => void;

/** The churning of an operation. */
export function createChurning(random: Random, churn: Churn | undefined): Churning {
  if (!churn) return () => {};
  const { inserts = 0, updates = 0, deletes = 0 } = churn;
  let isFirst = true;
  return (list) => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    repeat(draw(random, deletes), () => hitOne(random, list, (index) => list.remove(index)));
    repeat(draw(random, updates), () => hitOne(random, list, (index) => list.update(index)));
    repeat(draw(random, inserts), () => list.insert());
  };
}

function draw(random: Random, amount: Amount): number {
  return typeof amount === "number" ? amount : random.integer(0, amount.atMost);
}

function repeat(times: number, action: () => void): void {
  for (let count = 0; count < times; count += 1) action();
}

/** An empty list has nothing to hit. */
function hitOne(random: Random, { items }: ChangingList<unknown>, action: (index: number) => void): void {
  if (items.length > 0) action(random.integer(0, items.length - 1));
}
