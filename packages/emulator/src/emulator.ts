import { type VendorId, vendorIds } from "@agent-chats/schema";
import { isToken } from "./authorization.ts";
import { createDialBoard } from "./dials/board.ts";
import type { EmulatorDials, InitialDials } from "./dials/emulator-dials.ts";
import { createFaultBoard } from "./faults/board.ts";
import type { EmulatorFaults, InitialFaults } from "./faults/emulator-faults.ts";
import { redactCredentials } from "./redact-credentials.ts";
import { createRequestLog, type Noted, type RequestLog, type RequestRecord } from "./request-log.ts";
import { findVendor } from "./router.ts";
import type { Origin, VendorEmulation } from "./vendor-emulation.ts";
import { type Conduct, createVendorServer, type VendorServer } from "./vendor-server.ts";
import { type EmulatorState, vendors } from "./vendors.ts";

/** What an emulator is made from. */
export interface EmulatorOptions {
  /** Any whole number: the same seed and clock give the same data. Default: 1. */
  seed?: number;
  /** Chats of each vendor. Default: 2000. */
  chats?: number;
  /**
   * Tells the time: of the `Date` header, of what is created, and of what changes. The data ends at the minute in which
   * the emulator is made. Default: the real time.
   */
  clock?: () => Date;
  /** The bearer token that every vendor asks for: visible ASCII without spaces. Default: `emulator-token`. */
  token?: string;
  /** What the operations that list do to a reader. Default: nothing; they are well-behaved. */
  dials?: InitialDials;
  /** What goes wrong with the first requests. Default: nothing. */
  faults?: InitialFaults;
}

/** A stand-in for the vendors. */
export interface Emulator {
  /**
   * Answers a request as the vendor would that it is addressed to, by the vendor's own base URL or by the first
   * segment of the path (`https://anything.example/cargo/ai/chats/list`). Rejects with the reason of an aborted signal,
   * and where a fault says so as Node's `fetch` does for a lost connection.
   */
  fetch(request: Request): Promise<Response>;
  /** The data as it stands now, by vendor. Made at the first look. Not for writing. */
  readonly state: EmulatorState;
  /** The token that it asks for. */
  readonly token: string;
  /** What arrived, the newest last: the last 10,000 requests. */
  readonly requests: readonly RequestRecord[];
  /**
   * The dials, by vendor and operation. Set them at any time; they hold from the next request on:
   * `emulator.dials.cargo.listChats = { clamp: 30, churn: { inserts: 2 } }`. What is left out is well-behaved again.
   * Setting throws a `RangeError` for a value that is none. `{}` is the well-behaved server.
   */
  readonly dials: EmulatorDials;
  /**
   * What goes wrong with the next requests, by vendor and operation, one fault after the other:
   * `emulator.faults.cargo.listChats = [{ kind: "status", status: 429, retryAfter: "2", times: 2 }, { kind: "cut" }]`.
   * Reading gives what is left: `[]` when all of them have come. Setting replaces what is left, and throws a
   * `RangeError` for a value that is none.
   */
  readonly faults: EmulatorFaults;
  /**
   * Goes back to the beginning: the data as it was made, dials and faults as they were given to `createEmulator`, and
   * no requests. What is random happens again in the same way.
   */
  reset(): void;
}

type Servers = { readonly [V in VendorId]: VendorServer<EmulatorState[V]> };

/**
 * Makes an emulator of all vendors. Data is made when a vendor is used for the first time.
 *
 * ```ts
 * const emulator = createEmulator({ seed: 7 });
 * const cargo = createCargo({ token: emulator.token, fetch: emulator.fetch });
 * ```
 *
 * @throws {RangeError} where `seed` is no whole number, `chats` no count, `clock` without a time, `token` none that a
 * header can carry, or a dial or a fault has a value that is none.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { token = "emulator-token", dials = {}, faults = {} } = options;
  const origin = toOrigin(options);
  if (!isToken(token)) throw new RangeError("token must be visible ASCII without spaces");
  const emulations = Object.values(vendors);
  const dialBoard = createDialBoard(emulations, origin.seed, dials);
  const faultBoard = createFaultBoard(
    emulations.map(({ vendor }) => vendor),
    faults,
  );
  const conduct = { behaviourOf: dialBoard.behaviourOf, takeFault: faultBoard.take };
  const servers = createServers(origin, token, conduct);
  const all: readonly VendorServer<unknown>[] = Object.values(servers);
  const log = createRequestLog();

  return {
    token,
    requests: log.records,
    state: createStateView(servers),
    // The boards have the names that the types have: all come from the registry.
    dials: dialBoard.dials as unknown as EmulatorDials,
    faults: faultBoard.faults as unknown as EmulatorFaults,
    async fetch(request) {
      const response = await answer(request, all, log, token);
      response.headers.set("date", origin.clock().toUTCString());
      return response;
    },
    reset() {
      for (const server of all) server.reset();
      dialBoard.reset();
      faultBoard.reset();
      log.clear();
    },
  };
}

/** Takes a request to its vendor, and notes what became of it. */
async function answer(
  request: Request,
  servers: readonly VendorServer<unknown>[],
  log: RequestLog,
  token: string,
): Promise<Response> {
  request.signal.throwIfAborted();
  const url = new URL(request.url);
  const match = findVendor(url, servers);
  const vendor = (match?.target.vendor.id as VendorId | undefined) ?? null;
  const { method } = request;
  const address = redactCredentials(url.pathname + url.search, token, request.headers);
  const record = log.add({ vendor, operation: null, method, url: address, status: null });
  const note = (noted: Noted) => void Object.assign(record, noted);
  const response = match ? await match.target.answer(request, match.path, note) : toIndex(url);
  request.signal.throwIfAborted();
  record.status = response.status;
  return response;
}

function toOrigin({ seed = 1, chats = 2000, clock = () => new Date() }: EmulatorOptions): Origin {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, not ${seed}`);
  if (!Number.isSafeInteger(chats) || chats < 0) throw new RangeError(`chats must be a count, not ${chats}`);
  const minute = 60_000;
  const now = new Date(Math.floor(clock().getTime() / minute) * minute);
  // Some data is drawn until its time is right, which would never be.
  if (Number.isNaN(now.getTime())) throw new RangeError("clock must give a valid date");
  return { seed, chats, clock, now };
}

function createServers(origin: Origin, token: string, conduct: Conduct): Servers {
  // The one place where the registry is walked: each vendor's state meets its own routes, and no other's.
  const emulations = vendors as unknown as Readonly<Record<VendorId, VendorEmulation<unknown>>>;
  const entries = vendorIds.map((id) => [id, createVendorServer(emulations[id], origin, token, conduct)]);
  return Object.fromEntries(entries) as Servers;
}

/** Reads through to the servers, so that a look at one vendor makes no data of another. */
function createStateView(servers: Servers): EmulatorState {
  const view = {};
  for (const id of vendorIds) Object.defineProperty(view, id, { enumerable: true, get: () => servers[id].state });
  return view as EmulatorState;
}

/** The answer to what is addressed to no vendor: an index at the root, else 404. */
function toIndex({ pathname }: URL): Response {
  const index = Object.fromEntries(vendorIds.map((id) => [id, `/${id}`]));
  if (pathname === "/") return Response.json({ name: "agent-chats-emulator", vendors: index });
  return Response.json({ error: `No vendor is at ${pathname}`, vendors: index }, { status: 404 });
}
