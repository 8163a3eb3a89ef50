import type { VendorId } from "@agent-chats/schema";
import { jsonSchemas } from "./oracle/json-schemas.ts";
import { createSchemaOracle, type SchemaOracle } from "./oracle/schema-oracle.ts";
import { type Session, startAll, startDirect, startMock, startProxy } from "./session.ts";
import type { Spec } from "./specs.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

/** Everything that a run of the contract talks to. */
export interface Stage {
  readonly upstream: Upstream;
  /** All sessions, in the order of specs and servers. */
  readonly sessions: readonly Session[];
  sessionOf(vendor: VendorId, server: Session["server"]): Session;
  oracleOf(vendor: VendorId): SchemaOracle;
  stop(): Promise<void>;
}

/** Starts an emulator on a port and, for each spec, a Prism that mocks it and a Prism before the emulator. */
export async function startStage(specs: readonly Spec[]): Promise<Stage> {
  const upstream = await startUpstream();
  const starting = specs.flatMap((spec) => [startMock(spec), startProxy(spec, `${upstream.url}/${spec.vendor}`)]);
  const prisms = await startAll(starting).catch(async (error: unknown) => {
    await upstream.stop();
    throw error;
  });
  const sessions = [...prisms, ...specs.map((spec) => startDirect(spec, `${upstream.url}/${spec.vendor}`))];
  const oracles = new Map(specs.map((spec) => [spec.vendor, createSchemaOracle(spec, jsonSchemas[spec.vendor])]));
  return {
    upstream,
    sessions,
    sessionOf: (vendor, server) =>
      found(sessions.find((each) => each.spec.vendor === vendor && each.server === server)),
    oracleOf: (vendor) => found(oracles.get(vendor)),
    async stop() {
      await Promise.all(sessions.map((session) => session.stop()));
      await upstream.stop();
    },
  };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The stage has no such vendor.");
  return value;
}
