import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";

const require = createRequire(import.meta.url);

/** Reads the named examples of an operation's answers that the spec keeps in files. */
function readExamples(vendor: string, operation: string, names: readonly string[]): unknown[] {
  return names.map((name) => {
    const file = require.resolve(`@agent-chats/spec/${vendor}/examples/${operation}.${name}.yaml`);
    return (parse(readFileSync(file, "utf8")) as { value: unknown }).value;
  });
}

const pages = ["first", "middle", "last", "empty"];

/** Answers in which nothing is wrong, by operation: the seeds of what is mutated. */
export const examples: Readonly<Record<string, readonly unknown[]>> = {
  "cargo.listChats": readExamples("cargo", "list-chats", pages),
  "cargo.listMessages": readExamples("cargo", "list-messages", pages),
  "cargo.createChat": readExamples("cargo", "create-chat", ["created", "created-by-handover", "created-by-workflow"]),
  "cotool.listAgentChats": readExamples("cotool", "list-agent-chats", pages),
  "invent.listOrgChats": readExamples("invent", "list-org-chats", pages),
};
