import { createEmulator } from "@agent-chats/emulator";
import { describe, expect, test } from "vitest";
import { findListing } from "../src/emulated.ts";
import { type Filters, type Selections, splitByCreation } from "../src/selections.ts";
import { type SpecOperation, specs } from "../src/specs.ts";
import { describeFilterLaws } from "./suites/filter-laws.ts";
import { describeLaws } from "./suites/laws.ts";

/** The data ends at the minute in which the emulator is made; it is read in the next. */
let now = new Date("2026-11-20T15:04:00.000Z");
const emulator = createEmulator({ chats: 110, seed: 3, clock: () => now });
now = new Date("2026-11-20T15:05:00.000Z");
const { cargo, invent } = emulator.state;
const options = () => ({ token: emulator.token, fetch: emulator.fetch });
const listings = specs.flatMap(({ operations }) => operations.filter(({ pagination }) => pagination));

/** A time in the middle of Cargo's chats at which none of them was created. */
const moment = new Date(Date.parse(cargo.chats[50]?.createdAt ?? "") + 1);
/** Every status there is. */
const messageStatuses = ["pending", "generating", "success", "error", "cancelling", "cancelled"];
const statuses = ["RUNNING", "COMPLETED", "FAILED", "CANCELED"];
const one = cargo.chats.find((chat) => chat.agentUuid && chat.releaseUuid && chat.userUuid);
const other = invent.chats.find((chat) => chat.state?.conversation_id);

/** Of each operation that has any, its filters, and those that split a list. */
const chosen: Readonly<Record<string, Omit<Selections, "always">>> = {
  listChats: {
    filters: {
      agentUuid: one?.agentUuid,
      releaseUuid: one?.releaseUuid,
      userUuid: one?.userUuid,
      triggerType: "connector",
      messageStatuses: ["error", "cancelled"],
      name: one?.name?.split(" ")[0],
      createdAfter: moment,
      createdBefore: moment,
    },
    splits: [
      splitByCreation(moment),
      {
        what: "the status of the last message",
        whole: { messageStatuses },
        parts: messageStatuses.map((status) => ({ messageStatuses: [status] })),
      },
    ],
  },
  listOrgChats: {
    filters: {
      search: other?.title?.split(" ")[0],
      assistant_id: other?.state?.assistant_id,
      assistant_integration_id: other?.state?.assistant_integration_id,
      integration_id: other?.state?.integration_id,
      conversation_id: other?.state?.conversation_id,
      status: "COMPLETED",
      state: "CLOSED",
      ai_status: "ENABLED",
      filter: "UNRESOLVED",
    },
    splits: [
      { what: "status", whole: {}, parts: statuses.map((status) => ({ status })) },
      { what: "view of the inbox", whole: {}, parts: [{ filter: "RESOLVED" }, { filter: "UNRESOLVED" }] },
    ],
  },
};

/** The query parameters that choose items and that can be left out. `next` has no effect on any list. */
function filtersOf({ parameters, pagination }: SpecOperation): string[] {
  const paging = [pagination?.position, pagination?.size, "next"];
  const query = parameters.filter((parameter) => parameter.in === "query" && !parameter.required);
  return query.map(({ name }) => name).filter((name) => !paging.includes(name));
}

describe.each(listings)("on the emulator, $vendor $id:", (operation) => {
  const { filters, splits } = chosen[operation.id] ?? { filters: {} satisfies Filters, splits: [] };
  const subject = {
    operation,
    options,
    selections: { always: findListing(emulator, operation).always, filters, splits },
  };
  describeLaws(subject);
  describeFilterLaws(subject);

  test("the laws know every filter", () => {
    expect(Object.keys(filters).toSorted()).toEqual(filtersOf(operation).toSorted());
  });
});
