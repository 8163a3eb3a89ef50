import { describe, expectTypeOf, test } from "vitest";
import { type Chat as CargoChat, createCargo } from "../cargo/index.ts";
import { type Chat as CotoolChat, createCotool } from "../cotool/index.ts";
import { createInvent, type Chat as InventChat } from "../invent/index.ts";
import { createUnified, type Feed, type UnifiedChat, type UnifiedFilter, type UnifiedState } from "./index.ts";

const [cargo, cotool, invent] = [
  createCargo({ token: "t" }),
  createCotool({ token: "t" }),
  createInvent({ token: "t" }),
];
const all = createUnified({
  cargo,
  cotool: { client: cotool, agentIds: ["a"] },
  invent: { client: invent, orgId: "c" },
});
const alone = createUnified({ cotool: { client: cotool, agentIds: ["a"] } });

describe("the unified client", () => {
  test("takes the clients of vendors, each with what it needs, and no others", () => {
    // @ts-expect-error a client of another vendor
    createUnified({ cargo: invent });
    // @ts-expect-error the agents are missing
    createUnified({ cotool: { client: cotool } });
    expectTypeOf(alone.vendors).toEqualTypeOf<readonly "cotool"[]>();
    expectTypeOf(all.chats()).toEqualTypeOf<Feed<"cargo" | "cotool" | "invent">>();
    expectTypeOf(all.chats({ vendor: ["cargo"] })).toEqualTypeOf<Feed<"cargo">>();
  });

  test("takes the filters that every vendor asked can answer", () => {
    all.chats({
      agent: ["a"],
      state: ["open"],
      text: "a",
      created: { from: new Date() },
      updated: { before: "2026-11-01" },
    });
    // @ts-expect-error only Cotool has a score
    all.chats({ score: { from: 1 } });
    // @ts-expect-error only Cargo has a cost
    all.chats({ cost: { from: 1 } });
    // @ts-expect-error Invent has no trigger
    all.chats({ trigger: ["app"] });
    // @ts-expect-error only Invent tells what is unread
    all.chats({ unread: true });
    alone.chats({ score: { from: 1 }, trigger: ["jira"] });
    all.chats({ vendor: ["cotool"], score: { from: 1 } });
    all.chats({ vendor: ["cargo", "cotool"], trigger: ["app"] });
    // @ts-expect-error Cargo has no score
    all.chats({ vendor: ["cargo", "cotool"], score: { from: 1 } });
    // @ts-expect-error there is no client of Cargo
    alone.chats({ vendor: ["cargo"] });
    all.chats({ score: { from: 1 } }, { unanswerable: "leaveOut" });
    // @ts-expect-error the other choice is an error
    all.chats({ score: { from: 1 } }, { unanswerable: "refuse" });
    all.explain({ score: { from: 1 }, cost: { to: 2 } });
    expectTypeOf<UnifiedFilter>().not.toHaveProperty("score");
    expectTypeOf<UnifiedFilter<"cotool">>().toHaveProperty("score");
  });

  test("takes the values of filters and options, and no others", () => {
    // @ts-expect-error a word of the vendor's
    all.chats({ state: ["OPEN"] });
    // @ts-expect-error a misspelt filter
    all.chats({ texts: "a" });
    // @ts-expect-error a range is from and before
    all.chats({ created: { after: new Date() } });
    // @ts-expect-error text cannot be excluded
    all.chats({ not: { text: ["a"] } });
    // @ts-expect-error no such time
    all.chats({}, { by: "finished" });
    // @ts-expect-error a walk goes on in the order that its feed has
    all.chats().walk({ by: "updated" });
  });

  test("gives chats that are told apart by their vendor", async () => {
    for await (const chat of all.chats()) {
      expectTypeOf(chat).toEqualTypeOf<UnifiedChat>();
      expectTypeOf(chat.createdAt).toEqualTypeOf<string | null>();
      expectTypeOf(chat.state).toEqualTypeOf<readonly UnifiedState[] | undefined>();
      // @ts-expect-error which vendor's it is must be asked first
      void chat.raw.uuid;
      if (chat.vendor === "cargo") expectTypeOf(chat.raw).toEqualTypeOf<CargoChat>();
      if (chat.vendor === "cotool") expectTypeOf(chat.raw).toEqualTypeOf<CotoolChat>();
      if (chat.vendor === "invent") expectTypeOf(chat.raw).toEqualTypeOf<InventChat>();
      // @ts-expect-error a chat is not the caller's to write
      chat.id = "";
    }
    const { items, failures } = await all.chats().page();
    expectTypeOf(items).toEqualTypeOf<readonly UnifiedChat[]>();
    expectTypeOf(failures[0]?.status).toEqualTypeOf<"open" | "exhausted" | "failed" | undefined>();
  });
});
