import { isAgentChatsError } from "@agent-chats/client";
import type { Fault } from "@agent-chats/emulator";
import { expect, test } from "vitest";
import { callOf } from "../../src/clients.ts";
import { findListing, setDials, setFaults } from "../../src/emulated.ts";
import type { Exchange } from "../../src/exchange.ts";
import { jsonSchemas } from "../../src/oracle/json-schemas.ts";
import { type RequestCase, requestCasesOf } from "../../src/requests/request-case.ts";
import { selectOf } from "../../src/selections.ts";
import type { EmulatorSubject } from "./proxied.ts";

/** What goes wrong, and the kind of error that comes of it. */
const provoked: readonly { readonly kind: string; readonly fault: Fault }[] = [
  { kind: "http", fault: { kind: "status", status: 500 } },
  { kind: "connection", fault: { kind: "reset" } },
  { kind: "connection", fault: { kind: "cut" } },
  { kind: "timeout", fault: { kind: "hang" } },
  { kind: "timeout", fault: { kind: "stall" } },
  { kind: "unexpected-response", fault: { kind: "html" } },
  { kind: "unexpected-response", fault: { kind: "empty" } },
  { kind: "unexpected-response", fault: { kind: "truncated" } },
];

/** How long a request may take that is never answered. */
const attemptMs = 250;

/** Each kind of error of the client comes of what it is for, over real connections. */
export function describeErrorKinds(
  subject: EmulatorSubject,
  note: (kind: string, exchange: Exchange | undefined) => void,
): void {
  const { operation, session, known, emulator } = subject;

  for (const { kind, fault } of provoked) {
    test(`${fault.kind} ends in the error ${kind}`, async () => {
      setFaults(emulator(), operation, [fault]);
      await expectKind(kind, callBase());
    });
  }

  test("a parameter that cannot be said ends in the error invalid-request, and nothing is sent", async () => {
    const before = session().probes.length;
    await expectKind("invalid-request", callBase({ unheardOf: 1 }));
    expect(session().probes).toHaveLength(before);
  });

  if (!operation.pagination) return;
  const { position } = operation.pagination;

  test("a server that ignores the position ends in the error pagination", async () => {
    setDials(emulator(), operation, { ignore: [position] });
    const { always } = findListing(emulator(), operation);
    await expectKind("pagination", selectOf(operation.id)(options(), always, { pageSize: 2 }).toArray());
    setDials(emulator(), operation, {});
  });

  test("a cursor of another listing ends in the error cursor", async () => {
    const { always } = findListing(emulator(), operation);
    await expectKind("cursor", selectOf(operation.id)(options(), always, { cursor: "1.from.elsewhere" }).toArray());
  });

  function options() {
    return session().options({ fetch: session().probe, timeout: { attemptMs } });
  }

  function callBase(more: object = {}): Promise<unknown> {
    const [{ path, query, body }] = requestCasesOf(operation, jsonSchemas[operation.vendor], known()) as [RequestCase];
    const params = { path, query: { ...query, ...more } };
    return callOf[operation.vendor](options())(operation.method, operation.path, { params, body });
  }

  async function expectKind(kind: string, calling: Promise<unknown>): Promise<void> {
    const before = session().probes.length;
    const error = await calling.then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(isAgentChatsError(error) && error.kind).toBe(kind);
    note(kind, session().probes[before]);
  }
}
