import { HttpError } from "@agent-chats/client";
import type { Emulator } from "@agent-chats/emulator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { callOf } from "../../src/clients.ts";
import { findListing, idsOf, setFaults } from "../../src/emulated.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import { arbitraryQuery } from "../../src/requests/arbitrary-request.ts";
import { type RequestCase, requestCasesOf } from "../../src/requests/request-case.ts";
import { selectOf } from "../../src/selections.ts";
import { failureOf } from "./failure.ts";
import type { RequestSubject } from "./requests.ts";

/** What stands behind Prism, or is asked without it. */
export interface EmulatorSubject extends RequestSubject {
  readonly emulator: () => Emulator;
}

/** Queries made at random, of each operation that lists. */
const runs = 40;

/** Every error status that the spec declares arrives from the emulator, in the form that the spec has for it. */
export function describeStatuses(subject: EmulatorSubject): void {
  const { operation, session, emulator } = subject;
  for (const { status } of operation.answers.filter((answer) => answer.status !== 200)) {
    test(`a ${status} is thrown as one`, async () => {
      setFaults(emulator(), operation, [{ kind: "status", status }]);
      const error = await failureOf(callSimply(subject), HttpError);
      expect(error.status).toBe(status);
      session().expectStatus(status);
    });
  }

  test("another token is answered with 401, in the vendor's words", async () => {
    const error = await failureOf(callSimply(subject, { token: "another-token" }), HttpError);
    expect(error.status).toBe(401);
    session().expectStatus(401);
    expect(session().last().answerHeaders.get("content-type")).toContain("application/json");
  });

  for (const authorization of [undefined, "Basic Y29udHJhY3QtdG9rZW4="]) {
    test(`${authorization ? "another scheme than the spec's" : "no credentials"} is answered with 401`, async () => {
      const fetch = (request: Request) => {
        request.headers.delete("authorization");
        if (authorization) request.headers.set("authorization", authorization);
        return session().fetch(request);
      };
      const error = await failureOf(callSimply(subject, { fetch }), HttpError);
      expect(error.status).toBe(401);
      session().expectStatus(401);
      await session().takeComplaints();
    });
  }
}

/** Through Prism, lists are walked to their ends, and requests made at random have nothing wrong, nor their answers. */
export function describeLists({ operation, session, known, emulator }: EmulatorSubject): void {
  test("a walk gives all that the emulator holds, in its order", async () => {
    const { readItems, always } = findListing(emulator(), operation);
    const walk = selectOf(operation.id)(session().options(), always, { pageSize: 50 }).walk();
    const items: unknown[] = [];
    for await (const item of walk) items.push(item);
    expect(idsOf(operation, items)).toEqual(idsOf(operation, readItems()));
    expect(walk.receipt.complete).toBe(true);
  });

  test(`${runs} requests made at random are answered`, async () => {
    const call = callOf[operation.vendor](session().options());
    const [base] = requestCasesOf(operation, jsonSchemas[operation.vendor], known()) as [RequestCase];
    const law = fc.asyncProperty(arbitraryQuery(operation, base.query), async (query) => {
      const { data } = await call(operation.method, operation.path, { params: { path: base.path, query } });
      expect(data).toBeTypeOf("object");
      session().expectStatus(200);
      expect(await session().takeComplaints()).toEqual([]);
    });
    await fc.assert(law, { numRuns: runs, seed: 20_261_125 });
  });
}

/** The operation with nothing that can be left out. */
function callSimply(
  { operation, session, known }: RequestSubject,
  options: Parameters<ReturnType<typeof session>["options"]>[0] = {},
) {
  const [{ path, query, body }] = requestCasesOf(operation, jsonSchemas[operation.vendor], known()) as [RequestCase];
  return callOf[operation.vendor](session().options(options))(operation.method, operation.path, {
    params: { path, query },
    body,
  });
}
