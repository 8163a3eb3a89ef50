import { execFileSync } from "node:child_process";
import { createCargo } from "@agent-chats/client/cargo";
import { createEmulator } from "@agent-chats/emulator";
import { describe, expect, it } from "vitest";
import type { DemoInfo } from "../../server/info.ts";
import type { FilterValues } from "../model/filters.ts";
import { chatLists } from "./chat-lists.ts";
import { toLiteral } from "./literal.ts";
import { quote, toCurl, toFeedProgram, toVendorProgram } from "./snippets.ts";

/** Names that somebody could give a chat to get out of a quotation. */
const hostile = [
  `'; rm -rf ~; '`,
  "$(touch owned) `id` $HOME \\",
  `"}); process.exit(1); ({"`,
  "</script><script>alert(1)</script>",
  "a\nb\r\u2028\u2029\u0000c",
  "\u202eevil\u2066",
  "Zoë — 東京 🙂",
  "[a-z]{1,3}*?&#%20",
];

/** The value of a literal, as a program would have it. */
function evaluate(literal: string): unknown {
  return new Function(`"use strict"; return ${literal};`)();
}

const named = (name: string): FilterValues => ({
  name: [name],
  messageStatuses: ["error", "success"],
  createdAfter: ["2026-11-01"],
});

/** The words of a command as a shell gives them to the program. */
function toWords(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\n' "$word"; done; }\nCARGO_API_TOKEN=from-the-shell\n${command}`;
  return execFileSync("sh", ["-c", script]).toString().trimEnd().split("\n");
}

function curlOf(values: FilterValues): Promise<string> {
  const { vendor, open } = chatLists.cargo;
  return toCurl([vendor], (optionsFor) => open(optionsFor(vendor), values).listing.page());
}

describe("a literal", () => {
  it("is the value again, whatever is in it", () => {
    for (const text of hostile) {
      const value = { text, [text]: [text], number: 1.5, flag: true, nothing: null, at: new Date(0) };
      expect(evaluate(toLiteral(value))).toEqual(value);
    }
    expect(evaluate(toLiteral({ range: { to: Number.POSITIVE_INFINITY } }))).toEqual({ range: { to: Infinity } });
  });

  it("shows every sign that would hide or turn what follows, and leaves out what says nothing", () => {
    expect(toLiteral("\u202eevil\u2028\u200b")).toBe(String.raw`"\u202eevil\u2028\u200b"`);
    expect(toLiteral({ a: undefined, not: {}, b: 1 })).toBe("{ b: 1 }");
    expect(Object.keys(evaluate(toLiteral(JSON.parse('{"__proto__":1}'))) as object)).toEqual(["__proto__"]);
  });
});

describe("the program of a view", () => {
  it("has the filters that the list has", () => {
    for (const name of hostile) {
      const program = toVendorProgram("cargo", named(name));
      const [, argument = ""] = /chats\.list\((.*)\)\.walk/.exec(program) ?? [];
      expect(evaluate(argument)).toEqual({
        name,
        messageStatuses: ["error", "success"],
        createdAfter: new Date(2026, 10, 1),
      });
    }
    expect(toVendorProgram("cargo", {})).toContain("cargo.chats.list().walk()");
  });

  it("reads the token from the environment, under the name of each vendor", () => {
    const info: DemoInfo = {
      backend: "emulator",
      vendors: [
        { id: "cargo", title: "Cargo" },
        { id: "cotool", title: "Cotool" },
        { id: "invent", title: "Invent" },
      ],
      cotool: { agents: [{ id: "agent-1", name: "Triage" }] },
    };
    const program = toFeedProgram(info, { state: ["failed"], not: {} });
    expect(program).toContain("cargo: createCargo({ token: process.env.CARGO_API_TOKEN! }),");
    expect(program).toContain('token: process.env.COTOOL_API_KEY! }), agentIds: ["agent-1"] }');
    expect(program).toContain('token: process.env.INVENT_API_KEY! }), orgId: "c" }');
    expect(program).toContain('unified.chats({ state: ["failed"] }, { unanswerable: "leaveOut" })');
  });
});

describe("the cURL of a view", () => {
  it("asks for what the client asks for, and the shell runs nothing of it", async () => {
    for (const name of hostile) {
      const urls: string[] = [];
      const emulator = createEmulator({ chats: 3 });
      const fetch = (request: Request) => {
        urls.push(request.url);
        return emulator.fetch(request);
      };
      const filters = { name, messageStatuses: ["error", "success"] as const, createdAfter: new Date(2026, 10, 1) };
      await createCargo({ token: emulator.token, fetch })
        .chats.list({ ...filters, messageStatuses: [...filters.messageStatuses] })
        .page();
      const [glob, url, , header, , accept] = toWords(await curlOf(named(name)));
      expect([glob, url]).toEqual(["--globoff", urls[0]]);
      expect([header, accept]).toEqual(["Authorization: Bearer from-the-shell", "Accept: application/json"]);
    }
  });

  it("holds the name of the token's variable, and no token", async () => {
    expect(await curlOf({})).toMatch(
      /^curl --globoff 'https:\/\/api\.getcargo\.io\/v1\/ai\/chats\/list\?[^']*' --header "Authorization: Bearer \$CARGO_API_TOKEN"/,
    );
  });

  it("quotes any text as one word", () => {
    for (const text of hostile.filter((each) => !each.includes("\n") && !each.includes("\0"))) {
      expect(toWords(`curl ${quote(text)}`)).toEqual([text]);
    }
  });
});
