import { describe, expect, it } from "vitest";
import { allChats } from "./all-chats.ts";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();
const query = (text: string) => `?vendor=all&q=${encodeURIComponent(text)}`;
const chip = (name: string) => explorer.page.locator(`[data-chip="${name}"]`);
const news = () => explorer.page.locator(".news");

/** Lists change before every request but the first. */
function churn(): void {
  const { dials } = explorer.emulator;
  const lively = { churn: { inserts: 1, updates: 3, deletes: 1 } };
  dials.cargo.listChats = lively;
  // It is one list an agent: together they change as fast.
  dials.cotool.listAgentChats = { churn: { inserts: { atMost: 1 }, updates: 1 } };
  dials.invent.listOrgChats = lively;
}

/** What the cells of a column say, of all rows. */
const column = (label: string) => explorer.page.locator(`tr[data-id] td[data-label="${label}"]`).allTextContents();

async function type(text: string): Promise<void> {
  const input = explorer.page.getByRole("combobox", { name: "Filter" });
  await input.fill(text);
  await input.press("Enter");
}

const asked = () => new URL(explorer.page.url()).searchParams.get("q");

describe("all chats", () => {
  it("are those of every vendor, each once, the newest first, and counted as far as they can be", async () => {
    const { page } = explorer;
    const keys = allChats(explorer.emulator.state).map(({ key }) => key);
    await explorer.open("");
    expect(await explorer.ids()).toEqual(keys.slice(0, 50));
    await page.getByText(/^50 of at least \d+ chats$/).waitFor();
    await page.getByRole("button", { name: "Load more" }).click();
    await explorer.settled();
    expect(await explorer.ids()).toEqual(keys.slice(0, 100));
    await page.getByRole("button", { name: "Load all" }).click();
    await explorer.list("end");
    expect(await explorer.ids()).toEqual(keys);
    expect(await explorer.count()).toBe(`${keys.length} chats, all loaded`);
  });

  it("go on without a vendor that is down, say which and why, and have it back by Retry", async () => {
    const { page } = explorer;
    const keys = allChats(explorer.emulator.state).map(({ key }) => key);
    await page.route("**/api/cotool/**", (route) => route.fulfill({ status: 403, json: { error: "no" } }));
    await explorer.open("");
    await page.getByRole("alert").getByText("Cotool is missing from here").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("403");
    expect(await explorer.ids()).toEqual(keys.filter((key) => !key.startsWith("cotool/")).slice(0, 50));
    await page.unrouteAll();
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(await explorer.ids()).toEqual(keys.slice(0, 50));
  });

  it("fail as a whole only where every vendor does", async () => {
    const { page } = explorer;
    await page.route("**/api/{cargo,cotool,invent}/**", (route) => route.fulfill({ status: 403, json: {} }));
    await explorer.open("");
    await explorer.list("failed");
    await page.unrouteAll();
    await page.getByRole("button", { name: "Retry" }).click();
    await explorer.list("more");
  });
});

