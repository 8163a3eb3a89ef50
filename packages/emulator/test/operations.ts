import type { JsonSchemas, Operation, VendorId } from "@agent-chats/schema";
import type { Emulator } from "../src/emulator.ts";
import type { EmulatorFaults } from "../src/faults/emulator-faults.ts";
import type { Fault } from "../src/faults/fault.ts";
import { vendors } from "../src/vendors.ts";

/** An operation, for tests that hold for all of them. */
export interface TestOperation {
  readonly name: string;
  readonly vendor: VendorId;
  readonly operation: Operation;
  readonly jsonSchemas: JsonSchemas;
  /** Path and query of a good request. */
  readonly path: (emulator: Emulator) => string;
  /** What is sent beside the token. */
  readonly init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };
  readonly setFaults: (emulator: Emulator, faults: readonly Fault[]) => void;
  readonly faultsOf: (emulator: Emulator) => readonly Fault[];
}

function createOperation<V extends VendorId>(
  vendor: V,
  id: keyof EmulatorFaults[V] & string,
  path: TestOperation["path"],
  init: TestOperation["init"] = {},
): TestOperation {
  const operations: Readonly<Record<string, Operation>> = vendors[vendor].vendor.operations;
  return {
    name: `${vendor}.${id}`,
    vendor,
    operation: operations[id] as Operation,
    jsonSchemas: vendors[vendor].jsonSchemas,
    path,
    init,
    setFaults: (emulator, faults) => {
      emulator.faults[vendor][id] = faults as EmulatorFaults[V][typeof id];
    },
    faultsOf: (emulator) => emulator.faults[vendor][id],
  };
}

const json = { "content-type": "application/json" };

/** Every operation. */
export const operations: readonly TestOperation[] = [
  createOperation("cargo", "listChats", () => "/cargo/ai/chats/list?limit=5"),
  createOperation("cargo", "createChat", () => "/cargo/ai/chats", {
    method: "POST",
    headers: json,
    body: '{"trigger":{"type":"app"}}',
  }),
  createOperation("cargo", "listMessages", ({ state }) => {
    return `/cargo/ai/messages/list?chatUuid=${state.cargo.chats[3]?.uuid}`;
  }),
  createOperation("cotool", "listAgentChats", ({ state }) => {
    return `/cotool/api/agents/${state.cotool.agents[0]?.agentId}/chats?limit=3`;
  }),
  createOperation("invent", "listOrgChats", () => "/invent/orgs/c/chats?take=3"),
];
