import { expect, test } from "vitest";
import type { Row } from "../../../../packages/client/test/hostile/row.ts";
import { rows } from "../../../../packages/client/test/hostile/rows.ts";
import { compareClients } from "./hostile.ts";
import { cargoAnswers, memberOf, plantedHeaders, plantedText, type Rival } from "./rival.ts";
import { toCell } from "./words.ts";

/** A client as one writes it in a minute: the platform's fetch, and no look at the status. */
const naive: Rival = {
  name: "fetch",
  does: "fetch and json()",
  valid: cargoAnswers,
  list: async ({ baseUrl, token, signal }) => {
    const headers = { ...plantedHeaders, authorization: `Bearer ${await token()}` };
    const response = await fetch(`${baseUrl}/ai/chats/list?name=${plantedText}`, { headers, signal });
    return memberOf(await response.json(), "chats");
  },
  create: async ({ baseUrl, token, signal }) => {
    const headers = { ...plantedHeaders, authorization: `Bearer ${await token()}` };
    const response = await fetch(`${baseUrl}/ai/chats`, { method: "POST", headers, body: "{}", signal });
    return memberOf(await response.json(), "chat");
  },
  isOwnError: () => false,
};

const chosen = ["fine", "html", "404-json", "redirect-307-elsewhere", "reset-once", "abort-reading", "401-renewed"];

test("what clients make of a server that misbehaves is told in words, and ours has no fault", async () => {
  const results = await compareClients(
    [naive],
    rows.filter(({ name }: Row) => chosen.includes(name)),
  );
  const wordsOf = (client: string, method: string) =>
    Object.fromEntries(
      results
        .filter((result) => result.client === client && result.method === method)
        .map(({ row, finding }) => [row.name, finding && toCell(finding)]),
    );
  expect(wordsOf("agent-chats", "list")).toEqual({
    fine: "items",
    html: "own UnexpectedResponseError",
    "404-json": "own HttpError",
    "redirect-307-elsewhere": "own HttpError",
    "reset-once": "items, 2 requests",
    "abort-reading": "the caller's reason",
    "401-renewed": "items, 2 requests",
  });
  expect(wordsOf("agent-chats", "create")).toMatchObject({ "reset-once": "own ConnectionError" });
  expect(wordsOf("fetch", "list")).toEqual({
    fine: "items",
    html: "SyntaxError",
    "404-json": "nothing, silently",
    "redirect-307-elsewhere": "items, 2 requests, elsewhere: header",
    "reset-once": "TypeError",
    "abort-reading": "the caller's reason",
    "401-renewed": undefined,
  });
});
