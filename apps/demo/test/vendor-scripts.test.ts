import { createEmulator } from "@agent-chats/emulator";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createEmulatorBackend } from "../server/backend.ts";
import { type Demo, startDemo } from "../server/demo.ts";
import { launchBrowser } from "./browser.ts";

const list = "api/cargo/ai/chats/list";
const markup = `<!doctype html><title>Sign in</title><script src="/${list}?name=script"></script><script>run()</script>`;
const script = "document.title = 'ran'; fetch('/api/invent/orgs/c/chats');";

/** Answers of a vendor, or of a gateway before it, by what was searched for. */
const hostile: Readonly<Record<string, [type: string, body: string]>> = {
  markup: ["text/html; charset=utf-8", markup],
  script: ["text/javascript", script],
  drawing: ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg"><script href="/${list}?name=script"/></svg>`],
  xml: [
    "application/xhtml+xml",
    `<html xmlns="http://www.w3.org/1999/xhtml"><script src="/${list}?name=script"/></html>`,
  ],
};

const seen: string[] = [];
let demo: Demo;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const backend = createEmulatorBackend(createEmulator({ seed: 7, chats: 5 }));
  const fetch = async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    seen.push(pathname);
    const [type, body] = hostile[searchParams.get("name") ?? ""] ?? [];
    if (type === undefined) return backend.fetch(request);
    return new Response(body, { headers: { "content-type": type } });
  };
  [demo, browser] = await Promise.all([startDemo({ port: 0, backend: { ...backend, fetch } }), launchBrowser()]);
});
afterAll(() => Promise.all([demo?.close(), browser?.close()]));
beforeEach(async () => {
  seen.length = 0;
  page = await browser.newPage();
});
afterEach(() => page.close());

it.each(Object.keys(hostile))("%s of a vendor is not run where an answer is opened as a page", async (name) => {
  const answer = await page.goto(`${demo.url}${list}?name=${name}`);
  expect(answer?.status()).toBe(403);
  expect(await page.title()).not.toBe("ran");
  expect(seen).toEqual([]);
});

it.each(Object.keys(hostile))("%s is not even where a browser does not tell what it opens", async (name) => {
  // Asks as one that sends no Sec-Fetch headers; what comes is handed to Chromium as it is.
  await page.route("**/api/**", async (route) => route.fulfill({ response: await route.fetch({ headers: {} }) }));
  const answer = await page.goto(`${demo.url}${list}?name=${name}`);
  expect(answer?.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(await page.title()).toBe("");
  expect(seen).toEqual(["/cargo/ai/chats/list"]);
});
