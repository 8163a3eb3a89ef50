import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import type { filterRows } from "./filter-rows.ts";
import { queries } from "./filter-rows.ts";
import type { Measurement } from "./measurement.ts";

/** How long the page's own predicate takes over so many chats in memory, in the browser. */
export async function measureFiltering(browser: Browser, url: string, wanted: number): Promise<Measurement[]> {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(url);
  await page.evaluate(await bundle());
  const results = await page.evaluate(
    ([baseUrl, count]) => (globalThis as unknown as { filterRows: typeof filterRows }).filterRows(baseUrl, count),
    [`${url}api/cargo`, wanted] as const,
  );
  await page.close();
  return results.map(({ ms, found }, index) => ({
    what: `${wanted.toLocaleString("en")} chats filtered by ${queries[index]} (${found.toLocaleString("en")} match)`,
    value: ms,
    unit: "ms",
    limit: 100,
  }));
}

/** What runs in the browser, as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@agent-chats/source", "module", "browser"] },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, "filter-rows.ts"), formats: ["iife"], name: "measured" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error("Nothing was built.");
  return chunk.code;
}
