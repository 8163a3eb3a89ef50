import { createEmulator } from "@agent-chats/emulator";
import { startDemo } from "../server/demo.ts";
import { launchBrowser } from "../test/browser.ts";
import { measureFiltering } from "./filtering.ts";
import { measureFirstPaint } from "./first-paint.ts";
import { measureLoading } from "./long-tasks.ts";
import { keepsLimit, type Measurement, toLines } from "./measurement.ts";
import { measureScripts } from "./script-size.ts";

/** Chats that are loaded, and filtered. */
const many = 100_000;

const measurements: Measurement[] = [];
const add = (more: readonly Measurement[]) => {
  measurements.push(...more);
  for (const line of toLines(more)) console.log(line);
};

const usual = await startDemo({ port: 0, emulator: createEmulator() });
const large = await startDemo({ port: 0, emulator: createEmulator({ chats: many }) });
const browser = await launchBrowser();
try {
  add(await measureScripts());
  add(await measureFirstPaint(browser, usual.url));
  add(await measureFiltering(browser, large.url, many));
  add(await measureLoading(browser, `${large.url}?vendor=cargo`, many));
} finally {
  await Promise.all([browser.close(), usual.close(), large.close()]);
}
process.exitCode = measurements.every(keepsLimit) ? 0 : 1;
