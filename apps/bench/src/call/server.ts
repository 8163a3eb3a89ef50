import { createEmulator } from "@agent-chats/emulator";
import { vendor } from "@agent-chats/schema/cargo";

/** A server that answers at once: what is measured is the client. */
export interface ImmediateServer {
  readonly token: string;
  readonly url: string;
  /** Takes the place of the platform's `fetch`. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
}

/** Answers everything with a list of so many of an emulator's Cargo chats, in the envelope of Cargo or of an SDK. */
export async function createImmediateServer(chats: number, envelope: "chats" | "data"): Promise<ImmediateServer> {
  const { fetch, token } = createEmulator({ chats: 200 });
  const headers = { authorization: `Bearer ${token}` };
  const page = await fetch(new Request(`${vendor.baseUrl}/ai/chats/list?limit=${chats}`, { headers }));
  const { chats: items } = (await page.json()) as { chats: unknown[] };
  if (items.length !== chats) throw new Error(`The emulator gave ${items.length} chats, not ${chats}.`);
  const body = new TextEncoder().encode(JSON.stringify({ object: "list", [envelope]: items, has_more: false }));
  return {
    token,
    url: vendor.baseUrl,
    async fetch(input, init) {
      // As the platform does, whatever it is given.
      new Request(input, init);
      return new Response(body, { headers: { "content-type": "application/json" } });
    },
  };
}
