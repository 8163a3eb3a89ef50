import { createEmulator, type Listener, listen } from "@agent-chats/emulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Session, startDirect, token } from "../src/session.ts";
import { readSpec } from "../src/specs.ts";

const spec = readSpec("cotool");
const emulator = createEmulator({ chats: 10, token });
let listener: Listener;
let session: Session;

beforeAll(async () => {
  listener = await listen(emulator);
  session = startDirect(spec, `${listener.url}/cotool`);
});

afterAll(() => listener.close());

const ask = (path: string) => session.fetch(new Request(session.url + path));

test("a status that is not the expected one fails the test, and is not taken for looked at", async () => {
  expect(() => session.last()).toThrow("Nothing was sent to the emulator of cotool.");
  await ask("/nowhere");
  const { status } = session.last();
  expect(() => session.expectStatus(status + 1)).toThrow();
  expect(session.asserted.size).toBe(0);
  session.expectStatus(status);
  expect([...session.asserted]).toEqual([session.last()]);
});

test("an exchange that is wrong on purpose is recorded apart", async () => {
  const before = session.exchanges.length;
  await session.probe(new Request(`${session.url}/nowhere`));
  expect([session.exchanges.length, session.probes.length]).toEqual([before, 1]);
});
