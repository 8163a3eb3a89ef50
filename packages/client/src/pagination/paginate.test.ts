import type { Vendor } from "@agent-chats/schema";
import { type paths, vendor } from "@agent-chats/schema/cargo";
import { describe, expect, test } from "vitest";
import { idsFrom, idsOf, serve, withoutTotal, withRange, withTotal } from "../../test/dialects.ts";
import { createApi } from "../api.ts";
import { createCargo } from "../cargo/index.ts";
import { createCotool } from "../cotool/index.ts";
import type { ClientEvent } from "../observe.ts";
import { paginate } from "./paginate.ts";

const token = "token";

describe("a path", () => {
  test("is listed without any argument, where the spec requires none", async () => {
    const { fetch } = serve(withRange, 12);
    const chats = paginate(createCargo({ token, fetch }).api, "/ai/chats/list");
    expect(idsOf(await chats.toArray())).toEqual(idsFrom(12));
  });

  test("is refused by name where its spec does not say how it pages", () => {
    const { pagination: _, ...listChats } = vendor.operations.listChats;
    const api = createApi<paths, Vendor>({ ...vendor, operations: { listChats } }, { token });
    expect(() => paginate(api, "/ai/chats/list" as never, {} as never)).toThrow(
      expect.objectContaining({
        name: "InvalidRequestError",
        message: "Cargo has no pagination on GET /ai/chats/list.",
        operation: "listChats",
      }),
    );
  });
});

describe("an observer", () => {
  /** The pages that an observer hears of, of a list of 25 items by the vendor's pages of 20. */
  async function hear(list: (observe: (event: ClientEvent) => void) => { toArray(): Promise<unknown[]> }) {
    const events: ClientEvent[] = [];
    await list((event) => events.push(event)).toArray();
    return events.filter((event) => event.type === "page").map(({ attributes }) => attributes);
  }

  test("hears of each page: where it was, what came, what of it is given, and the total where the vendor says one", async () => {
    const { fetch } = serve(withTotal, 25);
    const pages = await hear((observe) =>
      createCotool({ token, fetch, observe }).chats.list({ agentId: "a" }, { pageSize: 20 }),
    );
    const common = {
      "agent_chats.vendor": "cotool",
      "agent_chats.operation": "listAgentChats",
      "agent_chats.page.total": 25,
    };
    expect(pages).toEqual([
      expect.objectContaining({
        ...common,
        "agent_chats.page.position": 0,
        "agent_chats.page.items": 20,
        "agent_chats.page.given": 20,
      }),
      expect.objectContaining({
        ...common,
        "agent_chats.page.position": 19,
        "agent_chats.page.items": 6,
        "agent_chats.page.given": 5,
      }),
    ]);
  });

  test("hears of no total where there is none", async () => {
    const { fetch } = serve(withoutTotal, 5);
    const [page] = await hear((observe) => createCargo({ token, fetch, observe }).messages.list({ chatUuid: "c" }));
    expect(page).toMatchObject({ "agent_chats.page.items": 5, "agent_chats.page.given": 5 });
    expect(page).not.toHaveProperty("agent_chats.page.total");
  });
});
