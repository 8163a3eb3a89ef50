import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer({ chats: 200 });

const inspector = () => explorer.page.getByRole("region", { name: "Pagination inspector" });
const rows = () => inspector().getByRole("region", { name: "Requests" }).locator("tbody tr");
const tab = (name: RegExp) => inspector().getByRole("tab", { name });
const faults = () => explorer.page.getByTestId("faults");

async function openInspector(query: string): Promise<void> {
  await explorer.open(query);
  await explorer.page.getByRole("button", { name: "Inspector" }).click();
  await inspector().waitFor();
}

/** Lets all walkers go over the list, and waits for the last. */
async function walkAll(): Promise<void> {
  await inspector().getByRole("button", { name: "Walk it all" }).click();
  await tab(/^Exact walk\s*(?!Under way)\w/).waitFor({ timeout: 20_000 });
  await inspector().getByRole("button", { name: "Walk it all" }).waitFor({ timeout: 20_000 });
}

const receipt = () => inspector().getByRole("region", { name: "Receipt" });
const word = () => receipt().getByTestId("complete").textContent();

/** The numbers of the account, by line: one for each vendor. */
async function account(): Promise<Record<string, number[]>> {
  const lines = await receipt()
    .locator("tbody tr")
    .evaluateAll((all) => all.map((line) => [...line.children].map((cell) => cell.textContent ?? "")));
  return Object.fromEntries(lines.map(([name, ...values]) => [name, values.map((value) => Number(value))]));
}

/** The cells of the newest requests. */
const cells = () =>
  rows().evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));

