import { createEmulator } from "@agent-chats/emulator";
import { parseOptions, usage } from "./command-line.ts";
import { startDemo } from "./demo.ts";

const options = readOptions();
const { seed, chats, port, host, dev } = options;
const emulator = createEmulator({ seed, chats });
const demo = await startDemo({ emulator, port, host, dev }).catch((error: unknown) => {
  console.error(`The demo did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});

if (port !== 0 && demo.port !== port) console.log(`Port ${port} is taken; ${demo.port} is free.`);
console.log(`
  agent-chats demo

  Open   ${demo.url}
  Data   emulator: ${chats.toLocaleString("en")} chats of each vendor, seed ${seed}
  Stop   Ctrl+C
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}

function readOptions() {
  try {
    const parsed = parseOptions(process.argv.slice(2));
    if (parsed !== "help") return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
