import { expect, test } from "vitest";
import { createCollection } from "./collection.ts";

const at = (name: string, time: string) => ({ name, time: `2026-11-20T${time}:00.000Z` });
const names = ({ items }: { items: readonly { name: string }[] }) => items.map(({ name }) => name).join("");

test("the newest come first, and ties keep the order given", () => {
  const given = [at("a", "08:00"), at("b", "09:00"), at("c", "08:00"), at("d", "10:00")];
  expect(names(createCollection(given, ({ time }) => time))).toBe("dbac");
});

test("an item is put where it belongs, before those of its time", () => {
  const collection = createCollection([at("a", "10:00"), at("b", "08:00")], ({ time }) => time);
  for (const item of [at("c", "09:00"), at("d", "08:00"), at("e", "11:00"), at("f", "07:00")]) collection.insert(item);
  expect(names(collection)).toBe("eacdbf");
});

test("an item that changed keeps its place, unless its time is another one", () => {
  const collection = createCollection([at("a", "10:00"), at("b", "09:00"), at("c", "09:00")], ({ time }) => time);
  collection.replace(2, at("C", "09:00"));
  expect(names(collection)).toBe("abC");
  collection.replace(1, at("B", "11:00"));
  expect(names(collection)).toBe("BaC");
});

test("an item that is removed is gone, and each change counts", () => {
  const collection = createCollection([at("a", "10:00"), at("b", "09:00")], ({ time }) => time);
  const revisions = [collection.revision];
  collection.remove(0);
  revisions.push(collection.revision);
  collection.insert(at("c", "08:00"));
  revisions.push(collection.revision);
  collection.replace(0, at("d", "09:00"));
  revisions.push(collection.revision);
  expect(names(collection)).toBe("dc");
  expect(new Set(revisions).size).toBe(4);
});
