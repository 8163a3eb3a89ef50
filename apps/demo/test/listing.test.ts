import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();

/** The chats that each address lists, as the emulator has them. */
function expectedIds(): { query: string; ids: string[]; hasTotal: boolean }[] {
  const { cargo, cotool, invent } = explorer.emulator.state;
  return [
    { query: "?vendor=cargo", ids: cargo.chats.map(({ uuid }) => uuid), hasTotal: false },
    ...cotool.agents.slice(0, 2).map(({ agentId }) => ({
      query: `?vendor=cotool&agentId=${agentId}`,
      ids: (cotool.chatsOf(agentId) ?? []).map(({ id }) => id),
      hasTotal: true,
    })),
    { query: "?vendor=invent", ids: invent.chats.map(({ id }) => id), hasTotal: true },
  ];
}

const more = () => explorer.page.getByRole("button", { name: "Load more" });

async function loadMore(): Promise<void> {
  await more().click();
  await explorer.settled();
}

async function loadAll(): Promise<void> {
  while (await more().isVisible()) await loadMore();
}

describe("the list", () => {
  it("holds all chats of each vendor, each once, in the vendor's order", async () => {
    for (const { query, ids, hasTotal } of expectedIds()) {
      await explorer.open(query);
      expect(await explorer.ids()).toEqual(ids.slice(0, 40));
      await loadAll();
      await explorer.list("end");
      expect(await explorer.ids()).toEqual(ids);
      expect(await explorer.count()).toBe(
        hasTotal ? `${ids.length} of ${ids.length} chats` : `${ids.length} chats, all loaded`,
      );
    }
  });

  it("says how many there are only where the vendor says it", async () => {
    await explorer.open("?vendor=invent");
    expect(await explorer.count()).toBe("40 of 120 chats");
    await explorer.open("?vendor=cargo");
    expect(await explorer.count()).toBe("40 loaded, more may follow");
  });

  it("gets the next page on demand, without repeating a row", async () => {
    const all = explorer.emulator.state.invent.chats.map(({ id }) => id);
    await explorer.open("?vendor=invent");
    await loadMore();
    const both = await explorer.ids();
    expect(both.length).toBeGreaterThan(60);
    expect(both).toEqual(all.slice(0, both.length));
    expect(await explorer.count()).toBe(`${both.length} of 120 chats`);
  });

  it("shows each row once, and leaves none out, while others come in and go", async () => {
    const { cargo } = explorer.emulator.state;
    const before = cargo.chats.map(({ uuid }) => uuid);
    explorer.emulator.dials.cargo.listChats = { churn: { inserts: 3, deletes: 2, updates: 2 } };
    await explorer.open("?vendor=cargo");
    await loadAll();
    await explorer.list("end");
    const shown = await explorer.ids();
    const stayed = new Set(cargo.chats.map(({ uuid }) => uuid));
    expect(stayed.size).not.toBe(before.length);
    expect(shown.filter((id) => stayed.has(id))).toEqual(before.filter((id) => stayed.has(id)));
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("starts with all vendors, and goes to one by its tab", async () => {
    await explorer.open("");
    await explorer.page.getByRole("heading", { level: 1, name: "All chats" }).waitFor();
    await explorer.page.getByRole("link", { name: "Invent" }).click();
    await explorer.page.getByText("40 of 120 chats").waitFor();
    expect(explorer.page.url()).toBe(`${explorer.demo.url}?vendor=invent`);
  });
});

describe("a window of 360 pixels", () => {
  it("shows list, filters and details without scrolling sideways", async () => {
    const { page } = explorer;
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.setViewportSize({ width: 360, height: 720 });
    await explorer.open("?vendor=cargo&triggerType=workflow");
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Filters (1)" }).click();
    await page.getByRole("button", { name: /^Created/ }).click();
    expect(await overflow()).toBe(0);
    await page.keyboard.press("Escape");
    await page.locator("tr[data-id] .title").first().click();
    await page.getByRole("main", { name: "Chat details" }).waitFor();
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Close details" }).click();
    await page.getByRole("searchbox", { name: "Search names" }).fill("x");
  });
});

describe("the states", () => {
  it("tells a failure, and recovers from it by Retry", async () => {
    const { page } = explorer;
    await page.route("**/api/cotool/**", (route) => route.fulfill({ status: 500, json: { error: "down" } }));
    await explorer.open("?vendor=cotool");
    await page.getByRole("alert").getByText("Cotool answered 500 to list agent chats").waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Retry" }).click();
    await explorer.settled();
    expect((await explorer.ids()).length).toBeGreaterThan(0);
  });

  it("keeps the rows when only the next page fails, and goes on from there", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=invent");
    await page.route("**/api/invent/**", (route) => route.fulfill({ status: 502, body: "<html>" }));
    await page.getByRole("button", { name: "Load more" }).click();
    await explorer.list("failed-more");
    expect(await explorer.ids()).toHaveLength(40);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Retry" }).click();
    await explorer.list("more");
    const rows = await explorer.ids();
    expect(rows.length).toBeGreaterThan(60);
    expect(rows).toEqual(explorer.emulator.state.invent.chats.slice(0, rows.length).map(({ id }) => id));
  });

  it("starts over where so much has gone that nothing tells where the next page begins", async () => {
    const { emulator, page } = explorer;
    await explorer.open("?vendor=cargo");
    emulator.dials.cargo.listChats = { churn: { deletes: 115, inserts: 60 } };
    await loadMore();
    await loadMore();
    await explorer.list("failed-more");
    await page.getByRole("alert").getByText("the cursor is stale").waitFor();
    emulator.dials.cargo.listChats = {};
    await page.getByRole("button", { name: "Start over" }).click();
    await explorer.list("more");
    expect(await explorer.ids()).toEqual(emulator.state.cargo.chats.slice(0, 40).map(({ uuid }) => uuid));
  });

  it("does not take a page of HTML for an empty list", async () => {
    await explorer.page.route("**/api/cargo/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<html>" }),
    );
    await explorer.open("?vendor=cargo");
    await explorer.list("failed");
    await explorer.page.getByRole("alert").getByText("a page of HTML").waitFor();
  });

  it("tells that there is nothing from that nothing matches", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=invent&search=no%20chat%20says%20this");
    await page.getByRole("heading", { name: "No chats match" }).waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText("40 of 120 chats").waitFor();
    await page.route("**/api/cargo/**", (route) => route.fulfill({ json: { chats: [] } }));
    await page.getByRole("link", { name: "Cargo" }).click();
    await page.getByRole("heading", { name: "No chats yet" }).waitFor();
  });

  it("shows that it loads, and ignores an answer that comes too late", async () => {
    const { page } = explorer;
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/cargo/**", (route) => late.then(() => route.continue()).catch(() => {}));
    await page.goto(`${explorer.demo.url}?vendor=cargo`);
    await explorer.list("loading");
    await page.getByRole("link", { name: "Invent" }).click();
    await page.getByText("40 of 120 chats").waitFor();
    release();
    await page.unrouteAll({ behavior: "wait" });
    expect(await explorer.ids()).toEqual(explorer.emulator.state.invent.chats.slice(0, 40).map(({ id }) => id));
  });
});
