import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();

interface State {
  readonly name: string;
  readonly query: string;
  /** What leads there. */
  act?(page: Page): Promise<unknown>;
  /** Answers of this status instead of those of these vendors. */
  readonly isDown?: string;
  readonly isNarrow?: boolean;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name, exact: true }).click();
/** Opens a chat, and waits for its pane, whose script comes only then. */
async function openChat(page: Page): Promise<void> {
  await page.locator("tr[data-id] .title").first().click();
  await page.getByRole("button", { name: "Close details" }).waitFor();
}

/** Waits for what comes of it: its script is fetched only then. */
const thenSee = (selector: string, act: (page: Page) => Promise<void>) => async (page: Page) => {
  await act(page);
  await page.locator(selector).waitFor();
};

const states: readonly State[] = [
  { name: "the list of all vendors, filtered", query: "?vendor=all&q=state:open,failed" },
  { name: "the list of one vendor", query: "?vendor=invent&state=OPEN" },
  { name: "a filter", query: "", act: (page) => page.locator('[data-chip="state"] .control').click() },
  { name: "a filter of one vendor", query: "?vendor=cargo", act: press(/^Created/) },
  {
    name: "the menu of a value",
    query: "",
    act: thenSee(".menu", (page) => page.locator("tr[data-id] .cell-value").first().click()),
  },
  {
    name: "the details",
    query: "?vendor=cargo",
    act: async (page) => {
      await openChat(page);
      await page.locator(".turn").first().waitFor();
      await page.getByText("Raw JSON").click();
    },
  },
  {
    name: "the origin of the details",
    query: "",
    act: async (page) => {
      await openChat(page);
      await page.getByText("Where this comes from").click();
    },
  },
  { name: "the help", query: "", act: thenSee("dialog[open]", (page) => page.keyboard.press("?")) },
  { name: "a new chat", query: "", act: thenSee("dialog[open]", press("New chat")) },
  { name: "saved views", query: "", act: press("Saved views") },
  { name: "what can be copied", query: "?vendor=cargo", act: press("Copy as") },
  { name: "the export", query: "", act: thenSee("dialog[open]", press("Export")) },
  {
    name: "the inspector, with the account of the list",
    query: "",
    act: async (page) => {
      await press("Inspector")(page);
      await page.getByRole("region", { name: "Receipt" }).waitFor();
    },
  },
  {
    name: "the inspector, after a walk",
    query: "?vendor=invent",
    act: async (page) => {
      await press("Inspector")(page);
      await press("Walk it all")(page);
      await page.getByRole("tab", { name: /^Exact walk\s*(?!Under way)\w/ }).waitFor();
    },
  },
  { name: "that none match", query: "?vendor=invent&search=nobody%20says%20this" },
  { name: "that all failed", query: "", isDown: "**/api/{cargo,cotool,invent}/**" },
  { name: "that one vendor failed", query: "", isDown: "**/api/cotool/**" },
  { name: "a narrow window", query: "", isNarrow: true },
  { name: "the details in a narrow window", query: "", isNarrow: true, act: openChat },
];

describe("axe", () => {
  for (const { name, query, act, isDown, isNarrow } of states) {
    it(`finds nothing in ${name}, light and dark`, async () => {
      const { page } = explorer;
      // What fades in has its colours only then.
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      if (isNarrow) await page.setViewportSize({ width: 360, height: 720 });
      if (isDown) await page.route(isDown, (route) => route.fulfill({ status: 403, json: { error: "no" } }));
      await explorer.open(query);
      await act?.(page);
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(axe.source);
      expect(await findings({})).toEqual([]);
      // The same elements in other colours.
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      expect(await findings({ runOnly: ["color-contrast"] })).toEqual([]);
    });
  }
});

/** What axe finds on the page as it is. */
function findings(options: { runOnly?: string[] }): Promise<string[]> {
  return explorer.page.evaluate(async (wanted) => {
    type Found = { id: string; nodes: { target: unknown; failureSummary?: string }[] };
    type Axe = { run(options: object): Promise<{ violations: Found[]; passes: Found[]; incomplete: Found[] }> };
    const { violations, passes, incomplete } = await (window as unknown as { axe: Axe }).axe.run(wanted);
    // Of colours in a modal dialog axe cannot tell what lies behind them.
    if (passes.length + incomplete.length === 0) return ["axe looked at nothing"];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
  }, options);
}
