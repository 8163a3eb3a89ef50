import { HttpError } from "@agent-chats/client";
import { expect, test } from "vitest";
import { callOf } from "../../src/clients.ts";
import type { Exchange } from "../../src/exchange.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import { judgeByPrism } from "../../src/oracle/prism-oracle.ts";
import { validatorOf } from "../../src/oracle/schema-validator.ts";
import { type RequestCase, requestCasesOf } from "../../src/requests/request-case.ts";
import type { Session } from "../../src/session.ts";
import { allowedAnswersOf, brokenAnswersOf, toBodyValue } from "../../src/set-answers.ts";
import type { SpecOperation } from "../../src/specs.ts";
import type { Upstream } from "../../src/upstream.ts";
import { failureOf } from "./failure.ts";

/** A vendor that gives what it is told to, behind Prism. */
interface SetSubject {
  readonly operation: SpecOperation;
  readonly session: () => Session;
  readonly upstream: () => Upstream;
  /** Hears of a broken answer that both oracles saw. */
  readonly noteBroken: (place: string, exchange: Exchange) => void;
}

/** Whatever the spec allows arrives at the caller as it is, and Prism finds no fault in it; what it forbids, Prism sees. */
export function describeSetAnswers({ operation, session, upstream, noteBroken }: SetSubject): void {
  const document = jsonSchemas[operation.vendor];
  const validator = validatorOf(document);
  const [{ path, query, body }] = requestCasesOf(operation, document) as [RequestCase];
  const call = (fetch: Session["fetch"]) =>
    callOf[operation.vendor](session().options({ fetch }))(operation.method, operation.path, {
      params: { path, query },
      body,
    });

  for (const answer of operation.answers) {
    const { status } = answer;
    test(`every form of a ${status} that the spec allows arrives whole`, async () => {
      const allowed = allowedAnswersOf(operation, answer, document);
      expect(allowed.length).toBeGreaterThan(0);
      for (const set of allowed) {
        upstream().answerNext(set);
        const calling = call(session().fetch);
        if (status === 200) expect((await calling).data).toStrictEqual(toBodyValue(set));
        else expect((await failureOf(calling, HttpError)).body).toStrictEqual(toBodyValue(set));
        session().expectStatus(status);
      }
    });
  }

  test("each keyword of an answer that is broken is seen by Prism too", async () => {
    const unseen: string[] = [];
    for (const answer of operation.answers) {
      for (const { place, answer: set } of brokenAnswersOf(operation, answer, document, validator)) {
        upstream().answerNext(set);
        await call(session().probe).catch(() => {});
        const [exchange] = session().probes.slice(-1);
        const faults = exchange ? judgeByPrism(exchange).response : [];
        if (!exchange || faults.length === 0) unseen.push(`${answer.status} ${place}`);
        else noteBroken(`${answer.status} ${place} broken`, exchange);
      }
    }
    expect(unseen).toEqual([]);
    await session().takeComplaints();
  });
}
