import { UnexpectedResponseError } from "@agent-chats/client";
import { expect, test } from "vitest";
import { callOf } from "../../src/clients.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import { isNode } from "../../src/pointer.ts";
import { type RequestCase, requestCasesOf } from "../../src/requests/request-case.ts";
import type { Session } from "../../src/session.ts";
import { toAnswer } from "../../src/set-answers.ts";
import { examplesOf, type SpecOperation } from "../../src/specs.ts";
import type { Upstream } from "../../src/upstream.ts";
import { failureOf } from "./failure.ts";

/** A vendor that gives what it is told to. */
interface FormSubject {
  readonly operation: SpecOperation;
  readonly session: () => Session;
  readonly upstream: () => Upstream;
}

/** A 200 that is JSON and not what the spec says at its top is an error: it must not look like an empty list. */
export function describeOtherForms({ operation, session, upstream }: FormSubject): void {
  const answer = operation.answers.find(({ status }) => status === 200);
  for (const [form, body] of formsOf(operation)) {
    test(`a 200 that is ${form} ends in the error unexpected-response`, async () => {
      if (!answer) throw new Error(`${operation.id} has no 200`);
      upstream().answerNext(toAnswer(answer, JSON.stringify(body)));
      const [{ path, query, body: sent }] = requestCasesOf(operation, jsonSchemas[operation.vendor]) as [RequestCase];
      const call = callOf[operation.vendor](session().options({ fetch: session().probe }));
      const calling = call(operation.method, operation.path, { params: { path, query }, body: sent });
      const error = await failureOf(calling, UnexpectedResponseError);
      expect(error.status).toBe(200);
      expect(session().probes.at(-1)?.answer).toBe(JSON.stringify(body));
    });
  }
}

/** Other forms than that of the first example: another type, and an object without what holds the rest. */
function formsOf(operation: SpecOperation): [form: string, body: unknown][] {
  const value = examplesOf(operation, 200)[0]?.value;
  const others: [string, unknown][] = [
    ["null", null],
    ["a text", "[]"],
    Array.isArray(value) ? ["an object", { items: value }] : ["a list", [value]],
  ];
  const holders = Object.entries(isNode(value) ? value : {}).filter(([, member]) => typeof member === "object");
  const without = holders.map(([name]): [string, unknown] => [
    `without ${name}`,
    { ...(value as object), [name]: null },
  ]);
  return [...others, ...without];
}
