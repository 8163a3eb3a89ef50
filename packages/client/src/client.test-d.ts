import { describe, expectTypeOf, test } from "vitest";
import type { AnswerOf } from "./api-types.ts";
import { type Chat, type ChatFilters, createCargo, type Message } from "./cargo/index.ts";
import { type Chat as CotoolChat, createCotool } from "./cotool/index.ts";
import { type HttpError, isAgentChatsError, isDeclaredError, type Listing, paginate, type Receipt } from "./index.ts";
import { createInvent, type Chat as InventChat } from "./invent/index.ts";

const cargo = createCargo({ token: "t" });
const cotool = createCotool({ token: "t" });
const invent = createInvent({ token: "t" });

describe("an answer by a spec of one's own", () => {
  type Success<Status extends number> = AnswerOf<{
    parameters: object;
    responses: { [Key in Status]: { content: { "application/json": { id: string } } } } & { 400: { content: object } };
  }>;

  test("is that of any success with a body", () => {
    expectTypeOf<Success<200>>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Success<201>>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Success<202>>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Success<500>>().toEqualTypeOf<never>();
  });
});

describe("filters", () => {
  test("are those of the vendor, and no others", () => {
    cargo.chats.list({ triggerType: "draft", name: "Q4" });
    // @ts-expect-error a wrong filter name
    cargo.chats.list({ triggerTypes: "draft" });
    // @ts-expect-error a wrong value of an enum
    cargo.chats.list({ triggerType: "fax" });
    // @ts-expect-error a wrong value of an enum in an array
    cargo.chats.list({ messageStatuses: ["failed"] });
    // @ts-expect-error an array given as a scalar
    cargo.chats.list({ messageStatuses: "error" });
    invent.chats.list({ org_id: "c", ai_status: "ENABLED" });
    // @ts-expect-error a wrong value of an enum
    invent.chats.list({ org_id: "c", ai_status: "enabled" });
  });

  test("take a date as a Date or a string, and undefined as absent", () => {
    cargo.chats.list({ createdAfter: new Date(), createdBefore: "2026-11-01", name: undefined });
    // @ts-expect-error a number is no date
    cargo.chats.list({ createdAfter: 1_700_000_000 });
    // @ts-expect-error only dates take a Date
    cargo.chats.list({ name: new Date() });
  });

  test("are required where the vendor requires them", () => {
    cargo.messages.list({ chatUuid: "u" });
    // @ts-expect-error chatUuid is missing
    cargo.messages.list({});
    cotool.chats.list({ agentId: "a" });
    // @ts-expect-error agentId is missing
    cotool.chats.list({});
    // @ts-expect-error agentId is missing
    cotool.chats.list();
    // @ts-expect-error org_id is missing
    invent.chats.list({ state: "OPEN" });
  });

  test("do not page: that is the walk's", () => {
    cargo.chats.list({}, { pageSize: 20, maxItems: 50 });
    // @ts-expect-error limit pages
    cargo.chats.list({ limit: "20" });
    // @ts-expect-error offset pages
    cargo.messages.list({ chatUuid: "u", offset: "20" });
    // @ts-expect-error limit pages
    cotool.chats.list({ agentId: "a", limit: 5 });
    // @ts-expect-error take pages
    invent.chats.list({ org_id: "c", take: 20 });
    // @ts-expect-error next is for other endpoints
    invent.chats.list({ org_id: "c", next: "t" });
    // @ts-expect-error a filter given as an option
    cargo.chats.list({}, { name: "Q4" });
    expectTypeOf<ChatFilters>().not.toHaveProperty("limit");
  });
});

