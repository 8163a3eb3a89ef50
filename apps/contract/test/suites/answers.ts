import type { Pagination } from "@agent-chats/schema";
import { expect, test } from "vitest";
import { valueAt } from "../../src/pointer.ts";
import { toPrefer } from "../../src/prefer.ts";
import type { Session } from "../../src/session.ts";
import { examplesOf } from "../../src/specs.ts";
import { fetchWithTrueTotal } from "../../src/total.ts";
import type { Subject } from "./subject.ts";

/** Each named example of a 200 arrives at the caller as the spec has it, by method and by path. */
export function describeAnswers({ operation, sample, session }: Subject): void {
  const options = (name: string) => {
    const fetch = fetchWithTrueTotal(session().fetch, operation);
    return session().options({ fetch, headers: { prefer: toPrefer(200, name) } });
  };

  for (const { name, value } of examplesOf(operation, 200)) {
    test(`by path, 200 ${name} arrives whole`, async () => {
      const { data, response } = await sample.byPath(options(name));
      expect(data).toStrictEqual(value);
      expect(response.status).toBe(200);
      expectAsked(session(), name);
    });

    test(`by the vendor's method, 200 ${name} arrives as documented`, async () => {
      if ("list" in sample) {
        const page = await sample.list(options(name)).page();
        expect(page).toStrictEqual(toPage(operation.pagination, value));
      } else {
        expect(await sample.call(options(name))).toStrictEqual(valueAt(value, sample.gives));
      }
      expectAsked(session(), name);
    });
  }

  function toPage(pagination: Pagination | undefined, body: unknown) {
    const items = valueAt(body, pagination?.items ?? "") as unknown[];
    // A page with items has a page behind it: the total, where there is one, counts the items of all examples.
    const cursor = items.length > 0 ? expect.any(String) : undefined;
    return { items, cursor, total: toTotal(pagination, items, body) };
  }

  function toTotal(pagination: Pagination | undefined, items: unknown[], body: unknown) {
    if (!pagination?.total) return { kind: "unknown" };
    if ("body" in pagination.total) return { kind: "exact", value: valueAt(body, pagination.total.body) };
    const headers = operation.answers.find(({ status }) => status === 200)?.headers;
    return { kind: "exact", value: items.length > 0 ? Number(headers?.[pagination.total.header]) : 0 };
  }
}

function expectAsked(session: Session, name: string): void {
  session.expectStatus(200);
  expect(session.last().headers.prefer).toBe(`example=${name}`);
}
