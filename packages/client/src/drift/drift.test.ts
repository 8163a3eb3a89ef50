import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { jsonSchemas as inventSchemas } from "@agent-chats/schema/invent/json-schemas";
import { describe, expect, test, vi } from "vitest";
import { toLine } from "../../test/drifting.ts";
import { createCargo } from "../cargo/index.ts";
import type { ClientEvent } from "../observe.ts";
import { createDrift, type DriftOptions, formatDriftReport } from "./index.ts";

const time = "2026-11-18T08:41:07.590Z";
const chat = { uuid: "1", createdAt: time, updatedAt: time };

/** A client that is answered with some bodies, one after the other, and a watch on it. */
function watched(answers: readonly (readonly [status: number, body: unknown])[], options: DriftOptions = {}) {
  const drift = createDrift(vendor, jsonSchemas, options);
  const rest = [...answers];
  const fetch = async () => {
    const [status, body] = rest.shift() ?? [200, { chats: [] }];
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { "content-type": "application/json" } });
  };
  const cargo = createCargo({ token: "t", fetch, retry: false, observe: drift.observe });
  const call = () => cargo.api.GET("/ai/chats/list");
  const found = () =>
    drift.report().operations.map(({ status, answers: count, findings }) => [status, count, ...findings.map(toLine)]);
  return { drift, call, found };
}

