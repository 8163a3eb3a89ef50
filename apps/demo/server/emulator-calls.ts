import { type Answer, type Asked, Refusal, toJsonAnswer } from "./answer.ts";
import type { DemoEmulator } from "./backend.ts";
import type { EmulatorSettings, OperationSettings } from "./emulator-settings.ts";
import { readJsonBody } from "./json-body.ts";

/** Below this path the emulator's dials are read and set, where the chats come from one. */
export const emulatorPath = "/api/emulator";

type Named = Readonly<Record<string, Record<string, unknown>>>;

/**
 * Answers a call about the emulator: GET for its dials and faults, POST to set those of one operation or to reset all,
 * GET below `/truth` for the chats that exist at this moment.
 */
export async function answerEmulatorCall(emulator: DemoEmulator, asked: Asked): Promise<Answer> {
  const { pathname, searchParams } = asked.url;
  if (pathname === `${emulatorPath}/truth`) {
    allow(asked, "GET");
    return toJsonAnswer(200, { ids: listIds(emulator, searchParams) });
  }
  if (pathname !== emulatorPath) throw new Refusal(404, `Nothing is at ${pathname}.`);
  allow(asked, "GET", "POST");
  if (asked.method === "POST") apply(emulator, await readSettings(asked));
  return toJsonAnswer(200, readAll(emulator));
}

function allow({ method }: Asked, ...methods: readonly string[]): void {
  if (methods.includes(method)) return;
  throw new Refusal(405, `${method} may not pass; ${methods.join(", ")} may.`, { allow: methods.join(", ") });
}

async function readSettings(asked: Asked): Promise<unknown> {
  if (asked.foreignWrite !== undefined) throw new Refusal(403, asked.foreignWrite);
  const text = await readJsonBody(asked);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is no JSON.");
  }
}

/** The emulator says itself what is wrong with a dial; what it is given is data, and only names that it has are set. */
function apply(emulator: DemoEmulator, body: unknown): void {
  const given = (typeof body === "object" && body !== null ? body : {}) as Partial<Record<string, unknown>>;
  if (given.reset === true) {
    emulator.reset();
    return;
  }
  const { vendor, operation, dials, faults } = given;
  const ownDials = findOwn(emulator.dials as Named, vendor);
  const ownFaults = findOwn(emulator.faults as Named, vendor);
  if (!ownDials || !ownFaults || typeof operation !== "string" || !Object.hasOwn(ownDials, operation)) {
    throw new Refusal(400, "vendor and operation must name an operation that lists, or reset be true.");
  }
  const before = ownDials[operation];
  try {
    if (dials !== undefined) ownDials[operation] = dials;
    if (faults !== undefined) ownFaults[operation] = faults;
  } catch (error) {
    // Either all is set, or nothing.
    ownDials[operation] = before;
    throw error instanceof RangeError ? new Refusal(400, error.message) : error;
  }
}

function findOwn(named: Named, name: unknown): Record<string, unknown> | undefined {
  return typeof name === "string" && Object.hasOwn(named, name) ? named[name] : undefined;
}

function readAll({ dials, faults }: DemoEmulator): EmulatorSettings {
  const entries = Object.entries(dials as Named).map(([vendor, operations]) => {
    const names = Object.keys(operations);
    const settings = names.map((name) => [
      name,
      { dials: operations[name], faults: (faults as Named)[vendor]?.[name] } as OperationSettings,
    ]);
    return [vendor, Object.fromEntries(settings)];
  });
  return Object.fromEntries(entries);
}

/** The identifiers of all chats that a vendor lists now. */
function listIds({ state }: DemoEmulator, parameters: URLSearchParams): readonly string[] {
  const { cargo, cotool, invent } = state;
  const lists: Readonly<Record<string, () => readonly string[] | undefined>> = {
    cargo: () => cargo.chats.map(({ uuid }) => uuid),
    cotool: () => cotool.chatsOf(parameters.get("agentId") ?? "")?.map(({ id }) => id),
    invent: () => invent.chats.map(({ id }) => id),
  };
  const vendor = parameters.get("vendor") ?? "";
  const ids = Object.hasOwn(lists, vendor) ? lists[vendor]?.() : undefined;
  if (!ids) throw new Refusal(404, "There is no such list.");
  return ids;
}
