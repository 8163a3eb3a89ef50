import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import { createEmulator } from "@agent-chats/emulator";

// What the examples of the documentation take for granted: tokens in the environment, clients, and what they list.
// Real vendors are never asked: every request of an example goes to an emulator.
export const emulator = createEmulator({ chats: 40 });
const platformFetch = globalThis.fetch;
const emulatedFetch: typeof fetch = (input, init) => emulator.fetch(new Request(input, init));
globalThis.fetch = emulatedFetch;

/** For examples that intercept requests below `fetch`: until they are done, it is that of the platform. */
export function usePlatformFetch(isUsed: boolean): void {
  globalThis.fetch = isUsed ? platformFetch : emulatedFetch;
}

const { token } = emulator;
Object.assign(process.env, { CARGO_API_TOKEN: token, COTOOL_API_KEY: token, INVENT_API_KEY: token });

export const cargo = createCargo({ token });
export const cotool = createCotool({ token });
export const invent = createInvent({ token });
export const agentId = emulator.state.cotool.agents[0]?.agentId ?? "";
export const chatUuid = emulator.state.cargo.chats[0]?.uuid ?? "";
export const previousCursor: string | undefined = undefined;
export const readKeyFromVault = async () => token;

const entry = {
  request: { method: "GET", url: "https://api.getcargo.io/v1/ai/chats/list" },
  response: { status: 200, content: { mimeType: "application/json", text: '{ "chats": [] }' } },
};
export const harText = JSON.stringify({ log: { version: "1.2", entries: [entry] } });
