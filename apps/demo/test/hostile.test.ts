import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();
const override = "\u202e";

/** Answers Cargo's lists with one chat of this name, whose one message has these parts. */
async function serve(name: string, parts: readonly object[]): Promise<void> {
  const chat = { uuid: "hostile", name, createdAt: "2026-11-20T11:59:00Z", updatedAt: "2026-11-20T11:59:00Z" };
  const once = (url: string, whole: object, empty: object) => (url.includes("offset=0") ? whole : empty);
  const { page } = explorer;
  await page.route("**/ai/chats/list?*", (route) =>
    route.fulfill({ json: once(route.request().url(), { chats: [chat] }, { chats: [] }) }),
  );
  const message = { uuid: "m", type: "assistant", status: "success", createdAt: chat.createdAt, parts };
  await page.route("**/ai/messages/list?*", (route) =>
    route.fulfill({ json: once(route.request().url(), { messages: [message] }, { messages: [] }) }),
  );
  await explorer.open("?vendor=cargo");
}

async function openChat(): Promise<void> {
  await explorer.page.locator('tr[data-id="hostile"] .title').click();
  await explorer.page.locator(".turn").waitFor();
}

describe("a text that turns the direction of writing", () => {
  it("is shown with a mark where it would, and turns nothing", async () => {
    const { page } = explorer;
    await serve(`invoice${override}fdp.exe`, [{ type: "text", text: `a${override}b\u0007c` }]);
    const title = page.locator('tr[data-id="hostile"] .title');
    expect(await title.textContent()).toBe("invoiceRLOfdp.exe");
    await openChat();
    expect(await page.locator(".turn .prose").textContent()).toBe("aRLObU+0007c");
    const shown = await page.locator(".list, .pane").allTextContents();
    expect(shown.join("")).not.toContain(override);
  });

  it("is isolated where it is honest Hebrew or Arabic", async () => {
    await serve("שלום 123", [{ type: "text", text: "مرحبا (1)" }]);
    await openChat();
    const isolates = await explorer.page
      .locator('tr[data-id="hostile"] .title bdi, .turn .prose bdi')
      .allTextContents();
    expect(isolates).toEqual(["שלום 123", "مرحبا (1)"]);
  });
});

describe("a message of a megabyte", () => {
  it("is cut until one asks for all of it", async () => {
    const { page } = explorer;
    const text = `${"<b>long</b> ".repeat(100_000)}the end`;
    await serve("Long", [{ type: "text", text }]);
    await openChat();
    expect((await page.locator(".turn .prose").textContent())?.length).toBe(20_000);
    await page.getByRole("button", { name: "Show all 1,200,007" }).click();
    expect(await page.locator(".turn .prose").textContent()).toBe(text);
  });
});

describe("a link", () => {
  it("says where it really leads, and leads only to the web or a mailbox, with no way back", async () => {
    const { page } = explorer;
    const link = (url: string, title: string) => ({ type: "source-url", url, title });
    await serve("Links", [
      link("https://evil.example/login", "https://bank.example"),
      link("https://аррӏе.com/", "apple.com"),
      link("javascript:alert(1)", "https://bank.example"),
      link("data:text/html,<script>alert(1)</script>", "a file"),
      link("mailto:someone@example.com", "write to us"),
      link("https://user:pass@evil.example", "safe"),
    ]);
    await openChat();
    const parts = page.locator('[data-part="source-url"]');
    expect(await parts.locator(".part-note").allTextContents()).toEqual([
      "evil.example",
      "xn--80ak6aa92e.com",
      "",
      "",
      "someone@example.com",
      "evil.example",
    ]);
    const links = parts.locator("a");
    expect(await links.count()).toBe(4);
    for (const one of await links.all()) {
      expect(await one.getAttribute("rel")).toBe("noopener noreferrer");
      expect(await one.getAttribute("href")).toMatch(/^(https|mailto):/);
    }
  });
});
