/** A module that users import, and the page about it. */
export interface EntryPoint {
  /** As it is imported. */
  readonly name: string;
  /** Its source, from the root of the repository. */
  readonly source: string;
  /** The page, in docs/reference/. */
  readonly page: string;
  /** What it is, in a sentence. */
  readonly is: string;
}

const vendor = (id: string, title: string): EntryPoint => ({
  name: `@agent-chats/client/${id}`,
  source: `packages/client/src/${id}/index.ts`,
  page: `${id}.md`,
  is: `${title}'s client. What \`components["schemas"]\` has, field by field, is in [the spec](../../spec/${id}/openapi.yaml).`,
});

/** Every module that users import, in the order in which the reference lists them. */
export const entryPoints: readonly EntryPoint[] = [
  vendor("cargo", "Cargo"),
  vendor("cotool", "Cotool"),
  vendor("invent", "Invent"),
  {
    name: "@agent-chats/client",
    source: "packages/client/src/index.ts",
    page: "client.md",
    is: "What the vendors share: options, listings, walks, errors, and clients of a spec of your own. [Errors](../errors.md) and [the walk](../walk.md) explain them.",
  },
  {
    name: "@agent-chats/client/unified",
    source: "packages/client/src/unified/index.ts",
    page: "unified.md",
    is: "The chats of all vendors as one feed. [All vendors as one](../unified.md) explains it.",
  },
  {
    name: "@agent-chats/client/drift",
    source: "packages/client/src/drift/index.ts",
    page: "drift.md",
    is: "What a vendor answers beside its spec. [Drift](../drift.md) explains it.",
  },
  {
    name: "@agent-chats/emulator",
    source: "packages/emulator/src/index.ts",
    page: "emulator.md",
    is: "A stand-in for the three vendors. [Its own page](../../packages/emulator/README.md) explains it.",
  },
];
