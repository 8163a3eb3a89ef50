import type { ListDials } from "@agent-chats/emulator";
import type { Pagination } from "@agent-chats/schema";

/** What a server does while it is walked. */
export interface Scenario {
  readonly name: string;
  dials(pagination: Pagination): ListDials;
}

/** Items that are asked for at a time. */
export const pageSize = 50;

/** A list by update, the newest first: what changes moves to its head. */
const byUpdate = { order: { by: "updated" } } as const;

/** The scenarios, from harmless to hostile. */
export const scenarios: readonly Scenario[] = [
  { name: "A quiet list", dials: () => ({}) },
  { name: "2 inserts between two requests", dials: () => ({ churn: { inserts: 2 } }) },
  { name: "3 deletes between two requests", dials: () => ({ churn: { deletes: 3 } }) },
  {
    name: "2 updates between two requests, listed by update, the newest first",
    dials: () => ({ ...byUpdate, churn: { updates: 2 } }),
  },
  {
    name: "A storm: 1 insert, 2 updates and 3 deletes between two requests, listed by update, the newest first",
    dials: () => ({ ...byUpdate, churn: { inserts: 1, updates: 2, deletes: 3 } }),
  },
  { name: `The server clamps pages of ${pageSize} to 30`, dials: () => ({ clamp: 30 }) },
  { name: "The server ignores the position", dials: ({ position }) => ({ ignore: [position] }) },
];
