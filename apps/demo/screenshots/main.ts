import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createEmulator } from "@agent-chats/emulator";
import { startDemo } from "../server/demo.ts";
import { launchBrowser } from "../test/browser.ts";
import { screenshots } from "./screenshots.ts";
import { toSmallPng } from "./small-png.ts";
import { takeScreenshot } from "./take.ts";

/** Where the documents find them. */
const directory = join(import.meta.dirname, "../../../docs/images");
/** The emulator and the page tell the same time, whenever this runs: the same source makes the same pictures. */
const now = new Date("2026-11-20T12:00:00Z");

const wanted = process.argv.slice(2);
// The clock goes on from there, so that what changes while a list is walked has times of its own.
let startedAt = performance.now();
const emulator = createEmulator({ clock: () => new Date(now.getTime() + performance.now() - startedAt) });
const demo = await startDemo({ port: 0, emulator });
const browser = await launchBrowser();
try {
  await mkdir(directory, { recursive: true });
  for (const screenshot of screenshots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    startedAt = performance.now();
    emulator.reset();
    const png = toSmallPng(await takeScreenshot(browser, demo.url, screenshot, now));
    await writeFile(join(directory, `${screenshot.name}.png`), png);
    console.log(`${screenshot.name}.png`.padEnd(20), `${Math.round(png.byteLength / 1000)} kB`.padStart(7));
  }
} finally {
  await Promise.all([browser.close(), demo.close()]);
}
