import { expect, test } from "vitest";
import { toMarkdown, toText } from "./table.ts";

const table = {
  title: "Walks",
  head: ["", "Cargo: missed", "says", "Cotool: missed", "says"],
  rows: [
    ["loop", "12", "nothing", "–", "–"],
    ["agent-chats", "0", "complete", "1,003", "a|b"],
  ],
};

test("for a terminal, columns are aligned under their group: words to the left, numbers to the right", () => {
  expect(toText(table)).toBe(`Walks

                Cargo            Cotool
               missed  says      missed  says
  loop             12  nothing        –  –
  agent-chats       0  complete   1,003  a|b`);
});

test("for the documentation, it is a table of Markdown", () => {
  expect(toMarkdown(table)).toBe(`**Walks**

|  | Cargo: missed | says | Cotool: missed | says |
| --- | --- | --- | --- | --- |
| loop | 12 | nothing | – | – |
| agent-chats | 0 | complete | 1,003 | a\\|b |`);
});

test("without groups there is one line of names", () => {
  expect(toText({ title: "T", head: ["a", "b"], rows: [["x", "1.5×"]] })).toBe("T\n\n  a     b\n  x  1.5×");
});
