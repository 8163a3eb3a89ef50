import type { ClientEvent } from "@agent-chats/client";
import { afterEach, expect, it, vi } from "vitest";
import type { TracedRequest } from "./trace.ts";
import { type Book, createWatch } from "./watch.ts";

afterEach(() => vi.unstubAllGlobals());

const of = { "agent_chats.vendor": "invent", "agent_chats.operation": "listOrgChats" };
const tell = (type: string, attributes: object, more = {}) =>
  ({ type, attributes: { ...of, ...attributes }, ...more }) as unknown as ClientEvent;

it("a page belongs to the request of its place, although others were answered before", () => {
  vi.stubGlobal("fetch", async () => new Response());
  let requests: readonly TracedRequest[] = [];
  const book: Book = {
    atMs: () => 0,
    get requests() {
      return requests;
    },
    write(next) {
      requests = next;
    },
    readReceipt: () => undefined,
  };
  const watch = createWatch(() => book);
  for (const call of [1, 2, 3]) {
    watch.observe(tell("request", { "agent_chats.call": call }));
    void watch.fetch(new Request(`http://demo.example/api/invent/orgs/c/chats?page=${call}&take=2`));
    watch.observe(tell("answer", { "agent_chats.call": call }, { read: () => [{}, {}] }));
  }
  const page = { "agent_chats.page.position": 4, "agent_chats.page.items": 2, "agent_chats.page.given": 1 };
  watch.observe(tell("page", page));
  expect(requests.map(({ asked, page: looked }) => [asked.start, looked?.given])).toEqual([
    [0, undefined],
    [2, undefined],
    [4, 1],
  ]);
});
