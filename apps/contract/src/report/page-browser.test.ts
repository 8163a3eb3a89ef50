import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { renderReport } from "./page.ts";
import { createSampleReport } from "./sample-report.ts";

const folder = mkdtempSync(join(tmpdir(), "contract-page-"));
const attack = `</script></pre><script>document.title = "attacked"</script><img src="https://attack.example/" onerror="document.title = 'attacked'">`;
const sample = createSampleReport({ times: 2, hasGaps: true, isRed: true });
const findings = [...sample.findings, { oracle: "law", exchange: attack, message: attack } as const];
const address = pathToFileURL(join(folder, "report.html")).href;
let browser: Browser;
let page: Page;
/** What the page asked for and what it complained of. */
let heard: string[];

beforeAll(async () => {
  writeFileSync(join(folder, "report.html"), renderReport({ ...sample, findings }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await page?.close();
  heard = [];
  page = await browser.newPage();
  page.on("request", (request) => heard.push(request.url()));
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  await page.goto(address);
});

test("the page runs its own script, asks for nothing else, and no script of what it shows runs", async () => {
  expect(heard.filter((line) => !line.startsWith("data:"))).toEqual([address]);
  expect(await page.title()).toContain("The contract is broken.");
  expect(await page.locator("form").isVisible()).toBe(true);
  expect(await page.locator("img").count()).toBe(0);
});

test.each([390, 768, 1280])("nothing is wider than a screen of %d px", async (width) => {
  await page.setViewportSize({ width, height: 844 });
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test("a number leads by the keyboard to the exchange behind it, which opens", async () => {
  const link = page.locator(".findings .ref").first();
  await link.focus();
  await page.keyboard.press("Enter");
  const target = page.locator((await link.getAttribute("href")) ?? "");
  await target.locator(".messages").waitFor();
  expect(await target.locator("pre").nth(1).textContent()).toContain('"chats"');
});

test("the filter leaves the exchanges that have all its words", async () => {
  const visible = page.locator(".exchange:visible");
  const all = await visible.count();
  await page.getByLabel("Filter").fill("INVENT 200");
  expect(await visible.count()).toBeGreaterThan(0);
  expect(await visible.count()).toBeLessThan(all);
  for (const entry of await visible.all()) expect(await entry.textContent()).toMatch(/200[\s\S]*invent/);
  expect(await page.locator("#found").textContent()).toBe(`${await visible.count()} of ${all}`);
});

test.each(["light", "dark"] as const)("every text can be read: %s", async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  expect(await page.evaluate(findFaint)).toEqual([]);
});

/** Texts whose colour has less than 4.5 times the contrast to what is behind them (WCAG 2, AA). Runs in the page. */
function findFaint(): string[] {
  const toRgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red = 0, green = 0, blue = 0]: number[]) => {
    const linear = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const behind = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const colour = toRgb(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Set<string>();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!hasText || element.tagName === "SCRIPT") continue;
    const pair = [light(toRgb(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    const contrast = ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05);
    if (contrast < 4.5) faint.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
  }
  return [...faint];
}

test("headings go down by one level, tables have heads, and what is folded has a name", async () => {
  const levels = await page
    .locator("h1, h2, h3, h4")
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  const unnamed = await page.evaluate(
    () =>
      [...document.querySelectorAll("table")].filter((table) => !table.querySelector("th[scope=col]")).length +
      [...document.querySelectorAll("details")].filter((part) => !part.querySelector("summary")?.textContent?.trim())
        .length,
  );
  expect(unnamed).toBe(0);
});

/** A packaged Chromium on Linux x64, an installed Chrome elsewhere. */
async function launchBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}
