import type { VendorId } from "@agent-chats/schema";

// biome-ignore lint/suspicious/noExplicitAny: what is changed into what its type does not allow
export type Item = any;

/** A way in which the items of a vendor's first example may drift, and what a drift watch has to say of the three. */
export interface DriftSeed {
  readonly name: string;
  readonly change: (item: Item) => void;
  readonly findings: readonly string[];
}

const set = (members: object) => (item: Item) => void Object.assign(item, members);
const drop = (name: string) => (item: Item) => void delete item[name];
const rename = (from: string, to: string) => (item: Item) => {
  item[to] = item[from];
  delete item[from];
};

/** Seven of the eight kinds for each vendor; the eighth, another envelope, is no change of an item. */
export const driftSeeds: { readonly [V in VendorId]: readonly DriftSeed[] } = {
  cargo: [
    { name: "a new field", change: set({ tags: [] }), findings: ["new-field $.chats[*].tags 3/3"] },
    { name: "a removed field", change: drop("updatedAt"), findings: ["missing-field $.chats[*].updatedAt 3/3"] },
    {
      name: "a renamed field",
      change: rename("createdAt", "createdOn"),
      findings: ["missing-field $.chats[*].createdAt 3/3", "new-field $.chats[*].createdOn 3/3, was createdAt"],
    },
    {
      name: "another type",
      change: set({ creditsUsedCount: "7" }),
      findings: ["other-type $.chats[*].creditsUsedCount 3/3"],
    },
    { name: "null", change: set({ slug: null }), findings: ["unexpected-null $.chats[*].slug 3/3"] },
    {
      name: "a new value of an enum",
      change: ({ lastMessage }) => set({ status: "paused" })(lastMessage),
      findings: ["new-extensible-value $.chats[*].lastMessage.status 3/3"],
    },
    {
      name: "dates instead of times",
      change: set({ createdAt: "2026-11-18" }),
      findings: ["other-format $.chats[*].createdAt 3/3"],
    },
  ],
  cotool: [
    { name: "a new field", change: set({ tags: [] }), findings: ["new-field $.chats[*].tags 3/3"] },
    { name: "a removed field", change: drop("id"), findings: ["missing-field $.chats[*].id 3/3"] },
    {
      name: "a renamed field",
      change: rename("createdAt", "created_at"),
      findings: ["missing-field $.chats[*].createdAt 3/3", "new-field $.chats[*].created_at 3/3, was createdAt"],
    },
    { name: "another type", change: set({ isStreaming: "done" }), findings: ["other-type $.chats[*].isStreaming 3/3"] },
    { name: "null", change: set({ createdAt: null }), findings: ["unexpected-null $.chats[*].createdAt 3/3"] },
    {
      name: "a new value of an enum",
      change: set({ triggerSource: "teams" }),
      findings: ["new-extensible-value $.chats[*].triggerSource 3/3"],
    },
    {
      name: "dates instead of times",
      change: set({ updatedAt: "2026-11-18" }),
      findings: ["other-format $.chats[*].updatedAt 3/3"],
    },
  ],
  invent: [
    { name: "a new field", change: set({ tags: [] }), findings: ["new-field $[*].tags 3/3"] },
    { name: "a removed field", change: drop("model"), findings: ["missing-field $[*].model 3/3"] },
    {
      name: "a renamed field",
      change: rename("shared_url", "sharedUrl"),
      findings: ["missing-field $[*].shared_url 3/3", "new-field $[*].sharedUrl 3/3, was shared_url"],
    },
    { name: "another type", change: set({ pinned: "yes" }), findings: ["other-type $[*].pinned 3/3"] },
    { name: "null", change: set({ visibility: null }), findings: ["unexpected-null $[*].visibility 3/3"] },
    {
      name: "a new value of an enum",
      change: set({ status: "PAUSED" }),
      findings: ["new-extensible-value $[*].status 3/3"],
    },
    {
      name: "times without an offset",
      change: set({ created_at: "2026-11-18T08:41:07" }),
      findings: ["other-format $[*].created_at 3/3"],
    },
  ],
};