describe("listings", () => {
  test("give the vendor's own items", () => {
    expectTypeOf(cargo.chats.list()).toEqualTypeOf<Listing<Chat>>();
    expectTypeOf(cargo.messages.list({ chatUuid: "u" })).toEqualTypeOf<Listing<Message>>();
    expectTypeOf(cotool.chats.list({ agentId: "a" })).toEqualTypeOf<Listing<CotoolChat>>();
    expectTypeOf(invent.chats.list({ org_id: "c" })).toEqualTypeOf<Listing<InventChat>>();
    expectTypeOf<Chat>().not.toEqualTypeOf<CotoolChat>();
  });

  test("type an item to the last field", () => {
    expectTypeOf<Chat["uuid"]>().toEqualTypeOf<string>();
    expectTypeOf<NonNullable<Chat["lastMessage"]>["errorMessage"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<InventChat["title"]>().toEqualTypeOf<string | null>();
    // @ts-expect-error a field that does not exist
    expectTypeOf<Chat["title"]>();
  });

  test("leave response enums open and keep their known values", () => {
    const status: NonNullable<Chat["lastMessage"]>["status"] = "paused";
    expectTypeOf(status).toExtend<string>();
    expectTypeOf<"pending">().toExtend<NonNullable<Chat["lastMessage"]>["status"]>();
    // @ts-expect-error a number is no status
    const wrong: NonNullable<Chat["lastMessage"]>["status"] = 1;
    void wrong;
  });

  test("narrow a union by its tag, with an unknown variant left over", () => {
    const narrow = (trigger: NonNullable<Chat["trigger"]>) => {
      if (trigger.type === "connector") {
        expectTypeOf(trigger.connectorUuid).toEqualTypeOf<string>();
        // @ts-expect-error another variant's field
        void trigger.nodeUuid;
      }
      switch (trigger.type) {
        case "draft":
        case "app":
        case "schedule":
        case "connector":
        case "web_extension":
        case "workflow":
        case "chat":
          return trigger;
        default:
          expectTypeOf(trigger.type).toExtend<string>();
          // @ts-expect-error none of the known variants is left
          void (trigger satisfies { type: "draft" });
          return trigger;
      }
    };
    void narrow;
  });
});

describe("walks", () => {
  test("take their options, and no others", () => {
    cargo.chats.list({}, { consistency: "exact", settle: false, readAhead: 4, maxPages: 3, cursor: "c" });
    cargo.chats.list().walk({ pageSize: 5, signal: new AbortController().signal, cursor: undefined });
    // @ts-expect-error no such consistency
    cargo.chats.list({}, { consistency: "strict" });
    // @ts-expect-error settle is yes or no
    cargo.chats.list({}, { settle: 3 });
    // @ts-expect-error a misspelt option
    cargo.chats.list().walk({ readahead: 4 });
    // @ts-expect-error a page is one answer, so that nothing is read ahead
    cargo.chats.list().page(undefined, { readAhead: 4 });
  });

  test("give items, a receipt and a cursor", () => {
    const walk = cargo.chats.list().walk();
    expectTypeOf(walk).toExtend<AsyncIterableIterator<Chat, undefined>>();
    expectTypeOf(walk.cursor).toEqualTypeOf<string>();
    expectTypeOf(walk.receipt.complete).toEqualTypeOf<boolean | "unknown">();
    expectTypeOf(walk.receipt.order?.by).toEqualTypeOf<"created" | "updated" | undefined>();
    // @ts-expect-error the receipt is the walk's to write
    walk.receipt.items = 0;
  });

  test("count honestly", async () => {
    const count = await cargo.chats.list().count();
    // @ts-expect-error an unknown count has no value
    void count.value;
    if (count.kind !== "unknown") expectTypeOf(count.value).toEqualTypeOf<number>();
  });
});

describe("bodies", () => {
  test("are those of the vendor", () => {
    cargo.chats.create({ trigger: { type: "draft" }, name: "Call prep" });
    // @ts-expect-error trigger is missing
    cargo.chats.create({ name: "Call prep" });
    // @ts-expect-error an unknown trigger cannot be created
    cargo.chats.create({ trigger: { type: "fax" } });
    // @ts-expect-error a wrong name
    cargo.chats.create({ trigger: { type: "draft" }, title: "Call prep" });
  });
});

describe("api", () => {
  test("types paths, parameters and answers by the spec", async () => {
    const { data } = await cargo.api.GET("/ai/chats/list", { params: { query: { limit: "5" } } });
    expectTypeOf(data.chats).toEqualTypeOf<Chat[]>();
    await cargo.api.GET("/ai/chats/list");
    const filters: ChatFilters = { name: "Q4" };
    await cargo.api.GET("/ai/chats/list", { params: { query: filters } });
    // @ts-expect-error a path that does not exist
    await cargo.api.GET("/ai/chats");
    // @ts-expect-error a method that the path does not have
    await cargo.api.POST("/ai/chats/list", {});
    // @ts-expect-error a required parameter is missing
    await cargo.api.GET("/ai/messages/list");
    // @ts-expect-error a body where none is sent
    await cargo.api.GET("/ai/chats/list", { body: {} });
    // @ts-expect-error a misspelt parameter
    await cargo.api.GET("/ai/chats/list", { params: { query: { limits: "5" } } });
    // @ts-expect-error a misspelt member of the init
    await cargo.api.GET("/ai/chats/list", { param: { query: { limit: "5" } } });
    const created = await cargo.api.POST("/ai/chats", { body: { trigger: { type: "app" } } });
    expectTypeOf(created.data.chat).toEqualTypeOf<Chat>();
  });
});

describe("paginate", () => {
  test("lists paths that page", () => {
    const listing = paginate(cotool.api, "/api/agents/{agentId}/chats", { params: { path: { agentId: "a" } } });
    expectTypeOf(listing).toEqualTypeOf<Listing<CotoolChat>>();
    expectTypeOf(paginate(cargo.api, "/ai/chats/list")).toEqualTypeOf<Listing<Chat>>();
    paginate(cargo.api, "/ai/chats/list", { params: { query: { name: "Q4" } }, pageSize: 5 });
  });

  test("refuses paths without pagination, and what does not belong to a path", () => {
    // @ts-expect-error POST /ai/chats lists nothing
    paginate(cargo.api, "/ai/chats", {});
    // @ts-expect-error no such path
    paginate(cargo.api, "/ai/chat/list");
    // @ts-expect-error the path parameter is missing
    paginate(cotool.api, "/api/agents/{agentId}/chats");
    // @ts-expect-error a paging parameter is no filter
    paginate(cargo.api, "/ai/chats/list", { params: { query: { limit: "5" } } });
  });
});

describe("errors", () => {
  test("narrow by kind", () => {
    const error: unknown = undefined;
    if (!isAgentChatsError(error)) return;
    if (error.kind === "http") expectTypeOf(error).toEqualTypeOf<HttpError>();
    if (error.kind === "pagination") expectTypeOf(error.cursor).toEqualTypeOf<string>();
    if (error.kind === "pagination") expectTypeOf(error.receipt).toEqualTypeOf<Receipt>();
    expectTypeOf(error.cursor).toEqualTypeOf<string | undefined>();
    // @ts-expect-error only an error of the pages has a receipt
    void error.receipt;
    // @ts-expect-error only an HTTP error has a body
    void error.body;
    // @ts-expect-error no such kind
    if (error.kind === "network") return;
  });

  test("narrow by status to the body that the spec declares", () => {
    const error: unknown = undefined;
    if (!isDeclaredError(error, cargo.api, "GET", "/ai/chats/list")) return;
    expectTypeOf(error.status).toEqualTypeOf<400 | 401 | 404 | 429 | 500 | 502>();
    if (error.status === 400) {
      expectTypeOf(error.body?.errorMessage).toEqualTypeOf<string | undefined>();
      // @ts-expect-error Cargo's errors have no such member
      void error.body?.message;
    }
    if (error.status === 429) expectTypeOf(error.body).toEqualTypeOf<string | undefined>();
    // @ts-expect-error a status that the spec does not declare
    if (error.status === 418) return;
    // @ts-expect-error no such path
    isDeclaredError(error, cargo.api, "GET", "/ai/chats");
    // @ts-expect-error a path of another vendor
    isDeclaredError(error, invent.api, "GET", "/ai/chats/list");
  });
});
