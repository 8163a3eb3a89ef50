import type { ApiOptions } from "@agent-chats/client";
import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange.ts";
import { token } from "../../src/session.ts";
import { examplesOf, type Spec } from "../../src/specs.ts";
import { waysToCall } from "./calls.ts";
import type { Subject } from "./subject.ts";

/** What the client puts on the wire is what the case says, byte for byte, and Prism finds no fault in it. */
export function describeWire({ operation, sample, session }: Subject, spec: Spec): void {
  const { line, documentedLine = line, body, headers } = sample.wire;
  const forms: { form: string; expected: string; options: Partial<ApiOptions> }[] = [
    { form: "by default", expected: line, options: {} },
    { form: "in the documented form", expected: documentedLine, options: { arrayFormat: "documented" } },
  ];
  const expectedHeaders = {
    accept: "application/json, */*;q=0.5",
    authorization: `Bearer ${token}`,
    ...headers,
  };

  for (const { way, call } of waysToCall(sample)) {
    for (const { form, expected, options } of forms) {
      test(`by ${way}, ${form}, the request is ${operation.method} ${operation.path} to the letter`, async () => {
        await call(session().options(options));
        const exchange = session().last();
        expect(toLine(exchange, session().url)).toBe(expected);
        expect(exchange.headers).toEqual(expectedHeaders);
        expect(exchange.body).toBe(body);
        session().expectStatus(200);
      });
    }

    test(`by ${way}, the request goes to the spec's server unless told otherwise`, async () => {
      const urls: string[] = [];
      // The one request that Prism does not get: it would leave this machine.
      const fetch = async (request: Request) => {
        urls.push(`${request.method} ${request.url}`);
        return Response.json(examplesOf(operation, 200)[0]?.value);
      };
      await call({ token, fetch });
      expect(urls).toEqual([line.replace(" ", ` ${spec.server}`)]);
    });
  }
}

function toLine({ method, url }: Exchange, root: string): string {
  return `${method} ${url.slice(root.length)}`;
}
