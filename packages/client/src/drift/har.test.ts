import { vendor as cargo } from "@agent-chats/schema/cargo";
import { jsonSchemas as cargoSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { vendor as invent } from "@agent-chats/schema/invent";
import { jsonSchemas as inventSchemas } from "@agent-chats/schema/invent/json-schemas";
import { describe, expect, test } from "vitest";
import { schemasOf, toLine, vendorOf } from "../../test/drifting.ts";
import { isAgentChatsError } from "../errors.ts";
import { createDrift, readHar } from "./index.ts";

/** An entry as browsers write it. */
function entry(method: string, url: string, status: number, body?: unknown, more: object = {}) {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const headers = [{ name: "authorization", value: "Bearer secret" }];
  const content = { mimeType: "application/json", ...(text !== undefined && { text }), ...more };
  return {
    request: { method, url, headers, postData: { text: "secret" } },
    response: { status, headers: [], content },
  };
}

const har = (...entries: unknown[]) => ({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } });
const chats = "https://api.getcargo.io/v1/ai/chats/list?limit=50";
const both = () => [createDrift(cargo, cargoSchemas), createDrift(invent, inventSchemas)] as const;

/** What a HAR file gives: how it was read, and what was found, by vendor and operation. */
function read(...entries: unknown[]) {
  const drifts = both();
  const reading = readHar(har(...entries), drifts);
  const found = drifts.flatMap((drift) =>
    drift
      .report()
      .operations.map(({ operation, status, answers, findings }) => [
        `${drift.vendor.id} ${operation} ${status} ${answers}`,
        ...findings.map(toLine),
      ]),
  );
  return { ...reading, found };
}

