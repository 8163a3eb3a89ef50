import type { Operation } from "@agent-chats/schema";
import { createRandom } from "../random.ts";
import type { Listing } from "./check.ts";
import { type Churning, createChurning } from "./churning.ts";
import type { ListDials } from "./list-dials.ts";
import { createOrdering, type Ordering } from "./order.ts";

/** Dials at work: how a server treats the requests of one operation. */
export interface Behaviour {
  readonly latencyMs: number;
  /** The operation as the server reads its requests: without the parameters that it ignores. */
  readonly operation: Operation;
  /** Most items of a page. */
  readonly clamp: number;
  readonly churn: Churning;
  readonly order: Ordering;
}

/** The behaviour of an operation that has no dials. */
export function behaveWell(operation: Operation): Behaviour {
  return { latencyMs: 0, operation, clamp: Number.POSITIVE_INFINITY, churn: () => {}, order: (list) => list.items };
}

/** Puts dials to work. They must have been checked. `name` keeps the chance of one operation from that of another. */
export function createBehaviour(operation: Listing, dials: ListDials, seed: number, name: string): Behaviour {
  const { ignore = [], latencyMs = 0, clamp = Number.POSITIVE_INFINITY } = dials;
  const parameters = operation.parameters.filter((parameter) => !ignore.includes(parameter.name));
  return {
    latencyMs,
    clamp,
    operation: { ...operation, parameters },
    churn: createChurning(createRandom(`${seed}/${name}/churn`), dials.churn),
    order: createOrdering(operation.pagination, dials.order),
  };
}
