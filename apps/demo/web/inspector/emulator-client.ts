import type { Fault, ListDials } from "@agent-chats/emulator";
import type { EmulatorSettings } from "../../server/emulator-settings.ts";

/** The dials of the emulator behind the demo's server. */
export interface EmulatorClient {
  read(signal?: AbortSignal): Promise<EmulatorSettings>;
  /** Sets the dials or the faults of an operation, as a whole. Rejects with the emulator's own words. */
  set(
    vendor: string,
    operation: string,
    settings: { readonly dials?: ListDials; readonly faults?: readonly Fault[] },
    signal?: AbortSignal,
  ): Promise<EmulatorSettings>;
  /** Goes back to the data, the dials and the faults of the beginning. */
  reset(): Promise<EmulatorSettings>;
  /** Identifiers of all chats that a vendor lists now. */
  readTruth(vendor: string, path: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<readonly string[]>;
}

const root = "/api/emulator";

export const emulatorClient: EmulatorClient = {
  read: (signal) => ask(root, { signal: signal ?? null }),
  set: (vendor, operation, settings, signal) => post({ vendor, operation, ...settings }, signal),
  reset: () => post({ reset: true }),
  async readTruth(vendor, path, signal) {
    const query = new URLSearchParams({ ...path, vendor });
    return (await ask<{ ids: readonly string[] }>(`${root}/truth?${query}`, { signal: signal ?? null })).ids;
  },
};

function post(body: object, signal?: AbortSignal): Promise<EmulatorSettings> {
  const headers = { "content-type": "application/json" };
  return ask(root, { method: "POST", headers, body: JSON.stringify(body), signal: signal ?? null });
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(address, init);
  if (response.ok) return (await response.json()) as Answer;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  throw new Error(message ?? `The demo's server answered ${response.status}.`);
}
