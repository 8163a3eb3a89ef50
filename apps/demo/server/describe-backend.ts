import type { Backend } from "./backend.ts";

/** Where the chats come from, in a line or a few. Tells where each vendor is asked, and never a token. */
export function describeBackend({ info, baseUrlOf }: Backend, emulated: string): string {
  if (info.backend === "emulator") return `emulator: ${emulated}`;
  const lines = info.vendors.map(({ id, title }) => `${title} at ${baseUrlOf(id)}`);
  const missing = (info.missing ?? []).map(({ title, variable }) => `without ${title}: ${variable} is not set`);
  return [...lines, ...missing].join("\n         ");
}