describe("a drift watch of live traffic", () => {
  test("compares what the client is answered, and leaves it as it is", async () => {
    const body = { chats: [{ ...chat, fresh: 1 }], next: null };
    const { call, found } = watched([[200, body]]);
    expect((await call()).data).toEqual(body);
    expect(found()).toEqual([[200, 1, "new-field $.chats[*].fresh 1/1: integer", "new-field $.next 1/1: null"]]);
  });

  test("counts statuses that are not declared, and answers that the client refused", async () => {
    const { call, found } = watched([
      [403, {}],
      [403, ""],
      [401, {}],
      [200, { data: [] }],
      [200, "<html>"],
      [200, { chats: [] }],
    ]);
    for (let calls = 0; calls < 5; calls++) await expect(call()).rejects.toThrow();
    await call();
    expect(found()).toEqual([
      [200, 3, "refused-answer $ 2/3: a JSON object with all that a call needs of it"],
      [403, 2, "undeclared-status $ 2/2: 403 / one of 200, 400, 401, 404, 429, 500, 502"],
    ]);
  });

  test("counts an answer once that has both faults", async () => {
    const { call, found } = watched([[203, "<html>"]]);
    await expect(call()).rejects.toThrow();
    expect(found()).toEqual([
      [
        203,
        1,
        "refused-answer $ 1/1: a JSON object with all that a call needs of it",
        "undeclared-status $ 1/1: 203 / one of 200, 400, 401, 404, 429, 500, 502",
      ],
    ]);
  });

  test("passes on every event, and tells each finding once, behind the answer that it is from", async () => {
    const events: ClientEvent[] = [];
    const { call } = watched(
      [
        [200, { chats: [{ ...chat, fresh: 1 }] }],
        [200, { chats: [{ ...chat, fresh: 1, uuid: 7 }] }],
      ],
      {
        observe: (event) => events.push(event),
      },
    );
    await call();
    await call();
    const told = events.map(({ type, attributes }) =>
      "agent_chats.drift.kind" in attributes
        ? `${attributes["agent_chats.drift.kind"]} ${attributes["agent_chats.drift.path"]} ${attributes["agent_chats.call"]}`
        : type,
    );
    const call1 = ["request", "response", "answer", "new-field $.chats[*].fresh 1"];
    expect(told).toEqual([...call1, "request", "response", "answer", "other-type $.chats[*].uuid 2"]);
    expect(events.find(({ type }) => type === "drift")?.attributes).toEqual({
      "agent_chats.vendor": "cargo",
      "agent_chats.operation": "listChats",
      "agent_chats.call": 1,
      "http.request.method": "GET",
      "url.template": "/ai/chats/list",
      "server.address": "api.getcargo.io",
      "server.port": 443,
      "agent_chats.drift.kind": "new-field",
      "agent_chats.drift.path": "$.chats[*].fresh",
    });
  });

  describe("of which much has come,", () => {
    /** Lists of 50, in each of which one chat has a new field: no two at the same place. */
    const lists = Array.from({ length: 15 }, (_, answer) => {
      const chats = Array.from({ length: 50 }, (__, place) => (place === 35 + answer ? { ...chat, fresh: 1 } : chat));
      return { chats };
    });
    const answers = lists.map((list) => [200, list] as const);
    const reportAfter = async (count: number, options?: DriftOptions) => {
      const { drift, call } = watched(answers, options);
      for (let calls = 0; calls < count; calls++) await call();
      const [operation] = drift.report().operations;
      const fresh = operation?.findings.find(({ kind }) => kind === "new-field");
      return {
        sampled: operation?.sampled,
        count: fresh?.count,
        of: fresh?.of,
        text: formatDriftReport(drift.report()),
      };
    };

    test("looks at ten answers whole, and then at ten items of each array, with every answer at the next ones", async () => {
      expect(await reportAfter(10)).toMatchObject({ sampled: 0, count: 10, of: 500 });
      // The eleventh answer has it in place 45, and is looked at up to place 10; the fifteenth, with 49, from place 40.
      expect(await reportAfter(14)).toMatchObject({ sampled: 4, count: 10, of: 540 });
      expect(await reportAfter(15)).toMatchObject({ sampled: 5, count: 11, of: 550 });
      expect((await reportAfter(15)).text).toContain(
        "\n  5 answers looked at in part: some items of each long array\n",
      );
    });

    test("looks at as many items as it is told to, or at all", async () => {
      expect(await reportAfter(15, { maxItems: 20 })).toMatchObject({ sampled: 5, of: 600 });
      for (const maxItems of [50, Number.POSITIVE_INFINITY]) {
        const report = await reportAfter(15, { maxItems });
        expect(report).toMatchObject({ sampled: 0, count: 15, of: 750 });
        expect(report.text).not.toContain("in part");
      }
    });

    test("looks at every recorded answer whole", () => {
      const drift = createDrift(vendor, jsonSchemas);
      for (const list of lists) drift.add("listChats", 200, list);
      expect(drift.report().operations).toMatchObject([{ answers: 15, sampled: 0 }]);
      expect(drift.report().operations[0]?.findings).toContainEqual(
        expect.objectContaining({ kind: "new-field", count: 15, of: 750 }),
      );
    });
  });

  test("survives its observer and what it is told, and takes no notice of other vendors", async () => {
    const { drift, call, found } = watched([[200, { chats: [{ ...chat, fresh: 1 }] }]], {
      observe() {
        throw new Error("no");
      },
    });
    await call();
    const attributes = {
      "agent_chats.vendor": "cargo",
      "agent_chats.operation": "listChats",
      "agent_chats.call": 1,
      "agent_chats.attempts": 1,
      "http.response.status_code": 200,
      "http.request.method": "GET",
      "url.template": "/",
      "server.address": "x",
      "server.port": 1,
    };
    const thrower = () => {
      throw new Error("no");
    };
    drift.observe({ type: "answer", attributes, read: thrower });
    const other = (more: object) =>
      ({ type: "answer", attributes: { ...attributes, ...more }, read: () => 7 }) as const;
    drift.observe(other({ "agent_chats.vendor": "cotool" }));
    drift.observe(other({ "agent_chats.operation": "constructor" }));
    expect(found()).toEqual([[200, 1, "new-field $.chats[*].fresh 1/1: integer"]]);
  });
});

test("an observer that rejects is caught at each event, those of findings too", async () => {
  const then = vi.fn();
  const observe = vi.fn(() => ({ then }));
  const { call } = watched([[200, { chats: [], fresh: 1 }]], { observe: observe as () => void });
  await call();
  // A request, its response, its answer, and the new field.
  expect(observe).toHaveBeenCalledTimes(4);
  expect(then.mock.calls).toEqual(Array(4).fill([undefined, expect.any(Function)]));
});

