import { beforeAll, describe, expect, test } from "vitest";
import { createTestEmulator, now } from "../test/testing.ts";
import { cultures } from "./data/names.ts";
import { fill } from "./data/phrases.ts";
import type { Emulator } from "./emulator.ts";

let emulator: Emulator;
let titles: Record<string, (string | null | undefined)[]>;
let everything: string;

beforeAll(() => {
  emulator = createTestEmulator({ chats: 2000 });
  const { cargo, cotool, invent } = emulator.state;
  const investigations = cotool.agents.flatMap(({ agentId }) => cotool.chatsOf(agentId) ?? []);
  const messages = cargo.chats.slice(0, 800).flatMap(({ uuid }) => cargo.messagesOf(uuid) ?? []);
  everything = JSON.stringify([cargo.chats, messages, investigations, invent.chats]);
  titles = {
    cargo: cargo.chats.map(({ name }) => name),
    cotool: investigations.map(({ title }) => title),
    invent: invent.chats.map(({ title }) => title),
  };
});

describe.each(["cargo", "cotool", "invent"])("the titles of %s", (vendor) => {
  test("are as varied as people's", () => {
    const present = (titles[vendor] ?? []).filter((title) => title != null);
    expect(new Set(present).size / present.length).toBeGreaterThan(0.7);
  });

  test("are sometimes missing", () => {
    const missing = (titles[vendor] ?? []).filter((title) => title === null).length;
    expect(missing).toBeGreaterThan(10);
    expect(missing).toBeLessThan(200);
  });

  test("are sometimes in another script", () => {
    const isForeign = (title: string | null | undefined) => /[^\p{Script=Latin}\p{P}\p{N}\p{S}\s]/u.test(title ?? "");
    expect((titles[vendor] ?? []).filter(isForeign).length).toBeGreaterThan(5);
  });
});

test("no text has a template's slot or a missing value left in it", () => {
  const texts = everything.match(/"[^"]*(\{\w+\}|undefined|NaN|\[object)[^"]*"/g) ?? [];
  expect(texts).toEqual([]);
});

test("a text that asks for an unknown word is a mistake, not a gap", () => {
  expect(() => fill("Research {compnay}", { company: "Halden" })).toThrow("{compnay}");
});

test("every address and domain is one that nobody can own", () => {
  const hosts = everything.match(/(?<=https:\/\/|@)[a-z0-9.-]+\.[a-z]+/g) ?? [];
  expect(hosts.length).toBeGreaterThan(1000);
  expect([...new Set(hosts)].filter((host) => !host.endsWith(".example") && host !== "wa.me")).toEqual([]);
});

test("every kind of part, trigger and status comes up, and an unknown kind too", () => {
  const { chats, messagesOf } = emulator.state.cargo;
  const parts = chats.flatMap(({ uuid }) => messagesOf(uuid) ?? []).flatMap((message) => message.parts ?? []);
  const kinds = new Set<string>(parts.map(({ type }) => type.replace(/^(tool|data)-.*/, "$1-")));
  const known = ["text", "reasoning", "file", "source-url", "source-document", "step-start", "tool-", "dynamic-tool"];
  expect([...kinds].sort()).toEqual([...known, "data-", "s3File", "canvas"].sort());
  const triggers = new Set<string | undefined>(chats.map(({ trigger }) => trigger?.type));
  expect(triggers.size).toBe(8);
  expect(triggers).toContain("voice_call");
  expect(new Set(chats.map(({ lastMessage }) => lastMessage?.status)).size).toBe(7);
});

test("most chats went well, some failed and say why, and what runs is mostly recent", () => {
  const { chats } = emulator.state.cargo;
  const share = (status: string) => chats.filter(({ lastMessage }) => lastMessage?.status === status).length / 2000;
  expect(share("success")).toBeGreaterThan(0.8);
  expect(share("error")).toBeGreaterThan(0.03);
  const failed = chats.filter(({ lastMessage }) => lastMessage?.status === "error");
  expect(failed.every(({ lastMessage }) => (lastMessage?.errorMessage ?? "").length > 20)).toBe(true);
  const running = chats.filter(({ lastMessage }) => lastMessage?.status === "generating");
  expect(running.length).toBeGreaterThan(0);
  expect(running.every(({ createdAt }) => now.getTime() - Date.parse(createdAt) < 26 * 60_000)).toBe(true);
});

test("office hours and workdays are busier than nights and weekends", () => {
  const times = emulator.state.invent.chats.map((chat) => new Date(chat.created_at ?? 0));
  const inOffice = times.filter((time) => time.getUTCHours() >= 8 && time.getUTCHours() < 18).length;
  const atWeekend = times.filter((time) => [0, 6].includes(time.getUTCDay())).length;
  expect(inOffice / times.length).toBeGreaterThan(0.6);
  expect(atWeekend / times.length).toBeLessThan(0.15);
});

test("people come from many cultures", () => {
  expect(cultures.length).toBeGreaterThanOrEqual(15);
  expect(new Set(cultures.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
});
