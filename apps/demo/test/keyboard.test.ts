import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();

/** Where the focus is, in words. */
const focused = () =>
  explorer.page.evaluate(() => {
    const element = document.activeElement;
    return element?.closest("tr")?.getAttribute("data-id") ?? element?.tagName.toLowerCase() ?? "";
  });
const pane = () => explorer.page.getByRole("complementary", { name: "Chat details" });

describe("the keyboard alone", () => {
  it("filters, reads chat after chat, and gives the focus back", async () => {
    const { page } = explorer;
    const press = (key: string) => page.keyboard.press(key);
    await explorer.open("");
    await press("/");
    await page.keyboard.type("vendor:cargo");
    await press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "vendor:cargo");
    await explorer.settled();
    await press("Escape");
    const rows = await explorer.ids();
    await press("j");
    expect(await focused()).toBe(rows[0]);
    for (let index = 0; index < 3; index++) await press("j");
    await press("k");
    expect(await focused()).toBe(rows[2]);
    await press("Enter");
    await pane().waitFor();
    expect(await focused()).toBe("h2");
    await press("j");
    await pane().getByText("4 of ").waitFor();
    expect(await page.locator("tr[data-opened]").getAttribute("data-id")).toBe(rows[3]);
    await press("k");
    await press("k");
    await pane().getByText("2 of ").waitFor();
    await press("Escape");
    await page.waitForFunction((id) => document.activeElement?.closest("tr")?.dataset.id === id, rows[1]);
    expect(await pane().count()).toBe(0);
  });

  it("includes and excludes the values of a row", async () => {
    const { page } = explorer;
    await explorer.open("");
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: /^Only/ }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => /^-vendor:/.test(url.searchParams.get("q") ?? ""));
  });

  it("is explained by a question mark, and types letters where one types", async () => {
    const { page } = explorer;
    await explorer.open("");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard and filters" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("jerk?");
    expect(await page.getByRole("combobox", { name: "Filter" }).inputValue()).toBe("jerk?");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("creates a chat, which is announced and not pushed in", async () => {
    const { emulator, page } = explorer;
    await explorer.open("");
    const rows = await explorer.ids();
    await page.getByRole("button", { name: "New chat", exact: true }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New chat at Cargo" });
    await dialog.waitFor();
    await page.keyboard.type("x");
    expect(emulator.state.cargo.chats.some(({ name }) => name === "x")).toBe(false);
    await dialog.getByRole("textbox", { name: "Name" }).fill("Made by hand");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "↑ 1 new" }).waitFor();
    expect(await explorer.ids()).toEqual(rows);
    await page.keyboard.press(".");
    const created = emulator.state.cargo.chats.find(({ name }) => name === "Made by hand");
    expect((await explorer.ids())[0]).toBe(`cargo/${created?.uuid}`);
  });

  it("says why a chat was not created, and keeps what was written", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=cargo");
    await page.getByRole("button", { name: "New chat", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Kept");
    const refusal = { status: 400, json: { errorMessage: "no such agent" } };
    await page.route("**/ai/chats", (route) => route.fulfill(refusal));
    await dialog.getByRole("button", { name: "Create chat" }).click();
    await dialog.getByRole("alert").getByText("Cargo answered 400 to create chat").waitFor();
    expect(await dialog.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Kept");
  });
});

describe("who wants less motion", () => {
  /** Longest time, in seconds, for which anything on the page moves. */
  const longestMotion = () =>
    explorer.page.evaluate(() => {
      const seconds = (list: string) => list.split(",").map((time) => Number.parseFloat(time) || 0);
      const all = [...document.querySelectorAll("*")].map((element) => getComputedStyle(element));
      return Math.max(
        ...all.flatMap((style) => seconds(style.transitionDuration)),
        ...all.flatMap((style) => (style.animationName === "none" ? [] : seconds(style.animationDuration))),
      );
    });

  it("sees none; others do", async () => {
    const { page } = explorer;
    await explorer.open("");
    await explorer.settled();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await pane().waitFor();
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await longestMotion()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await longestMotion()).toBe(0);
  });
});