describe("a drift report", () => {
  const drift = () => createDrift(vendor, jsonSchemas);

  test("is in the order of the spec, by status, the worst first, and the same whatever came first", () => {
    const answers: [operation: "listChats" | "createChat", status: number, value: unknown][] = [
      ["createChat", 200, { chat }],
      ["listChats", 500, { reason: 5 }],
      ["listChats", 200, { chats: [{ ...chat, z: 1, a: 1, uuid: null, slug: 5 }] }],
      ["listChats", 400, {}],
    ];
    const [one, other] = [drift(), drift()];
    for (const answer of answers) one.add(...answer);
    for (const answer of answers.reverse()) other.add(...answer);
    expect(other.report()).toEqual(one.report());
    expect(JSON.stringify(other.report())).toBe(JSON.stringify(one.report()));
    const { format, vendor: id, title, operations } = one.report();
    expect([format, id, title]).toEqual([1, "cargo", "Cargo"]);
    expect(operations.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      "listChats 200",
      "listChats 400",
      "listChats 500",
      "createChat 200",
    ]);
    expect(operations[0]?.findings.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "other-type $.chats[*].slug",
      "unexpected-null $.chats[*].uuid",
      "new-field $.chats[*].a",
      "new-field $.chats[*].z",
    ]);
  });

  test("is text for people as well, in columns", () => {
    const watch = drift();
    watch.add("listChats", 200, {
      chats: [{ ...chat, priority: "high", creditsUsedCount: "12", trigger: { type: "slack" } }],
    });
    watch.add("listChats", 200, { data: [] });
    watch.add("listChats", 404, {});
    expect(formatDriftReport(watch.report())).toBe(
      [
        "Cargo: 5 differences from the spec in 3 answers.",
        "",
        "listChats 200: 2 answers",
        "  missing field  $.chats                      1 of 2  expected array",
        "  other type     $.chats[*].creditsUsedCount  1 of 1  string of 2 characters, expected number",
        '  unknown tag    $.chats[*].trigger.type      1 of 1  "slack", not one of connector, draft, web_extension, app, workflow, chat, schedule',
        "  new field      $.chats[*].priority          1 of 1  string of 4 characters",
        "  new field      $.data                       1 of 2  array of 0 items, renamed from chats?",
        "",
        "listChats 404: 1 answer, as the spec says",
        "",
      ].join("\n"),
    );
  });

  test("says so where there is nothing to say", () => {
    const watch = drift();
    expect(formatDriftReport(watch.report())).toBe("Cargo: no answer was looked at.\n");
    watch.add("listChats", 200, { chats: [] });
    expect(formatDriftReport(watch.report())).toBe(
      "Cargo: no difference from the spec in 1 answer.\n\nlistChats 200: 1 answer, as the spec says\n",
    );
    watch.add("listChats", 200, { chats: new Array(50).fill(chat) });
    expect(formatDriftReport(watch.report())).toMatch(
      /^Cargo: no difference from the spec in 2 answers; 11 documented fields never seen\.\n/,
    );
  });
});

describe("a drift watch refuses by name", () => {
  test.each([
    [
      "an operation that there is not",
      "operation",
      () => createDrift(vendor, jsonSchemas).add("listChat" as never, 200, {}),
    ],
    [
      "an operation that every object has",
      "operation",
      () => createDrift(vendor, jsonSchemas).add("toString" as never, 200, {}),
    ],
    ["a status that is none", "status", () => createDrift(vendor, jsonSchemas).add("listChats", Number.NaN, {})],
    ["schemas of another vendor", "jsonSchemas", () => createDrift(vendor, inventSchemas)],
    ["no schemas", "jsonSchemas", () => createDrift(vendor, undefined as never)],
    ["a bound that is none", "neverSeenAfter", () => createDrift(vendor, jsonSchemas, { neverSeenAfter: 0 })],
    ["a limit of items that is none", "maxItems", () => createDrift(vendor, jsonSchemas, { maxItems: 0 })],
    ["a limit that is none", "maxValues", () => createDrift(vendor, jsonSchemas, { maxValues: Number.NaN })],
  ])("%s", (_, parameter, run) => {
    expect(run).toThrow(expect.objectContaining({ kind: "invalid-request", vendor: "cargo", parameter }));
  });
});
