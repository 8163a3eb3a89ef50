import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();

type CargoChat = (typeof explorer.emulator.state.cargo.chats)[number];
type InventChat = (typeof explorer.emulator.state.invent.chats)[number];

/** The chats of the visible rows, as the emulator has them. */
async function visible<Chat>(chats: readonly Chat[], idOf: (chat: Chat) => string): Promise<Chat[]> {
  const ids = new Set(await explorer.ids());
  const found = chats.filter((chat) => ids.has(idOf(chat)));
  expect(found).toHaveLength(ids.size);
  expect(found.length).toBeGreaterThan(0);
  return found;
}
const visibleCargo = () => visible(explorer.emulator.state.cargo.chats, ({ uuid }: CargoChat) => uuid);
const visibleInvent = () => visible(explorer.emulator.state.invent.chats, ({ id }: InventChat) => id);

/** Waits until the address says what a control was set to, and the list has followed. */
async function applied(name: string, value: string): Promise<void> {
  await explorer.page.waitForURL((url) => url.searchParams.getAll(name).includes(value));
  await explorer.settled();
}

async function choose(name: string, value: string): Promise<void> {
  await explorer.page.locator(`select[name="${name}"]`).selectOption(value);
  await applied(name, value);
}

describe("Cargo's filters", () => {
  it("search in names", async () => {
    await explorer.open("?vendor=cargo");
    const name = explorer.emulator.state.cargo.chats.find((chat) => chat.name)?.name ?? "";
    const word = name.split(" ")[0] ?? "";
    await explorer.page.getByRole("searchbox", { name: "Search names" }).fill(word);
    await applied("name", word);
    for (const chat of await visibleCargo()) expect(chat.name?.toLowerCase()).toContain(word.toLowerCase());
  });

  it("choose a trigger", async () => {
    await explorer.open("?vendor=cargo");
    await choose("triggerType", "workflow");
    for (const chat of await visibleCargo()) expect(chat.trigger?.type).toBe("workflow");
  });

  it("choose several states of the last message", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=cargo");
    await page.getByRole("button", { name: /^Last message/ }).click();
    for (const status of ["Error", "Cancelled"]) {
      await page.getByRole("checkbox", { name: status }).check();
      await applied("messageStatuses", status.toLowerCase());
    }
    const statuses = (await visibleCargo()).map((chat) => chat.lastMessage?.status);
    expect(new Set(statuses)).toEqual(new Set(["error", "cancelled"]));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Last message Error +1" }).waitFor();
  });

  it("bound the creation by days of the reader's time zone", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=cargo");
    await page.getByRole("button", { name: /^Created/ }).click();
    await page.getByLabel("Created after").fill("2026-11-01");
    await applied("createdAfter", "2026-11-01");
    await page.getByLabel("Created before").fill("2026-11-19");
    await applied("createdBefore", "2026-11-19");
    for (const { createdAt } of await visibleCargo()) {
      expect(Date.parse(createdAt)).toBeGreaterThanOrEqual(Date.parse("2026-11-01T00:00:00-04:00"));
      expect(Date.parse(createdAt)).toBeLessThanOrEqual(Date.parse("2026-11-19T00:00:00-05:00"));
    }
  });

  it("choose an agent, by hand or from a chat that it answered", async () => {
    const { page } = explorer;
    const agentUuid = explorer.emulator.state.cargo.chats.find((chat) => chat.agentUuid)?.agentUuid ?? "";
    await explorer.open("?vendor=cargo");
    await page.getByRole("textbox", { name: "Agent" }).fill(agentUuid);
    await page.keyboard.press("Enter");
    await applied("agentUuid", agentUuid);
    for (const chat of await visibleCargo()) expect(chat.agentUuid).toBe(agentUuid);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForURL((url) => !url.searchParams.has("agentUuid"));
    await explorer.settled();
    await page.locator("tr[data-id] .title").first().click();
    await page.getByRole("button", { name: "Only chats with this trigger" }).click();
    await page.waitForURL((url) => url.searchParams.has("triggerType"));
    await explorer.settled();
    const types = (await visibleCargo()).map((chat) => chat.trigger?.type);
    expect(new Set(types).size).toBe(1);
  });
});

