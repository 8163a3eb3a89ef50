import type { Page } from "playwright-core";

/** A state of the page that the documents show. */
export interface Screenshot {
  readonly name: string;
  /** The query of the address. */
  readonly query: string;
  /** Pixels of the page. Default: 1280. */
  readonly width?: number;
  /** Pixels of the page. Default: 800. */
  readonly height?: number;
  readonly isDark?: boolean;
  /** Vendors that answer with an error; `*` for all. */
  readonly isDown?: readonly string[];
  /** What is done before the picture is taken. */
  act?(page: Page): Promise<void>;
}

const phone = { width: 390, height: 844 };

export const screenshots: readonly Screenshot[] = [
  { name: "list", query: "" },
  {
    name: "filters",
    query: "?vendor=all&q=vendor:cotool,invent+state:open,failed+-channel:gmail+since:30d",
    act: (page) => page.locator('[data-chip="state"] .control').click(),
  },
  { name: "details", query: "", act: openChat },
  { name: "inspector", query: "?vendor=invent", act: walkAll },
  { name: "receipt", query: "", act: openReceipt },
  { name: "empty", query: "?vendor=all&q=state:failed+%22unicorn%22" },
  { name: "failed", query: "", isDown: ["*"] },
  { name: "partial", query: "", isDown: ["cotool"] },
  { name: "dark", query: "", isDark: true, act: openChat },
  { name: "dark-inspector", query: "?vendor=invent", isDark: true, act: walkAll },
  { name: "narrow", query: "?vendor=all&q=state:open,done", ...phone },
  { name: "narrow-details", query: "", ...phone, act: openChat },
  { name: "narrow-inspector", query: "?vendor=cargo", ...phone, act: walkAll },
  { name: "narrowest", query: "", width: 360, height: 740 },
];

/** A chat with a conversation of many kinds of parts. */
async function openChat(page: Page): Promise<void> {
  await page.locator('tr[data-id^="cargo/"] .title').nth(3).click();
  await page.locator(".turn").first().waitFor();
}

/** Lets the three walkers go over a list that changes between two requests. */
async function walkAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Inspector" }).click();
  const inspector = page.getByRole("region", { name: "Pagination inspector" });
  for (const [dial, value] of Object.entries({ New: "1", Changed: "2", Deleted: "3" })) {
    await inspector.getByRole("slider", { name: new RegExp(`^${dial}`) }).fill(value);
  }
  await inspector.getByLabel("Order").selectOption("Newest updated");
  await inspector.getByRole("button", { name: "Walk it all" }).click();
  await inspector.getByRole("tab", { name: /^Exact walk.*(Complete|Unknown|missed)/ }).waitFor({ timeout: 120_000 });
  await inspector.getByRole("tab", { name: /^Ordered walk/ }).click();
}

/** The account of a list of all vendors. */
async function openReceipt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Load more" }).click();
  await page.locator('.list[aria-busy="false"]').waitFor();
  await page.getByRole("button", { name: "Inspector" }).click();
  await page.getByRole("region", { name: "Receipt" }).waitFor();
}
