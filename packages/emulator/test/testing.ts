import { createEmulator, type Emulator, type EmulatorOptions } from "../src/emulator.ts";

/** The instant at which the data of the tests ends. */
export const now = new Date("2026-11-20T15:04:00.000Z");

/** An emulator whose clock stands still. */
export function createTestEmulator(options: EmulatorOptions = {}): Emulator {
  return createEmulator({ chats: 600, clock: () => now, ...options });
}

/** Sends a request with the token, unless the headers say otherwise. */
export function send(
  emulator: Emulator,
  path: string,
  { headers = {}, ...init }: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const all = { authorization: `Bearer ${emulator.token}`, ...headers };
  return emulator.fetch(new Request(`https://emulator.example${path}`, { ...init, headers: all }));
}

/** The JSON of a successful answer. */
export async function get<Answer>(emulator: Emulator, path: string): Promise<Answer> {
  const response = await send(emulator, path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Every item of a listing, page after page until one is empty. */
export async function walk<Item>(readPage: (index: number) => Promise<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for (let index = 0; ; index += 1) {
    const page = await readPage(index);
    if (page.length === 0) return all;
    all.push(...page);
  }
}
