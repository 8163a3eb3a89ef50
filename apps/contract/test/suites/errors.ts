import { HttpError } from "@agent-chats/client";
import { expect, test } from "vitest";
import { toPrefer } from "../../src/prefer.ts";
import { waysToCall } from "./calls.ts";
import { failureOf } from "./failure.ts";
import type { Subject } from "./subject.ts";

/** Whether the same call that reads may succeed later, as the client documents it. Literals: the client's rule is not repeated. */
const retryable: Readonly<Record<number, boolean>> = {
  400: false,
  401: false,
  404: false,
  429: true,
  500: true,
  502: true,
};

/** Each named example of each error status is thrown as an `HttpError` that says what the spec says. */
export function describeErrors({ operation, sample, session }: Subject): void {
  const failures = operation.answers.filter(({ status }) => status !== 200);
  for (const { status, examples, headers } of failures) {
    for (const { name, value } of examples) {
      for (const { way, call, isListed } of waysToCall(sample)) {
        test(`by ${way}, ${status} ${name} is thrown`, async () => {
          const prefer = toPrefer(status, name);
          const error = await failureOf(call(session().options({ headers: { prefer } })), HttpError);
          expect(error.toJSON()).toEqual({
            name: "HttpError",
            kind: "http",
            vendor: operation.vendor,
            operation: operation.id,
            status,
            attempts: 1,
            retryable: status === 429 || (operation.method === "GET" && retryable[status]),
            retryAfterMs: toMs(headers["retry-after"]),
            message: expect.stringMatching(new RegExp(`^\\w+ answered ${status} to (list|create) [a-z ]+`)),
            ...(isListed && { cursor: expect.stringMatching(/^1\.[\w.]+$/) }),
          });
          expect(error.body).toStrictEqual(value === "" ? undefined : value);
          // Prism answers 200 to an example that the status does not have.
          session().expectStatus(status);
          expect(session().last().headers.prefer).toBe(prefer);
        });
      }
    }
  }
}

/** Where the spec gives the header no example, Prism sends the word "string", which says nothing. */
function toMs(retryAfterSeconds: string | undefined): number | undefined {
  return retryAfterSeconds === undefined ? undefined : Number(retryAfterSeconds) * 1000;
}
