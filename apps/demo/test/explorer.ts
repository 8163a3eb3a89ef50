import { createEmulator } from "@agent-chats/emulator";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type Demo, startDemo } from "../server/demo.ts";
import { launchBrowser } from "./browser.ts";

/** The demo on a small emulator, with a browser before it. */
export interface Explorer {
  readonly emulator: ReturnType<typeof createEmulator>;
  readonly demo: Demo;
  /** A page with a history of its own, for one test. */
  readonly page: Page;
  /** Opens the address with this query, and waits until the list has settled. */
  open(query: string): Promise<void>;
  /** Waits until nothing is loading any more. */
  settled(): Promise<void>;
  /** Identifiers of the visible rows, in their order. */
  ids(): Promise<string[]>;
  /** What the page says about the number of chats. */
  count(): Promise<string>;
  /** Waits until the list is in a state, and returns it. */
  list(state: string): Promise<Locator>;
}

/** Starts everything before the tests of a file, and gives each of them a new page. */
export function useExplorer({ chats = 120 } = {}): Explorer {
  const emulator = createEmulator({ seed: 7, chats, clock: () => new Date("2026-11-20T12:00:00Z") });
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo({ port: 0, emulator }), launchBrowser()]);
  });
  afterAll(() => Promise.all([demo?.close(), browser?.close()]));
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: "America/New_York" });
    page.setDefaultTimeout(15_000);
  });
  afterEach(async () => {
    await page.close();
    emulator.reset();
  });

  const list = async (state: string) => {
    const found = page.locator(`.list[data-state="${state}"]`);
    await found.waitFor();
    return found;
  };
  const settled = () => page.locator('.list[aria-busy="false"]').waitFor();
  return {
    emulator,
    get demo() {
      return demo;
    },
    get page() {
      return page;
    },
    open: async (query) => {
      await page.goto(demo.url + query);
      await settled();
    },
    settled,
    ids: () => page.locator("tr[data-id]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id") ?? "")),
    count: async () => (await page.getByTestId("count").textContent()) ?? "",
    list,
  };
}
