import { HttpError } from "@agent-chats/client";
import { expect, test } from "vitest";
import type { Fetch } from "../../src/exchange.ts";
import { examplesOf } from "../../src/specs.ts";
import { waysToCall } from "./calls.ts";
import { failureOf } from "./failure.ts";
import type { Subject } from "./subject.ts";

const credentials: Readonly<Record<string, string | undefined>> = {
  "without credentials": undefined,
  "with credentials of another scheme": "Basic Y29udHJhY3QtdG9rZW4=",
};

/** Prism, which knows the spec's security scheme, refuses what comes without the header that the client sends. */
export function describeSecurity({ operation, sample, session }: Subject): void {
  for (const [without, authorization] of Object.entries(credentials)) {
    for (const { way, call } of waysToCall(sample)) {
      test(`by ${way}, a request ${without} is answered with 401`, async () => {
        const options = session().options({ fetch: withAuthorization(session().fetch, authorization) });
        const error = await failureOf(call(options), HttpError);
        expect(error.status).toBe(401);
        session().expectStatus(401);
        expect(error.retryable).toBe(false);
        expect(error.body).toStrictEqual(examplesOf(operation, 401)[0]?.value);
        expect(session().last().headers.authorization).toBe(authorization);
        expect(await session().takeComplaints()).toContain("sl-violations: Invalid security scheme used");
      });
    }
  }
}

function withAuthorization(send: Fetch, value: string | undefined): Fetch {
  return (request) => {
    if (value === undefined) request.headers.delete("authorization");
    else request.headers.set("authorization", value);
    return send(request);
  };
}