describe("the inspector", () => {
  it("has the requests of the list from before it was opened, and those that follow, as they happen", async () => {
    await openInspector("?vendor=invent");
    await expect.poll(cells).toEqual([["1", "0 – 39", "200", "40", "40", "", expect.stringMatching(/^\d+ ms$/), ""]]);
    await explorer.page.getByRole("button", { name: "Load more" }).click();
    await explorer.settled();
    await expect.poll(() => rows().count()).toBeGreaterThan(1);
    const [newest] = await cells();
    expect(newest?.[2]).toBe("200");
    expect(Number(newest?.[3])).toBe(Number(newest?.[4]) + Number(newest?.[5]));
    const bars = inspector().getByRole("img").locator(".bar");
    expect(await bars.count()).toBe(await rows().count());
  });

  it("shows that the guarantees hold where a loop loses chats, by the emulator's own truth", async () => {
    await openInspector("?vendor=invent");
    await inspector().getByRole("button", { name: "Storm" }).click();
    await explorer.page.getByLabel("Latency").fill("0");
    await expect.poll(() => explorer.emulator.dials.invent.listOrgChats.latencyMs).toBeUndefined();
    await walkAll();
    expect(await tab(/^Naive loop/).textContent()).toMatch(/\d+ missed/);
    for (const walker of [/^Ordered walk/, /^Exact walk/]) {
      await tab(walker).click();
      await inspector().getByText("0 missed, 0 repeated").waitFor();
    }
    expect(await tab(/^Exact walk/).textContent()).toContain("Complete");
    // The faults of the storm hit one of the walks, and it went on.
    expect(explorer.emulator.faults.invent.listOrgChats).toEqual([]);
    await expect.poll(() => faults().textContent()).toBe("none");
  });

  it("shows an end that came too early, and one that never comes", async () => {
    await openInspector("?vendor=cargo");
    await inspector().getByRole("button", { name: "Clamp" }).click();
    await walkAll();
    expect(await tab(/^Naive loop/).textContent()).toContain("170 missed");
    await tab(/^Ordered walk/).click();
    await inspector().getByText("0 missed, 0 repeated").waitFor();
    await inspector().getByRole("checkbox", { name: "offset" }).check();
    await expect.poll(() => explorer.emulator.dials.cargo.listChats.ignore).toEqual(["offset"]);
    await walkAll();
    await tab(/^Ordered walk/).click();
    expect(await tab(/^Ordered walk/).textContent()).toContain("Failed");
    await inspector()
      .getByText(/gives the same \d+ items at every position/)
      .waitFor();
  });

  it("sets the dials and faults of the emulator, tells what it refuses, and resets them", async () => {
    const { emulator, page } = explorer;
    await openInspector("?vendor=cotool");
    await page.getByLabel("Deleted").fill("4");
    await expect.poll(() => emulator.dials.cotool.listAgentChats.churn).toMatchObject({ deletes: 4 });
    await page.getByLabel("Order").selectOption("Oldest updated");
    const order = { by: "updated", direction: "ascending" };
    await expect.poll(() => emulator.dials.cotool.listAgentChats.order).toEqual(order);
    await page.getByLabel("Drift").selectOption("New field");
    await expect.poll(() => emulator.dials.cotool.listAgentChats.drift).toEqual([{ kind: "new-field" }]);
    await inspector().getByRole("button", { name: "429" }).click();
    await inspector().getByRole("button", { name: "HTML" }).click();
    await expect.poll(() => faults().textContent()).toBe("429, html");
    await inspector().getByRole("button", { name: "Reset", exact: true }).first().click();
    await expect.poll(() => faults().textContent()).toBe("none");
    expect(emulator.dials.cotool.listAgentChats).toEqual({});
    await page.route("**/api/emulator", (route) => route.fulfill({ status: 400, json: { message: "dials: no" } }));
    await inspector().getByRole("button", { name: "Busy" }).click();
    await inspector().getByRole("alert").getByText("dials: no").waitFor();
  });

  it("shows each try of a request that was sent again", async () => {
    const { emulator } = explorer;
    await openInspector("?vendor=cargo");
    emulator.faults.cargo.listChats = [{ kind: "status", status: 500 }, { kind: "cut" }];
    await explorer.page.getByRole("button", { name: "Load more" }).click();
    await explorer.settled();
    await expect
      .poll(cells)
      .toContainEqual(
        expect.arrayContaining([expect.stringMatching(/^500, sent again after .*; connection, sent again/)]),
      );
  });

  it("has an account of the list of all vendors: what came of which, at what cost, and whether that is all", async () => {
    const { emulator, page } = explorer;
    emulator.faults.cargo.listChats = [{ kind: "status", status: 503, retryAfter: "0.01" }];
    await openInspector("");
    await expect.poll(() => word()).toBe("Under way");
    const { Chats, Requests, Retries } = await account();
    expect(Chats?.reduce((sum, chats) => sum + chats, 0)).toBe(50);
    expect(Requests?.every((requests) => requests > 0)).toBe(true);
    expect(Retries).toEqual([1, 0, 0]);
    await page.getByRole("button", { name: "Load all" }).click();
    await explorer.list("end");
    await expect.poll(() => word()).toMatch(/^(Complete|Unknown)$/);
    const { cargo, cotool, invent } = emulator.state;
    const ofCotool = cotool.agents.flatMap(({ agentId }) => cotool.chatsOf(agentId) ?? []);
    expect((await account()).Chats).toEqual([cargo.chats.length, ofCotool.length, invent.chats.length]);
  });

  it("says of the list of all vendors that it is not complete where one failed", async () => {
    await explorer.page.route("**/api/cotool/**", (route) => route.fulfill({ status: 403, json: { error: "no" } }));
    await openInspector("");
    await expect.poll(() => word()).toBe("Not complete");
    await receipt().getByText("Cotool failed: its chats are missing.").waitFor();
  });

  it("has a lane for each list of the view of all vendors, and closes by Escape", async () => {
    const { emulator, page } = explorer;
    await openInspector("");
    const lanes = inspector().locator(".lane-name");
    const agents = emulator.state.cotool.agents.map(({ name }) => `Cotool: ${name}`);
    await expect
      .poll(async () => (await lanes.allTextContents()).toSorted())
      .toEqual(["Cargo", "Invent", ...agents].toSorted());
    await page.keyboard.press("Escape");
    await inspector().waitFor({ state: "detached" });
  });
});
