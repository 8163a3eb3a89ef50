import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Route } from "playwright-core";
import type { Report } from "../inside/outcome.ts";
import type { Runtime } from "./runtime.ts";

/** An address that nobody serves; it is secure, as a page of a product is. */
const address = "https://runtimes.test/";
const html = `<!doctype html><script type="module" src="/tests.mjs"></script>`;

/** The tests in a page of a headless Chromium. Nothing of it reaches the network. */
export const chromiumRuntime: Runtime = {
  name: "chromium",
  host: "page",
  isInstalled: false,
  version: () => withBrowser(async (browser) => browser.version()),
  async run(bundle, signal) {
    const tests = await readFile(bundle, "utf8");
    const answer = (route: Route) =>
      new URL(route.request().url()).pathname === "/tests.mjs"
        ? route.fulfill({ contentType: "text/javascript", body: tests })
        : route.fulfill({ contentType: "text/html", body: html });
    return withBrowser(async (browser) => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      await page.route("**/*", answer);
      await page.goto(address);
      const aborted = once(signal, "abort").then(() => Promise.reject(signal.reason));
      const report = await Promise.race([page.evaluate<Report | undefined>("globalThis.report"), aborted]);
      if (!report) throw new Error(`The page has no report:\n${errors.join("\n")}`);
      return report;
    });
  },
};

async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const { default: packaged } = await import("@sparticuz/chromium");
  // Not its own arguments: they switch the web's security off.
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
