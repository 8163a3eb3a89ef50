import { describe, expect, test, vi } from "vitest";
import { chat, fail, list, outcome, page, type Respond, refuse, serve, useOwnTime } from "../test/calls.ts";
import { createInvent } from "./invent/index.ts";
import type { ClientEvent } from "./observe.ts";

useOwnTime();

/** Calls, and what an observer hears of them. */
async function hear(answers: readonly Respond[], calls = 1) {
  const events: ClientEvent[] = [];
  const { cargo } = serve(answers, { observe: (event) => events.push(event), headers: { "x-key": "planted-header" } });
  for (let count = 0; count < calls; count++) await outcome(list(cargo));
  return events;
}

const common = {
  "agent_chats.vendor": "cargo",
  "agent_chats.operation": "listChats",
  "agent_chats.call": 1,
  "http.request.method": "GET",
  "url.template": "/ai/chats/list",
  "server.address": "api.getcargo.io",
  "server.port": 443,
};

describe("an observer", () => {
  test("hears of each request, its response, each retry, and the answer, in their order", async () => {
    const events = await hear([fail(503), refuse, page]);
    expect(events.map(({ type, attributes }) => [type, attributes])).toEqual([
      ["request", { ...common, "http.request.resend_count": 0 }],
      [
        "response",
        {
          ...common,
          "http.request.resend_count": 0,
          "http.response.status_code": 503,
          "http.response.body.size": 0,
          "agent_chats.duration_ms": 0,
        },
      ],
      ["retry", { ...common, "http.request.resend_count": 0, "error.type": "503", "agent_chats.retry.delay_ms": 500 }],
      ["request", { ...common, "http.request.resend_count": 1 }],
      [
        "retry",
        { ...common, "http.request.resend_count": 1, "error.type": "connection", "agent_chats.retry.delay_ms": 1000 },
      ],
      ["request", { ...common, "http.request.resend_count": 2 }],
      [
        "response",
        {
          ...common,
          "http.request.resend_count": 2,
          "http.response.status_code": 200,
          "http.response.body.size": 12,
          "agent_chats.duration_ms": 0,
        },
      ],
      ["answer", { ...common, "agent_chats.attempts": 3, "http.response.status_code": 200 }],
    ]);
  });

  test("hears of a call that fails, with its error", async () => {
    const events = await hear([fail(404), () => new Response("<html>"), refuse, refuse, refuse, refuse], 3);
    const errors = events.filter((event) => event.type === "error");
    expect(
      errors.map(({ attributes, error }) => [attributes["error.type"], attributes["agent_chats.attempts"], error.kind]),
    ).toEqual([
      ["404", 1, "http"],
      ["unexpected-response", 1, "unexpected-response"],
      ["connection", 4, "connection"],
    ]);
    expect(errors.map(({ attributes }) => attributes["agent_chats.call"])).toEqual([1, 2, 3]);
  });

  test("can read an answer, without its secrets", async () => {
    const answer = {
      messages: [{ uuid: "m", mcpClients: [{ name: "crm", authentication: { accessToken: "planted" } }] }],
    };
    const events: ClientEvent[] = [];
    const { cargo } = serve([() => Response.json(answer)], { observe: (event) => events.push(event) });
    await outcome(cargo.api.GET("/ai/messages/list", { params: { query: { chatUuid: "planted-chat" } } }));
    const told = events.find((event) => event.type === "answer");
    expect(told?.read()).toMatchObject({
      messages: [{ uuid: "m", mcpClients: [{ name: "crm", authentication: "[redacted]" }] }],
    });
    expect(JSON.stringify(events)).not.toContain("planted");
  });

  test("hears of each page of a walk, and where it was", async () => {
    const events: ClientEvent[] = [];
    const chats = Array.from({ length: 25 }, (_, index) => ({ id: `c${index}` }));
    const invent = createInvent({
      token: "token",
      baseUrl: "http://127.0.0.1:4010/invent",
      observe: (event) => events.push(event),
      fetch: async ({ url }) => {
        const query = new URL(url).searchParams;
        const [number, take] = [Number(query.get("page")), Number(query.get("take"))];
        return Response.json(chats.slice((number - 1) * take, number * take), {
          headers: { "pagination-count": "25" },
        });
      },
    });
    await outcome(invent.chats.list({ org_id: "planted" }, { pageSize: 20 }).toArray());
    const pages = events.filter((event) => event.type === "page");
    expect(pages.reduce((sum, { attributes }) => sum + attributes["agent_chats.page.given"], 0)).toBe(25);
    expect(pages[0]?.attributes).toEqual({
      "agent_chats.vendor": "invent",
      "agent_chats.operation": "listOrgChats",
      "http.request.method": "GET",
      "url.template": "/orgs/{org_id}/chats",
      "server.address": "127.0.0.1",
      "server.port": 4010,
      "agent_chats.page.position": 0,
      "agent_chats.page.items": 20,
      "agent_chats.page.given": 20,
      "agent_chats.page.total": 25,
    });
    expect(JSON.stringify(events)).not.toContain("planted");
  });

  test("hears nothing that was sent: no token, no header, no parameter, no body", async () => {
    const events: ClientEvent[] = [];
    const { cargo } = serve([fail(400), refuse, chat], {
      token: "planted-token",
      headers: { "x-key": "planted-header" },
      observe: (event) => events.push(event),
    });
    await outcome(cargo.chats.list({ name: "planted-name" }).toArray());
    await outcome(cargo.chats.create({ trigger: { type: "draft" }, name: "planted-name" }));
    await outcome(cargo.chats.create({ trigger: { type: "draft" }, name: "planted-name" }));
    expect(events.map(({ type }) => type)).toContain("answer");
    expect(JSON.stringify(events)).not.toContain("planted");
  });

  test("hears of no error where the caller left", async () => {
    const events: ClientEvent[] = [];
    const controller = new AbortController();
    const leave: Respond = () => {
      controller.abort();
      return page();
    };
    const { cargo } = serve([leave], { observe: (event) => events.push(event) });
    await outcome(list(cargo, controller.signal));
    expect(events.map(({ type }) => type)).toEqual(["request"]);
  });

  test("that is not there is told nothing", () => {
    expect(serve([page]).cargo.api.tell).toBeUndefined();
  });

  test("that throws breaks nothing", async () => {
    let heard = 0;
    const { cargo } = serve([fail(500), page], {
      observe: () => {
        heard++;
        throw new Error("observer");
      },
    });
    expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] } });
    expect(heard).toBe(6);
  });

  test("that rejects breaks nothing either, whatever promise it gives", async () => {
    const then = vi.fn();
    const observers = [async () => Promise.reject(new Error("observer")), () => ({ then }), () => 5, () => null];
    for (const observe of observers) {
      const { cargo } = serve([page], { observe: observe as () => void });
      expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] } });
    }
    expect(then).toHaveBeenCalledTimes(3);
  });
});
