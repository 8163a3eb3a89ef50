import { describe, expect, it } from "vitest";
import { type Explorer, useExplorer } from "./explorer.ts";

/** Up to so many rows all are in the page. */
const most = 2000;

/** Reads a whole list of Cargo's into the page; returns the identifiers that it should have. */
async function loadAll(explorer: Explorer): Promise<string[]> {
  const { page } = explorer;
  await explorer.open("?vendor=cargo");
  await page.getByRole("button", { name: "Load all" }).click();
  await page.getByText("End of list").waitFor({ timeout: 50_000 });
  return explorer.emulator.state.cargo.chats.map(({ uuid }) => uuid);
}

const rowCount = ({ page }: Explorer) => page.locator("table.table").getAttribute("aria-rowcount");

describe("a list of 2,000 rows", () => {
  const explorer = useExplorer({ chats: most });

  it("is in the page whole, where find-in-page finds each", async () => {
    const all = await loadAll(explorer);
    expect(all).toHaveLength(most);
    expect(await explorer.ids()).toEqual(all);
    expect(await rowCount(explorer)).toBe(`${most + 1}`);
  });
});

describe("a longer list", () => {
  const explorer = useExplorer({ chats: most + 1 });
  /** The row that has the focus, by its place as a screen reader is told it: the head is the first. */
  const focusedPlace = () =>
    explorer.page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") ?? null);

  const waitForFocus = (place: number) =>
    explorer.page.waitForFunction(
      (wanted) => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === wanted,
      `${place}`,
    );

  it("has the rows around the screen, in a table that says how many there are, at its full height", async () => {
    const { page } = explorer;
    const all = await loadAll(explorer);
    expect(await explorer.count()).toBe("2,001 chats, all loaded");
    expect(await rowCount(explorer)).toBe(`${most + 2}`);
    for (const share of [0, 0.5, 1]) {
      await page.locator(".list").evaluate((list, to) => list.scrollTo(0, list.scrollHeight * to), share);
      // What is on the screen is a row, not the space that stands for rows.
      await page.waitForFunction(() => {
        const { left, top, height } = document.querySelector(".list")?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + 40, top + height / 2)?.closest("tr[data-id]");
      });
      const rows = await page
        .locator("tr[data-id]")
        .evaluateAll((found) => found.map((row) => [row.getAttribute("data-id"), row.getAttribute("aria-rowindex")]));
      expect(rows.length).toBeLessThan(200);
      expect(rows).toEqual(rows.map(([, index]) => [all[Number(index) - 2], index]));
    }
    const [height, rowHeight] = await page.evaluate(() => [
      document.querySelector("tbody")?.getBoundingClientRect().height ?? 0,
      document.querySelector("tr[data-id]")?.getBoundingClientRect().height ?? 0,
    ]);
    expect(height / rowHeight).toBeCloseTo(all.length, 0);
  });

  it("is walked by keyboard to either end, keeps the focus while one scrolls, and shows the chat that is opened", async () => {
    const { page } = explorer;
    const all = await loadAll(explorer);
    await page.locator("tr[data-id] .title").first().focus();
    await page.keyboard.press("End");
    await waitForFocus(most + 2);
    await page.keyboard.press("k");
    await waitForFocus(most + 1);
    await page.keyboard.press("Home");
    await waitForFocus(2);
    await page.locator(".list").evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
    await page.locator(`tr[aria-rowindex="${most / 2}"]`).waitFor();
    expect(await focusedPlace()).toBe("2");
    await page.keyboard.press("j");
    await waitForFocus(3);
    await page.keyboard.press("End");
    await waitForFocus(most + 2);
    await page.keyboard.press("Enter");
    const pane = page.getByRole("complementary", { name: "Chat details" });
    await pane.getByText("2,001 of 2,001").waitFor();
    await page.keyboard.press("k");
    await pane.getByText("2,000 of 2,001").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(`tr[data-id="${all[most - 1]}"]`).waitFor();
  });
});
