import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentChatsError, isAgentChatsError } from "../../src/errors.ts";
import { operations } from "./operations.ts";
import { printAll } from "./print.ts";
import { rows } from "./rows.ts";
import { expectedOf, type Outcome, runCase } from "./run.ts";
import { findSecrets } from "./secrets.ts";
import { createHostileServer, type HostileServer } from "./server.ts";
import { settleAll } from "./settle-all.ts";

const cases = rows.flatMap((row) => operations.map((operation) => ({ row, operation })));
/** Cases at a time: most of them wait. Heavy ones come behind the others, which they would make late. */
const phases = [
  { cases: cases.filter(({ row }) => !row.isHeavy), atATime: 24 },
  { cases: cases.filter(({ row }) => row.isHeavy), atATime: 2 },
];

const valid = Object.fromEntries(operations.map(({ id, valid }) => [id, valid]));
const outcomes = new Map<string, Outcome>();
let server: HostileServer;

beforeAll(async () => {
  server = await createHostileServer({ rows, valid });
  for (const { cases, atATime } of phases) {
    await settleAll(cases, atATime, async ({ row, operation }) => {
      const outcome = await runCase(row, operation, server.address(row, operation.id));
      outcomes.set(`${row.name}/${operation.id}`, outcome);
    });
  }
}, 180_000);
afterAll(() => server.stop());

describe.each(rows)("a server that $does", (row) => {
  describe.each(operations)("$id", (operation) => {
    const expected = expectedOf(row, operation);
    const outcome = () => outcomes.get(`${row.name}/${operation.id}`) as Outcome;

    test(`gives ${[expected.outcome].flat().join(" or ")}`, () => {
      const { given, error, reason } = outcome();
      if (expected.outcome === "items") expect(error ?? given).toEqual(operation.ids);
      else if (expected.outcome === "aborted") expect(error).toBe(reason);
      else expectError(error, expected.outcome);
    });

    function expectError(error: unknown, kinds: string | readonly string[]) {
      expect(outcome().given).toBeUndefined();
      expect(isAgentChatsError(error), `${error}`).toBe(true);
      const { kind, message, ...fields } = error as AgentChatsError;
      expect([kinds].flat(), message).toContain(kind);
      for (const [name, value] of Object.entries(expected.fields ?? {})) {
        expect({ [name]: error && (error as unknown as Record<string, unknown>)[name] }).toEqual({ [name]: value });
      }
      expect(fields).toMatchObject({ vendor: operation.id.split(".")[0], operation: operation.id.split(".")[1] });
      if (expected.says) expect(message).toMatch(expected.says);
      const seen = server.seen(row, operation.id).length;
      if (!("attempts" in (expected.fields ?? {})))
        expect(error).toMatchObject({ attempts: seen - ((row.calls ?? 1) - 1) });
    }

    test("is asked as often as it should be, and nobody else is", () => {
      const seen = server.seen(row, operation.id);
      const [least, most] = [expected.requests].flat() as [number, number?];
      expect(seen.length).toBeGreaterThanOrEqual(least);
      expect(seen.length).toBeLessThanOrEqual(most ?? least);
      expect(seen.filter(({ origin }) => origin === "elsewhere")).toEqual([]);
      expect(new Set(seen.map(({ method }) => method)).size).toBeLessThanOrEqual(1);
    });

    test("takes as long as it should", () => {
      const [least, most] = expected.withinMs;
      expect(outcome().elapsedMs).toBeGreaterThanOrEqual(least);
      expect(outcome().elapsedMs).toBeLessThanOrEqual(most);
    });

    test("prints no secret, and leaves no listener", () => {
      const { error, events, listenersLeft } = outcome();
      expect(findSecrets(printAll(error))).toEqual([]);
      for (const event of events) expect(findSecrets(printAll(event))).toEqual([]);
      expect(listenersLeft).toBe(0);
    });
  });
});

test("the client tells an observer of every request that arrives", () => {
  // A redirect that is followed belongs to the request that it answers.
  const isRedirect = ({ status = 200 }) => status >= 300 && status < 400;
  for (const { row, operation } of cases.filter(({ row }) => !row.place && !row.answers.some(isRedirect))) {
    const events = outcomes.get(`${row.name}/${operation.id}`)?.events as { type: string }[];
    const told = events.filter(({ type }) => type === "request").length;
    expect({ row: row.name, told }).toEqual({ row: row.name, told: server.seen(row, operation.id).length });
  }
});
