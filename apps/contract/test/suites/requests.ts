import { HttpError } from "@agent-chats/client";
import { expect, test } from "vitest";
import { callOf } from "../../src/clients.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import { type RequestCase, requestCasesOf, type Values } from "../../src/requests/request-case.ts";
import { toWireLine } from "../../src/requests/wire-line.ts";
import { selectOf } from "../../src/selections.ts";
import type { Session } from "../../src/session.ts";
import type { SpecOperation } from "../../src/specs.ts";
import { failureOf } from "./failure.ts";

/** What requests are sent to. */
export interface RequestSubject {
  readonly operation: SpecOperation;
  readonly session: () => Session;
  /** Values of the required parameters that the server knows. */
  readonly known: () => Values;
}

/** Size of a page that the client asks for by itself. */
const pageSize = 100;

/**
 * Every request that the spec allows goes through the client, is on the wire to the letter as the spec has it, and Prism
 * finds no fault in it nor in its answer: by path, and by the method that lists.
 */
export function describeRequests({ operation, session, known }: RequestSubject): void {
  const document = jsonSchemas[operation.vendor];
  // What the server knows is known while tests run only; the cases are the same ones, with other values.
  let cases: readonly RequestCase[] | undefined;
  for (const [index, { what }] of requestCasesOf(operation, document).entries()) {
    const find = () => {
      cases ??= requestCasesOf(operation, document, known());
      return cases[index] as RequestCase;
    };
    test(`by path, a request with ${what} is as the spec has it`, async () => expectByPath(find()));
    if (operation.pagination) {
      test(`by the method, a list with ${what} is asked for as the spec has it`, async () => expectByMethod(find()));
    }
  }

  async function expectByPath(sent: RequestCase): Promise<void> {
    const { path, query, body } = sent;
    const call = callOf[operation.vendor](session().options());
    const calling = call(operation.method, operation.path, { params: { path, query }, body });
    await expectAnswer(
      sent,
      calling.then(({ data }) => data),
    );
    expectWire(toWireLine(operation, sent), body);
  }

  async function expectByMethod(sent: RequestCase): Promise<void> {
    const { position = "", size = "", first = 0 } = operation.pagination ?? {};
    const filters = without({ ...sent.path, ...sent.query }, [position, size]);
    const page = selectOf(operation.id)(session().options(), filters).page();
    await expectAnswer(sent, page);
    const query = { ...without(sent.query, [position, size]), [position]: first, [size]: pageSize };
    expectWire(toWireLine(operation, { path: sent.path, query }), undefined);
  }

  /** A thing that the emulator does not have is not found; everything else is answered. */
  async function expectAnswer({ about, ...sent }: RequestCase, calling: Promise<unknown>): Promise<void> {
    if (session().server === "proxy" && about?.required && !isKnown(about.name, sent)) {
      const error = await failureOf(calling, HttpError);
      expect(error.status).toBe(404);
      session().expectStatus(404);
      return;
    }
    expect(await calling).toBeTypeOf("object");
    session().expectStatus(200);
  }

  function isKnown(name: string, { path, query }: Pick<RequestCase, "path" | "query">): boolean {
    return known()[name] === { ...path, ...query }[name];
  }

  function expectWire(line: string, body: unknown): void {
    const { method, url, body: sent } = session().last();
    expect(`${method} ${url.slice(session().url.length)}`).toBe(line);
    expect(sent).toBe(body === undefined ? undefined : JSON.stringify(body));
  }
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