describe("the filter", () => {
  it("is typed or clicked, and both are one state in the address", async () => {
    const { page } = explorer;
    await explorer.open("");
    await type('vendor:invent state:open  "a"');
    await page.waitForURL((url) => url.searchParams.get("q") === "vendor:invent state:open a");
    await chip("state").getByText("Open").waitFor();
    await chip("state").locator(".control").click();
    await chip("state")
      .getByRole("checkbox", { name: /^Snoozed/ })
      .check();
    await chip("state").getByRole("button", { name: "Not Closed" }).click();
    await page.keyboard.press("Escape");
    await explorer.settled();
    expect(asked()).toBe("vendor:invent state:open,snoozed -state:closed a");
    expect(await page.getByRole("combobox", { name: "Filter" }).inputValue()).toBe(asked());
    for (const state of await column("State")) expect(state).toMatch(/^(Open|Snoozed)/);
    await page.getByRole("button", { name: "Clear State" }).click();
    expect(asked()).toBe("vendor:invent a");
  });

  it("says what it does not understand, and stays as it was", async () => {
    const { page } = explorer;
    await explorer.open("");
    await type("state:opn");
    await page.getByText("“state” has no “opn”; there are open").waitFor();
    expect(asked()).toBeNull();
    expect(await explorer.ids()).toHaveLength(50);
  });

  it("suggests keys and values, taken by keyboard", async () => {
    const { page } = explorer;
    await explorer.open("");
    await page.keyboard.press("/");
    await page.keyboard.type("sta");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("clo");
    await page.getByRole("option", { name: /^Closed/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "state:closed");
    await explorer.settled();
    for (const state of await column("State")) expect(state).toMatch(/^Closed/);
  });

  it("keeps ages as ages in the address, and counts them from now", async () => {
    const { emulator, page } = explorer;
    await page.clock.setFixedTime(new Date("2026-11-20T12:00:00Z"));
    await explorer.open("");
    await chip("since").locator(".control").click();
    await page.getByRole("button", { name: "Last 7 days" }).click();
    await page.waitForURL((url) => url.searchParams.get("q") === "since:7d");
    await explorer.settled();
    await explorer.list("end");
    const from = Date.parse("2026-11-13T12:00:00Z");
    const wanted = allChats(emulator.state).filter(({ createdMs }) => createdMs >= from);
    expect(await explorer.ids()).toEqual(wanted.map(({ key }) => key));
  });

  it("takes a value from a cell, to include or to exclude it", async () => {
    const { page } = explorer;
    await explorer.open("");
    const closed = page.locator('td[data-label="State"] .cell-value', { hasText: /^Closed/ }).first();
    await closed.click();
    await page.getByRole("menuitem", { name: "Not Closed" }).click();
    await page.waitForURL((url) => url.searchParams.get("q") === "-state:closed");
    await explorer.settled();
    for (const state of await column("State")) expect(state).not.toMatch(/Closed/);
    await page.locator('td[data-label="Vendor"] .cell-value', { hasText: "Cotool" }).first().click();
    await page.getByRole("menuitem", { name: "Only Cotool" }).click();
    await explorer.settled();
    expect(asked()).toBe("-state:closed vendor:cotool");
    expect(new Set(await column("Vendor"))).toEqual(new Set(["Cotool"]));
  });

  it("that narrows the list shows at once what is loaded of it, and then the rest without moving a row", async () => {
    const { page } = explorer;
    await explorer.open("");
    const closed = () => page.locator("tr[data-id]", { has: page.locator(".badge", { hasText: "Closed" }) });
    const loaded = await closed().evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id")));
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/*/**", (route) => late.then(() => route.continue()));
    await type("state:closed");
    await explorer.list("loading-more");
    expect(await explorer.ids()).toEqual(loaded);
    expect(await explorer.count()).toBe(`${loaded.length} loaded, more may follow`);
    release();
    await explorer.settled();
    const rows = await explorer.ids();
    expect(rows.length).toBeGreaterThan(loaded.length);
    expect(rows.slice(0, loaded.length)).toEqual(loaded);
    await page.unrouteAll({ behavior: "wait" });
  });

  it("leaves out vendors that cannot answer it, and says so", async () => {
    await explorer.open(query("score:>=0.5"));
    await explorer.page
      .getByText("Cargo does not tell score; Invent does not tell score, and was not asked.")
      .waitFor();
    expect(new Set((await explorer.ids()).map((id) => id.split("/")[0]))).toEqual(new Set(["cotool"]));
  });

  it("labels its counts by where they are from", async () => {
    const { emulator } = explorer;
    await explorer.open("");
    await explorer.page.getByText(/at least/).waitFor();
    await chip("vendor").locator(".control").click();
    const counts = await chip("vendor").locator(".facet").allTextContents();
    const cotool = emulator.state.cotool.agents.flatMap(({ agentId }) => emulator.state.cotool.chatsOf(agentId) ?? []);
    const cargo = (await column("Vendor")).filter((vendor) => vendor === "Cargo").length;
    expect(counts).toEqual([
      `Cargo${cargo}loadedNot`,
      `Cotool${cotool.length}serverNot`,
      `Invent${emulator.state.invent.chats.length}serverNot`,
    ]);
  });

  it("is kept under a name, and found again after a reload", async () => {
    const { page } = explorer;
    await explorer.open(query("state:failed since:30d"));
    await page.getByRole("button", { name: /Saved views/ }).click();
    await page.getByRole("textbox", { name: "Name of this view" }).fill("On fire");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await explorer.open("?vendor=cargo");
    await page.reload();
    await page.getByRole("button", { name: /Saved views/ }).click();
    await page.getByRole("button", { name: "On fire", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("q") === "state:failed since:30d");
    await page.getByRole("heading", { level: 1, name: "All chats" }).waitFor();
  });
});

describe("while the lists change", () => {
  it("the row under the pointer stays the same until one asks for what is new", async () => {
    const { emulator, page } = explorer;
    await page.clock.install();
    await explorer.open("");
    churn();
    const box = await page.locator("tr[data-id]").nth(3).boundingBox();
    const point = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 };
    await page.mouse.move(point.x, point.y);
    const under = () =>
      page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest("tr")?.getAttribute("data-id"), point);
    const before = await under();
    const rows = await explorer.ids();
    for (let round = 1; round <= 3; round++) {
      const answered = page.waitForResponse("**/api/invent/**");
      await page.clock.fastForward(31_000);
      await answered;
      await news().waitFor();
      expect(await under()).toBe(before);
      expect(await explorer.ids()).toEqual(rows);
    }
    await page.keyboard.press("m");
    await page.locator("tr[data-id]").nth(rows.length).waitFor();
    await explorer.settled();
    expect(await under()).toBe(before);
    expect((await explorer.ids()).slice(0, rows.length)).toEqual(rows);
    expect(await news().textContent()).toMatch(/^↑ \d+ new, \d+ changed$/);
    await news().click();
    const after = await explorer.ids();
    expect(after.length).toBeGreaterThan(rows.length);
    expect(new Set(after).size).toBe(after.length);
    expect(rows).not.toContain(after[0]);
    const newest = allChats(emulator.state).map(({ key }) => key);
    expect(newest.slice(0, 40)).toContain(after[0]);
  });

  it("every row satisfies the filter, of further pages and of what is new", async () => {
    const { page } = explorer;
    churn();
    await explorer.open(query("state:open,failed -channel:gmail"));
    const check = async () => {
      expect((await explorer.ids()).length).toBeGreaterThan(0);
      for (const state of await column("State")) expect(state).toMatch(/Open|Failed/);
      for (const channel of await column("Channel")) expect(channel).not.toBe("Gmail");
    };
    await check();
    await page.keyboard.press("m");
    await explorer.settled();
    await check();
    for (let round = 0; round < 3; round++) {
      await page.keyboard.press("r");
      await news().waitFor();
      await page.keyboard.press(".");
      await news().waitFor({ state: "detached" });
      await check();
    }
  });
});

describe("going back", () => {
  it("finds the list as it was left: filters, rows and place", async () => {
    const { page } = explorer;
    await explorer.open(query("since:3650d"));
    await page.getByRole("button", { name: "Load more" }).click();
    await explorer.settled();
    const rows = await explorer.ids();
    await page.locator("tr[data-id]").nth(70).scrollIntoViewIfNeeded();
    const top = await page.locator(".list").evaluate(({ scrollTop }) => scrollTop);
    expect(top).toBeGreaterThan(500);
    await page.getByRole("link", { name: "Invent" }).click();
    await page.getByText("40 of 120 chats").waitFor();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "All chats" }).waitFor();
    expect(await explorer.ids()).toEqual(rows);
    expect(await page.locator(".list").evaluate(({ scrollTop }) => scrollTop)).toBe(top);
    expect(await page.getByRole("combobox", { name: "Filter" }).inputValue()).toBe("since:3650d");
    // It is read on where it was, by the instants that its ages were then.
    await page.getByRole("button", { name: "Load more" }).click();
    await explorer.settled();
    expect((await explorer.ids()).slice(0, rows.length)).toEqual(rows);
    expect(await explorer.ids()).toHaveLength(150);
  });
});
