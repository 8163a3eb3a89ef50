import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import type { Fault } from "../../src/oracle/judgement.ts";
import { judgeByPrism } from "../../src/oracle/prism-oracle.ts";
import { validatorOf } from "../../src/oracle/schema-validator.ts";
import { type Refusal, refusalsOf } from "../../src/requests/refusals.ts";
import { type Session, token } from "../../src/session.ts";
import { examplesOf } from "../../src/specs.ts";
import type { RequestSubject } from "./requests.ts";

/** What each server answers to a request that is not valid. Prism's proxy does not pass it on. */
const statuses = { mock: 400, proxy: 422, emulator: 400 } as const satisfies Record<Session["server"], number>;

/** Hears of a keyword of a body's schema that was broken and refused. */
type NoteBroken = (name: string, exchange: Exchange) => void;

/**
 * What the spec forbids is refused, for the reason that the spec has and for no other. Sent raw: the client would not send
 * most.
 */
export function describeRefusals({ operation, session, known }: RequestSubject, note: NoteBroken = () => {}): void {
  const document = jsonSchemas[operation.vendor];
  const validator = validatorOf(document);
  // What the server knows is known while tests run only; the refusals are the same ones, with other values.
  let refusals: readonly Refusal[] | undefined;
  for (const [index, { what }] of refusalsOf(operation, document, validator).entries()) {
    test(`refuses ${what}`, async () => {
      refusals ??= refusalsOf(operation, document, validator, known());
      const refusal = refusals[index] as Refusal;
      const { server, url } = session();
      expect(refusal.breaks.keywords, "the spec itself forbids it").not.toEqual([]);
      const response = await session().fetch(toRequest(url, operation.method, refusal));
      const body: unknown = await response.json();
      session().expectStatus(statuses[server]);
      if (server === "mock") expect(body).toStrictEqual(examplesOf(operation, 400)[0]?.value);
      if (server !== "emulator") expectReason(judgeByPrism(session().last()).request, refusal);
      if (server !== "emulator") expect(await session().takeComplaints()).not.toEqual([]);
      if (refusal.place !== undefined) note(`body ${refusal.place} broken`, session().last());
    });
  }
}

/** The faults are those that the spec's rules expect, and nothing else is wrong with the request. */
function expectReason(faults: readonly Fault[], { breaks, body }: Refusal): void {
  expect(faults).not.toEqual([]);
  const others = faults.filter((fault) => !isAbout(fault, breaks.name));
  expect(others).toEqual([]);
  // Of a body, the rules know the member, and Prism the keyword within it.
  if (body === undefined)
    expect(breaks.keywords).toEqual(expect.arrayContaining(faults.map(({ rule }) => rule).filter(isOwn)));
}

/** Prism tells of each branch of a union beside the union itself. */
function isOwn(rule: string): boolean {
  return rule !== "format" && rule !== "pattern";
}

/** Prism writes the names of parameters in small letters, and a member that is missing stands in the message only. */
function isAbout({ at, message }: Fault, name: string): boolean {
  return `${at} ${message}`.toLowerCase().includes(name.toLowerCase());
}

function toRequest(root: string, method: string, { target, body }: Refusal): Request {
  const authorization = `Bearer ${token}`;
  if (body === undefined) return new Request(`${root}${target}`, { method, headers: { authorization } });
  const headers = { authorization, "content-type": "application/json" };
  return new Request(`${root}${target}`, { method, headers, body: JSON.stringify(body) });
}
