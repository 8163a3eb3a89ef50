import type { Browser } from "playwright-core";
import type { Screenshot } from "./screenshots.ts";

/** Opens the page as the screenshot wants it, and takes its picture: a PNG of two pixels for each of the page's. */
export async function takeScreenshot(
  browser: Browser,
  url: string,
  screenshot: Screenshot,
  now: Date,
): Promise<Buffer> {
  const { query, width = 1280, height = 800, isDark = false, isDown, act } = screenshot;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: isDark ? "dark" : "light",
    reducedMotion: "reduce",
    deviceScaleFactor: 2,
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  try {
    await page.clock.setFixedTime(now);
    for (const vendor of isDown ?? []) {
      const answer = { status: 503, json: { message: "Down for maintenance" } };
      await page.route(`**/api/${vendor}/**`, (route) => route.fulfill(answer));
    }
    await page.goto(url + query);
    await page.locator('.list[aria-busy="false"]').waitFor();
    await act?.(page);
    await page.locator('.list[aria-busy="false"]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot();
  } finally {
    await page.close();
  }
}
