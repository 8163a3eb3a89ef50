import type { Browser } from "playwright-core";
import type { Measurement } from "./measurement.ts";

/** Openings of which the median counts. */
const runs = 5;

/** How long it takes until the first chat is on the screen, in a browser that knows nothing of the page. */
export async function measureFirstPaint(browser: Browser, url: string): Promise<Measurement[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        if (!document.querySelector("tr[data-id]")) return;
        observer.disconnect();
        // Behind the frame in which it is painted.
        requestAnimationFrame(() => setTimeout(() => performance.mark("first-chat")));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName("first-chat").length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName("first-chat")[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  const median = times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN;
  return [{ what: `first chat painted, median of ${runs}`, value: median, unit: "ms" }];
}
