import { createEmulator } from "@agent-chats/emulator";
import { createEmulatorBackend } from "./backend.ts";
import { parseOptions, usage } from "./command-line.ts";
import { startDemo } from "./demo.ts";
import { describeBackend } from "./describe-backend.ts";
import { createVendorBackend } from "./vendor-backend.ts";

const options = readOptions();
const { seed, chats, port, host, dev } = options;
const [backend, demo] = await start().catch((error: unknown) => {
  console.error(`The demo did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});

if (port !== 0 && demo.port !== port) console.log(`Port ${port} is taken; ${demo.port} is free.`);
console.log(`
  agent-chats demo

  Open   ${demo.url}
  Data   ${describeBackend(backend, `${chats.toLocaleString("en")} chats of each vendor, seed ${seed}`)}
  Stop   Ctrl+C
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}

/** The vendors whose tokens are set; the emulator where none is, or where it is asked for. */
async function start() {
  const vendors = options.emulator ? undefined : createVendorBackend(process.env);
  const backend = vendors ?? createEmulatorBackend(createEmulator({ seed, chats }));
  return [backend, await startDemo({ backend, port, host, dev })] as const;
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