describe("readHar", () => {
  test("compares the answers of a file, as text or parsed, each with its operation", () => {
    const entries = [
      entry("GET", chats, 200, { chats: [] }),
      entry("get", chats, 200, { data: [] }),
      entry("GET", "https://api.useinvent.com/orgs/o%2F1/chats?take=5", 200, {}),
      entry("POST", "https://api.getcargo.io/v1/ai/chats", 500, { errorMessage: 5 }),
    ];
    const { compared, skipped, found } = read(...entries);
    expect([compared, skipped]).toEqual([4, []]);
    expect(found).toEqual([
      [
        "cargo listChats 200 2",
        "missing-field $.chats 1/2: array",
        "new-field $.data 1/2: array of 0 items, was chats",
      ],
      ["cargo createChat 500 1", "other-type $.errorMessage 1/1: integer / string"],
      ["invent listOrgChats 200 1", "other-type $ 1/1: object / array"],
    ]);
    expect(readHar(`\uFEFF${JSON.stringify(har(...entries))}`, both())).toEqual({ compared: 4, skipped: [] });
  });

  test("finds statuses that are not declared, whatever their body", () => {
    expect(read(entry("GET", chats, 403, "<html>"), entry("GET", chats, 403)).found).toEqual([
      ["cargo listChats 403 2", "undeclared-status $ 2/2: 403 / one of 200, 400, 401, 404, 429, 500, 502"],
    ]);
  });

  test("reads base64", () => {
    const text = btoa(String.fromCharCode(...new TextEncoder().encode('{ "chats": "ü" }')));
    expect(read(entry("GET", chats, 200, text, { encoding: "base64" })).found).toEqual([
      ["cargo listChats 200 1", "other-type $.chats 1/1: string of 1 character / array"],
    ]);
  });

  test("reads a body that begins with a byte order mark, as text or as base64", () => {
    const bytes = new TextEncoder().encode('\uFEFF{ "chats": [] }');
    const base64 = entry("GET", chats, 200, btoa(String.fromCharCode(...bytes)), { encoding: "base64" });
    const { skipped, found } = read(entry("GET", chats, 200, '\uFEFF{ "chats": [] }'), base64);
    expect([skipped, found]).toEqual([[], [["cargo listChats 200 2"]]]);
  });

  test("counts an error whose body is no JSON, and a success without a body that is not declared", () => {
    expect(read(entry("GET", chats, 502, "<html>"), entry("GET", chats, 204)).found).toEqual([
      ["cargo listChats 204 1", "undeclared-status $ 1/1: 204 / one of 200, 400, 401, 404, 429, 500, 502"],
      ["cargo listChats 502 1"],
    ]);
  });

  test("knows an operation at another host by the end of its path", () => {
    const at = (url: string) => read(entry("GET", url, 200, [])).found.flat()[0];
    expect(at("http://127.0.0.1:4010/cargo/ai/chats/list")).toBe("cargo listChats 200 1");
    expect(at("https://gateway.example/v1/ai/chats/list/")).toBe("cargo listChats 200 1");
    expect(at("http://127.0.0.1:4010/invent/orgs/1/chats?take=2")).toBe("invent listOrgChats 200 1");
  });

  test.each([
    [
      "another path at a vendor's host",
      entry("GET", "https://api.getcargo.io/v2/ai/chats/list", 200, {}),
      "no operation",
    ],
    [
      "more than the path at a vendor's host",
      entry("GET", "https://api.getcargo.io/x/v1/ai/chats/list", 200, {}),
      "no operation",
    ],
    [
      "another vendor's path at a vendor's host",
      entry("GET", "https://api.getcargo.io/orgs/1/chats", 200, []),
      "no operation",
    ],
    ["another method", entry("OPTIONS", chats, 204), "no operation"],
    ["another site", entry("GET", "https://example.com/index.html", 200, "<html>"), "no operation"],
    ["a request that was cancelled", entry("GET", chats, 0), "no answer"],
    ["a status that is none", entry("GET", chats, 200.5, { chats: [] }), "no answer"],
    ["a status that is no number", entry("GET", chats, Number.NaN, { chats: [] }), "no answer"],
    ["an answer from a cache", entry("GET", chats, 304), "not modified"],
    ["an answer without its body", entry("GET", chats, 200), "no body"],
    ["an answer that is a page", entry("GET", chats, 200, "<html>secret"), "no JSON"],
    ["base64 that is none", entry("GET", chats, 200, "{%", { encoding: "base64" }), "no base64"],
  ])("skips %s, and says so", (_, given, reason) => {
    const { host } = new URL(given.request.url);
    const { method } = given.request;
    expect(read(given)).toEqual({ compared: 0, skipped: [{ index: 0, method, host, reason }], found: [] });
  });

  test("skips what is no entry, and goes on", () => {
    const broken = [null, 7, [], {}, { request: {}, response: {} }, entry("GET", "not an address", 200, {})];
    const { compared, skipped } = read(...broken, entry("GET", chats, 200, { chats: [] }));
    expect(compared).toBe(1);
    expect(skipped).toEqual(
      broken.map((_, index) => ({ index, method: undefined, host: undefined, reason: "no entry" })),
    );
  });

  test("does not guess between two operations", () => {
    const twin = { ...cargo, id: "twin", title: "Twin", baseUrl: "https://twin.example" };
    const drifts = [createDrift(cargo, cargoSchemas), createDrift(twin, cargoSchemas)];
    const { skipped } = readHar(har(entry("GET", "https://gateway.example/ai/chats/list", 200, {})), drifts);
    expect(skipped.map(({ reason }) => reason)).toEqual(["several operations"]);
  });

  test("takes the operation that explains most of a path", () => {
    const twin = { ...cargo, id: "twin", title: "Twin", baseUrl: "https://twin.example/v2" };
    const drifts = [createDrift(twin, cargoSchemas), createDrift(cargo, cargoSchemas)];
    readHar(har(entry("GET", "https://gateway.example/v1/ai/chats/list", 200, { chats: [] })), drifts);
    expect(drifts.map((drift) => drift.report().operations.length)).toEqual([0, 1]);

    const { read: one } = vendorOf().operations;
    const operations = { one, mine: { ...one, id: "mine", path: "/things/mine" } };
    const schemas = schemasOf({});
    const $defs = { ...schemas.$defs, "mine.200": {} };
    const acme = createDrift({ ...vendorOf(), operations }, { ...schemas, $defs });
    readHar(har(entry("GET", "https://api.acme.example/v1/things/mine", 200, {})), [acme]);
    expect(acme.report().operations.map(({ operation }) => operation)).toEqual(["mine"]);
  });

  test.each([
    ["text that is no JSON", '{ "log": secret', "har", "the text is no JSON, or is cut"],
    ["nothing", undefined, "har", "there is no object log"],
    ["a list", [], "har", "there is no object log"],
    ["no entries", { log: { entries: {} } }, "har", "there is no list log.entries"],
  ])("refuses %s by name, and quotes nothing", (_, given, parameter, problem) => {
    const error = errorOf(() => readHar(given, both()));
    expect(error).toMatchObject({ kind: "invalid-request", vendor: "cargo, invent", parameter });
    expect(error.message).toContain(problem);
    expect(JSON.stringify(error) + error.stack).not.toContain("secret");
  });

  test("refuses to read for nobody", () => {
    expect(errorOf(() => readHar(har(), []))).toMatchObject({ kind: "invalid-request", parameter: "drifts" });
  });

  test("keeps addresses, headers and bodies of requests to itself", () => {
    const url = "https://api.getcargo.io/v1/secret-path?token=secret";
    expect(
      JSON.stringify(read(entry("GET", url, 200, {}), entry("GET", `${chats}&token=secret`, 200, {}))),
    ).not.toContain("secret");
  });
});

function errorOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isAgentChatsError(error)) return error;
    throw error;
  }
  throw new Error("It did not throw.");
}
