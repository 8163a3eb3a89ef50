import type { JsonSchemas, Operation } from "@agent-chats/schema";
import { createDrifting, type Drifting } from "../drift/drifting.ts";
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
  readonly drift: Drifting;
}

/** The operation that behaves. */
export interface Behaving {
  /** Where its dials stand, for messages. */
  readonly path: string;
  readonly operation: Listing;
  readonly jsonSchemas: JsonSchemas;
  /** `name` keeps the chance of one operation from that of another. */
  readonly chance: { readonly seed: number; readonly name: string };
}

/** The behaviour of an operation that has no dials. */
export function behaveWell(operation: Operation): Behaviour {
  return {
    latencyMs: 0,
    operation,
    clamp: Number.POSITIVE_INFINITY,
    churn: () => {},
    order: (list) => list.items,
    drift: (body) => body,
  };
}

/**
 * Puts dials to work. They must have been checked.
 *
 * @throws {RangeError} where answers cannot drift as the dials say.
 */
export function createBehaviour({ path, operation, jsonSchemas, chance }: Behaving, dials: ListDials): Behaviour {
  const { ignore = [], latencyMs = 0, clamp = Number.POSITIVE_INFINITY } = dials;
  const parameters = operation.parameters.filter((parameter) => !ignore.includes(parameter.name));
  const randomFor = (what: string) => createRandom(`${chance.seed}/${chance.name}/${what}`);
  return {
    latencyMs,
    clamp,
    operation: { ...operation, parameters },
    churn: createChurning(randomFor("churn"), dials.churn),
    order: createOrdering(operation.pagination, dials.order),
    drift: createDrifting(`${path}.drift`, dials.drift ?? [], operation, jsonSchemas, randomFor("drift")),
  };
}
