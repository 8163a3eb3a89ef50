import { fetchByPosition } from "../../src/positions.ts";
import { type Filters, splitByCreation } from "../../src/selections.ts";
import { describeFilterLaws } from "./filter-laws.ts";
import { describeLaws } from "./laws.ts";
import type { Subject } from "./subject.ts";

/** A time in the middle of the examples at which none of their items was created. */
const moment = new Date("2026-11-14T00:00:00.000Z");

/** What the operations cannot be asked without; any value that the spec allows. */
const always: Readonly<Record<string, Filters>> = {
  listMessages: { chatUuid: "1d0c5f3e-8a42-4b7d-9e61-f5a08b2c7d94" },
  listAgentChats: { agentId: "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11" },
  listOrgChats: { org_id: "c" },
};

/** The laws, on the list that the named examples make up. Of filters, Prism is made to heed ranges of creation time. */
export function describeExampleLaws({ operation, session }: Subject): void {
  const { createdRange } = operation.pagination ?? {};
  const subject = {
    operation,
    options: () => session().options({ fetch: fetchByPosition(session().fetch, operation) }),
    selections: {
      always: always[operation.id] ?? {},
      filters: createdRange ? { [createdRange.after]: moment, [createdRange.before]: moment } : {},
      splits: createdRange ? [splitByCreation(moment)] : [],
    },
  };
  describeLaws(subject);
  describeFilterLaws(subject);
}
