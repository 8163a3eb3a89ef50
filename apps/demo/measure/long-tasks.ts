import type { Browser } from "playwright-core";
import type { Measurement } from "./measurement.ts";

/** Loads all chats of a list into the page, and looks for what keeps the page from answering meanwhile. */
export async function measureLoading(browser: Browser, url: string, wanted: number): Promise<Measurement[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(600_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(url);
  await page.locator("tr[data-id]").first().waitFor();
  const startedAt = performance.now();
  await page.getByRole("button", { name: "Load all" }).click();
  await page.getByText("End of list").waitFor();
  const seconds = (performance.now() - startedAt) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const scrolled = await measureScrolling(page);
  const count = (await page.getByTestId("count").textContent()) ?? "";
  if (!count.includes(wanted.toLocaleString("en"))) throw new Error(`The page says "${count}", not ${wanted}.`);
  await page.close();
  return [
    { what: `${wanted.toLocaleString("en")} chats loaded into the page`, value: seconds * 1000, unit: "ms" },
    { what: "longest task while they load", value: Math.max(0, ...tasks), unit: "ms", limit: 200 },
    { what: "tasks over 50 ms while they load", value: tasks.length, unit: "" },
    { what: "longest frame while one scrolls through them", value: scrolled, unit: "ms", limit: 200 },
  ];
}

/** Jumps through the list; returns the longest time between two frames. */
function measureScrolling(page: Awaited<ReturnType<Browser["newPage"]>>): Promise<number> {
  return page.evaluate(async () => {
    const list = document.querySelector(".list");
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let [longest, before] = [0, await nextFrame()];
    for (let step = 1; list && step <= 60; step++) {
      list.scrollTo(0, (list.scrollHeight * step) / 60);
      const now = await nextFrame();
      [longest, before] = [Math.max(longest, now - before), now];
    }
    return longest;
  });
}
