import type { Browser, Page } from "playwright-core";
import type { Measurement } from "./measurement.ts";
import { type Busy, traceTasks } from "./trace-tasks.ts";

/** Loads all chats of a list into the page, and looks for what keeps the page from answering meanwhile. */
export async function measureLoading(browser: Browser, url: string, wanted: number): Promise<Measurement[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(600_000);
  await page.goto(url);
  await page.locator("tr[data-id]").first().waitFor();
  const loaded = await traceTasks(browser, async () => {
    await page.getByRole("button", { name: "Load all" }).click();
    await page.getByText("End of list").waitFor();
  });
  const scrolled = await traceTasks(browser, () => scrollThrough(page));
  const count = (await page.getByTestId("count").textContent()) ?? "";
  if (!count.includes(wanted.toLocaleString("en"))) throw new Error(`The page says "${count}", not ${wanted}.`);
  await page.close();
  return [
    { what: `${wanted.toLocaleString("en")} chats loaded into the page`, value: loaded.elapsedMs, unit: "ms" },
    ...toMeasurements("while they load", loaded),
    ...toMeasurements("while one scrolls through them", scrolled),
  ];
}

/**
 * The limit is for the page's own work. What the clock shows is told beside it: on a machine that is busy with other things
 * a task waits in the middle.
 */
function toMeasurements(when: string, { longestMs, longestByClockMs, over50 }: Busy): Measurement[] {
  return [
    { what: `longest task ${when}`, value: longestMs, unit: "ms", limit: 200 },
    { what: `… by the clock, other programs included`, value: longestByClockMs, unit: "ms" },
    { what: `tasks over 50 ms ${when}`, value: over50, unit: "" },
  ];
}

/** Jumps through the list, a place a frame. */
function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const list = document.querySelector(".list");
    for (let step = 1; list && step <= 60; step++) {
      list.scrollTo(0, (list.scrollHeight * step) / 60);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}
