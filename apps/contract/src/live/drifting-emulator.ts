import { createEmulator, type Drift, type Emulator, type Listener, listen } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";
import { driftingOperations } from "./emulated-drift.ts";
import { liveVendors } from "./live-vendors.ts";
import { baseUrlVariableOf, type Environment } from "./plan.ts";

/** An emulator on a real port, which the command is pointed at by its environment. */
export interface DriftingEmulator {
  readonly emulator: Emulator;
  readonly listener: Listener;
  /** The variables with which some vendors, or all of them, are asked here. */
  environmentFor(...vendors: readonly VendorId[]): Environment;
  /** Lets the answers of a vendor drift, or not any more. */
  drift(vendor: VendorId, ...drifts: readonly Drift[]): void;
}

/** Opens the port. Unless it is told otherwise, the emulator is small, so that a reading is all of its chats. */
export async function startDriftingEmulator(token: string, chats = 60): Promise<DriftingEmulator> {
  const emulator = createEmulator({ chats, seed: 1, token });
  const listener = await listen(emulator);
  const values: Environment = {
    COTOOL_AGENT_IDS: emulator.state.cotool.agents
      .map(({ agentId }, index) => (index === 0 ? `${agentId}=Triage` : agentId))
      .join(", "),
  };
  return {
    emulator,
    listener,
    environmentFor(...vendors) {
      const variables = vendors.flatMap((id) => {
        const live = liveVendors[id];
        return [
          [live.vendor.tokenVariable, token],
          [baseUrlVariableOf(live), `${listener.url}/${id}`],
          ...live.variables.map(({ name }) => [name, values[name]]),
        ];
      });
      return Object.fromEntries(variables);
    },
    drift(vendor, ...drifts) {
      const dials = emulator.dials[vendor] as Record<string, { readonly drift: readonly Drift[] }>;
      dials[driftingOperations[vendor]] = { drift: drifts };
    },
  };
}

/** The findings that a text names, as `kind path`; without fields that never came. */
export function findingsIn(text: string): string[] {
  const lines = text.matchAll(/^ {2}([a-z]+(?: [a-z]+)*) {2,}(\$\S*)/gm);
  const findings = [...lines].map(([, kind, path]) => `${kind} ${path}`);
  return [...new Set(findings)].filter((finding) => !finding.startsWith("never seen"));
}
