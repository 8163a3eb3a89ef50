import { describe, expect, it } from "vitest";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer();
const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

/** The first chat of Cargo's whose messages satisfy a test. */
function findChat(
  test: (messages: NonNullable<ReturnType<typeof explorer.emulator.state.cargo.messagesOf>>) => boolean,
) {
  const { cargo } = explorer.emulator.state;
  const chat = cargo.chats.slice(0, 40).find(({ uuid }) => test(cargo.messagesOf(uuid) ?? []));
  if (!chat) throw new Error("The emulator's data has no such chat; take another seed.");
  return { chat, messages: cargo.messagesOf(chat.uuid) ?? [] };
}

async function openDetails(id: string): Promise<void> {
  await explorer.page.locator(`tr[data-id="${id}"] .title`).click();
  await explorer.page.getByRole("complementary", { name: "Chat details" }).waitFor();
}

describe("the details", () => {
  it("show the messages of a chat of Cargo's in their order", async () => {
    const { chat, messages } = findChat((all) => all.length >= 2);
    await explorer.open("?vendor=cargo");
    await openDetails(chat.uuid);
    const turns = explorer.page.locator(".turn");
    await turns.nth(messages.length - 1).waitFor();
    expect(await turns.count()).toBe(messages.length);
    const [question] = messages[0]?.parts ?? [];
    expect(await turns.first().textContent()).toContain(question && "text" in question ? question.text : "");
  });

  it("show parts of an unknown kind as data", async () => {
    const { chat, messages } = findChat((all) => all.length > 0);
    const parts = [
      { type: "hologram", depth: { metres: 3 } },
      { type: "constructor", is: "no kind" },
      { type: "text", text: hostile },
    ];
    await explorer.page.route("**/ai/messages/list?*", (route) =>
      route.fulfill({
        json: { messages: route.request().url().includes("offset=0") ? [{ ...messages[0], parts }] : [] },
      }),
    );
    await explorer.open("?vendor=cargo");
    await openDetails(chat.uuid);
    await explorer.page.locator('[data-part="hologram"] summary').click();
    expect(await explorer.page.locator('[data-part="hologram"] pre').textContent()).toContain('"metres": 3');
    expect(await explorer.page.locator('[data-part="constructor"]').count()).toBe(1);
    expect(await explorer.page.locator(".turn .prose").textContent()).toBe(hostile);
  });

  it("show the latest message of a chat of Invent's, and the result of one of Cotool's", async () => {
    const { cotool, invent } = explorer.emulator.state;
    const written = invent.chats
      .slice(0, 40)
      .find((chat) => chat.last_message?.messages?.[0]?.parts?.[0]?.type === "text");
    await explorer.open("?vendor=invent");
    await openDetails(written?.id ?? "");
    const part = written?.last_message?.messages?.[0]?.parts?.[0];
    expect(await explorer.page.locator(".turn .prose").first().textContent()).toBe(
      part && "text" in part ? part.text : "",
    );

    const agent = cotool.agents.find(({ agentId }) => (cotool.chatsOf(agentId)?.length ?? 0) > 0);
    const done = cotool.chatsOf(agent?.agentId ?? "")?.find((chat) => typeof chat.result === "string");
    await explorer.open(`?vendor=cotool&agentId=${agent?.agentId}`);
    await openDetails(done?.id ?? "");
    await explorer.page.locator(".note").getByText(String(done?.result)).waitFor();
  });

  it("show the chat as it arrived", async () => {
    const { chat } = findChat(() => true);
    await explorer.open("?vendor=cargo");
    await openDetails(chat.uuid);
    await explorer.page.getByText("Raw JSON").click();
    expect(JSON.parse((await explorer.page.locator(".raw pre").textContent()) ?? "")).toEqual(
      JSON.parse(JSON.stringify(chat)),
    );
  });

  it("are reached and left by keyboard", async () => {
    const { page } = explorer;
    await explorer.open("?vendor=cargo");
    const titles = page.locator("tr[data-id] .title");
    await titles.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Chat details" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll("tr[data-id] .title")[1]);
    expect(await page.getByRole("complementary").count()).toBe(0);
  });
});

describe("what users wrote", () => {
  it("is text, never markup", async () => {
    const { emulator, page } = explorer;
    const body = JSON.stringify({ name: hostile, trigger: { type: "app" } });
    const headers = { authorization: `Bearer ${emulator.token}`, "content-type": "application/json" };
    await emulator.fetch(new Request("http://emulator.invalid/cargo/ai/chats", { method: "POST", headers, body }));
    await explorer.open("?vendor=cargo");
    const title = page.locator("tr[data-id] .title").first();
    expect(await title.textContent()).toBe(hostile);
    await title.click();
    expect(await page.getByRole("complementary").getByRole("heading", { level: 2 }).textContent()).toBe(hostile);
    expect(await page.locator(".list img, .list script, .pane img, .pane script").count()).toBe(0);
    expect(await page.title()).toBe("agent-chats");
  });
});

describe("an answer that the vendor changed without notice", () => {
  it("is shown as far as it goes", async () => {
    const odd = {
      uuid: "odd",
      name: { en: "A name" },
      trigger: "cron",
      lastMessage: { status: 7 },
      createdAt: 5,
      agentUuid: [1],
    };
    const bare = { uuid: "bare" };
    await explorer.page.route("**/ai/chats/list?*", (route) => route.fulfill({ json: { chats: [odd, bare] } }));
    await explorer.page.route("**/ai/messages/list?*", (route) =>
      route.fulfill({
        json: {
          messages: route.request().url().includes("offset=0")
            ? [{ uuid: "m", parts: [null, { type: "text", text: { a: 1 } }] }]
            : [],
        },
      }),
    );
    await explorer.open("?vendor=cargo");
    expect(await explorer.ids()).toEqual(["odd", "bare"]);
    expect(await explorer.page.locator("tr[data-id] .title").allTextContents()).toEqual([
      '{"en":"A name"}',
      "Untitled chat",
    ]);
    await openDetails("odd");
    await explorer.page.locator('[data-part="unknown"]').waitFor();
  });
});

describe("what the browser receives", () => {
  it("holds no token and no secret", async () => {
    const { emulator, page } = explorer;
    const { chat, messages } = findChat((all) =>
      all.some(({ mcpClients }) => mcpClients?.some((one) => one.authentication)),
    );
    const secrets = messages.flatMap(({ mcpClients = [] }) =>
      mcpClients.flatMap(({ url, authentication: held }) => [
        url,
        held?.accessToken,
        held?.refreshToken,
        held?.clientSecret,
      ]),
    );
    const planted = [emulator.token, ...secrets].filter((secret) => typeof secret === "string");
    const received: Promise<string>[] = [];
    page.on("response", (response) => {
      const body = response.text().catch(() => "");
      received.push(Promise.all([response.allHeaders(), body]).then((all) => JSON.stringify(all)));
    });
    for (const vendor of ["cotool", "invent", "cargo"]) await explorer.open(`?vendor=${vendor}`);
    await openDetails(chat.uuid);
    await page.locator(".turn").first().waitFor();

    const texts = await Promise.all(received);
    expect(planted.length).toBeGreaterThan(1);
    expect(texts.some((text) => text.includes("[redacted]"))).toBe(true);
    for (const secret of planted) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });
});
