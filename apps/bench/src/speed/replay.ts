import { createEmulator } from "@agent-chats/emulator";
import { largestAgent } from "../rivals/vendors.ts";

/** A server whose answers cost nothing but time: those of an emulator, kept as bytes. */
export interface Replay {
  readonly token: string;
  /** The agent of Cotool that has the most chats. */
  readonly agentId: string;
  /** How many it has. */
  readonly length: number;
  /** Answers after some milliseconds; for the first time as slowly as the emulator is. */
  fetch(request: Request, latencyMs: number): Promise<Response>;
}

/** Cotool's largest agent has about a quarter of the organisation's chats. */
const largestShare = 0.2394;

/** Makes a server that lists about so many chats of one agent. */
export function createReplay(chats: number): Replay {
  const emulator = createEmulator({ chats: Math.ceil(chats / largestShare) });
  const agentId = largestAgent(emulator);
  const bodies = new Map<string, ArrayBuffer>();

  async function read(request: Request): Promise<ArrayBuffer> {
    const known = bodies.get(request.url);
    if (known) return known;
    const response = await emulator.fetch(request);
    if (!response.ok) throw new Error(`${request.url} answered ${response.status}`);
    const body = await response.arrayBuffer();
    bodies.set(request.url, body);
    return body;
  }

  return {
    token: emulator.token,
    agentId,
    length: emulator.state.cotool.chatsOf(agentId)?.length ?? 0,
    async fetch(request, latencyMs) {
      const [body] = await Promise.all([read(request), latencyMs > 0 && sleep(latencyMs)]);
      const headers = { "content-type": "application/json", date: new Date().toUTCString() };
      return new Response(body, { headers });
    },
  };
}

/** Resolves after some milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
