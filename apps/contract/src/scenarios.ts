import type { WalkOptions } from "@agent-chats/client";
import type { ListDials } from "@agent-chats/emulator";
import fc from "fast-check";
import type { Scenario } from "./simulation.ts";
import { type SpecOperation, specs } from "./specs.ts";

const listings = specs.flatMap(({ operations }) => operations.filter(({ pagination }) => pagination));

const rarely = <Value>(usual: Value, rare: fc.Arbitrary<Value>, weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
const amount = fc.constantFrom(0, 0, 1, { atMost: 1 }, { atMost: 3 }, 2);

/** Parameters that a server may not heed, and the walk cannot know. */
function ignored({ pagination }: SpecOperation): fc.Arbitrary<string[]> {
  const { position = "", size = "", createdRange } = pagination ?? {};
  return fc.constantFrom([position], [size], ...(createdRange ? [Object.values(createdRange)] : []));
}

const dialsOf = (operation: SpecOperation): fc.Arbitrary<ListDials> =>
  fc.record({
    order: fc.option(
      fc.record({
        by: fc.constantFrom("created", "updated", "arbitrary"),
        direction: fc.constantFrom("ascending", "descending"),
      }),
      { nil: undefined },
    ),
    clamp: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    churn: fc.option(fc.record({ inserts: amount, updates: amount, deletes: amount }), { nil: undefined, freq: 6 }),
    ignore: rarely([], ignored(operation), 15),
  });

const walk: fc.Arbitrary<WalkOptions> = fc.record({
  pageSize: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(100)),
  consistency: fc.constantFrom("ordered", "exact"),
  readAhead: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
  settle: rarely(true, fc.constant(false), 8),
});

/** Few chats: what goes wrong goes wrong with few. An agent of Cotool's has a sixth of all. */
const chatsOf = ({ id }: SpecOperation) => {
  if (id === "listMessages") return fc.integer({ min: 1, max: 40 });
  return fc.integer({ min: 0, max: id === "listAgentChats" ? 700 : 120 });
};

const scenarioOf = (operation: SpecOperation, crashes: number): fc.Arbitrary<Scenario> =>
  fc.record({
    operation: fc.constant(operation.id),
    seed: fc.nat(),
    chats: chatsOf(operation),
    dials: dialsOf(operation),
    walk,
    failures: rarely(0, fc.constant(0.1), 4),
    crashes: fc.constant(crashes),
  });

/** Scenarios of every listing. `crashes` is how often a walk is left at the most. */
export function scenarios(crashes: number): fc.Arbitrary<Scenario> {
  return fc.constantFrom(...listings).chain((operation) => scenarioOf(operation, crashes));
}