describe("Cotool's filter", () => {
  it("chooses one agent; the first until another is chosen", async () => {
    const { cotool } = explorer.emulator.state;
    const [first, second] = cotool.agents;
    await explorer.open("?vendor=cotool");
    expect(await explorer.ids()).toEqual(
      cotool
        .chatsOf(first?.agentId ?? "")
        ?.slice(0, 40)
        .map(({ id }) => id),
    );
    await choose("agentId", second?.agentId ?? "");
    expect(await explorer.ids()).toEqual(
      cotool
        .chatsOf(second?.agentId ?? "")
        ?.slice(0, 40)
        .map(({ id }) => id),
    );
  });
});

describe("Invent's filters", () => {
  const satisfies: Record<string, [value: string, test: (chat: InventChat) => boolean]> = {
    state: ["SNOOZED", (chat) => chat.state?.state === "SNOOZED"],
    status: ["FAILED", (chat) => chat.status === "FAILED"],
    ai_status: ["DISABLED", (chat) => chat.state?.ai_enabled === false],
    filter: ["UNREAD", (chat) => (chat.state?.admin_unseen_count ?? 0) > 0],
    integration_id: ["whatsapp_bot", (chat) => chat.state?.integration_id === "whatsapp_bot"],
  };
  for (const [name, [value, test]] of Object.entries(satisfies)) {
    it(`choose ${name}`, async () => {
      await explorer.open("?vendor=invent");
      await choose(name, value);
      const chats = await visibleInvent();
      expect(chats.filter((chat) => !test(chat))).toEqual([]);
      expect(await explorer.count()).toMatch(new RegExp(`^${chats.length} of \\d+ chats$`));
    });
  }

  it("search, and hold together with others", async () => {
    const { page } = explorer;
    const title = explorer.emulator.state.invent.chats.find((chat) => chat.title)?.title ?? "";
    await explorer.open("?vendor=invent");
    await page.getByRole("searchbox", { name: "Search chats" }).fill(title);
    await applied("search", title);
    expect((await visibleInvent()).some((chat) => chat.title === title)).toBe(true);
    await choose("state", "CLOSED");
    const wanted = explorer.emulator.state.invent.chats.filter(
      (chat) => chat.title === title && chat.state?.state === "CLOSED",
    );
    expect(await explorer.ids()).toEqual(expect.arrayContaining(wanted.map(({ id }) => id)));
    for (const id of await explorer.ids()) {
      expect(explorer.emulator.state.invent.chats.find((chat) => chat.id === id)?.state?.state).toBe("CLOSED");
    }
  });
});

describe("the address", () => {
  it("holds vendor and filters: back, forward and reload restore them", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=invent");
    await choose("state", "CLOSED");
    const closed = await explorer.ids();
    await page.getByRole("link", { name: "Cargo" }).click();
    await page.getByRole("heading", { level: 1, name: "Cargo" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Invent" }).waitFor();
    await explorer.settled();
    expect(await explorer.ids()).toEqual(closed);
    expect(await page.locator('select[name="state"]').inputValue()).toBe("CLOSED");
    await page.reload();
    await explorer.settled();
    expect(await explorer.ids()).toEqual(closed);
    await page.goBack();
    await page.getByText("40 of 120 chats").waitFor();
    await page.goForward();
    await page.waitForURL(/state=CLOSED/);
    await explorer.settled();
    expect(await explorer.ids()).toEqual(closed);
  });

  it("makes one entry of what is typed in one go", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=invent");
    const search = page.getByRole("searchbox", { name: "Search chats" });
    await search.pressSequentially("a");
    await applied("search", "a");
    await search.pressSequentially("n");
    await applied("search", "an");
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has("search"));
    expect(await search.inputValue()).toBe("");
  });
});
