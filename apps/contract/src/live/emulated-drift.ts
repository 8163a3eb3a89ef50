import type { Drift } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";

/** A way in which the emulator drifts, and what has to be found then: `kind path`, the kind in words. */
export interface EmulatedDrift {
  readonly name: string;
  readonly drift: Drift;
  /** By the client, which refuses another envelope and sees no more of it. */
  readonly live: readonly string[];
  /** In recorded traffic; where it is left out, the same. */
  readonly recorded?: readonly string[];
}

/** The operation of each vendor that drifts. */
export const driftingOperations = {
  cargo: "listChats",
  cotool: "listAgentChats",
  invent: "listOrgChats",
} as const satisfies { readonly [V in VendorId]: string };

/** Eight kinds of drift for each vendor. */
export const emulatedDrifts: { readonly [V in VendorId]: readonly EmulatedDrift[] } = {
  cargo: [
    {
      name: "a new field",
      drift: { kind: "new-field", at: "/chats/*/priority" },
      live: ["new field $.chats[*].priority"],
    },
    {
      name: "a removed field",
      drift: { kind: "removed-field", at: "/chats/*/updatedAt" },
      live: ["missing field $.chats[*].updatedAt"],
    },
    {
      name: "a renamed field",
      drift: { kind: "renamed-field", at: "/chats/*/createdAt" },
      live: ["missing field $.chats[*].createdAt", "new field $.chats[*].created_at"],
    },
    {
      name: "another type",
      drift: { kind: "type-change", at: "/chats/*/creditsUsedCount" },
      live: ["other type $.chats[*].creditsUsedCount"],
    },
    { name: "null", drift: { kind: "null", at: "/chats/*/slug" }, live: ["unexpected null $.chats[*].slug"] },
    {
      name: "a new value of an enum",
      drift: { kind: "new-enum-value", at: "/chats/*/lastMessage/status" },
      live: ["new extensible value $.chats[*].lastMessage.status"],
    },
    {
      name: "dates instead of times",
      drift: { kind: "time-form", at: "/chats/*/createdAt" },
      live: ["other format $.chats[*].createdAt"],
    },
    {
      name: "another envelope",
      drift: { kind: "envelope" },
      live: ["refused answer $"],
      recorded: ["missing field $.chats", "new field $.data"],
    },
  ],
  cotool: [
    {
      name: "a new field",
      drift: { kind: "new-field", at: "/chats/*/priority" },
      live: ["new field $.chats[*].priority"],
    },
    {
      name: "a removed field",
      drift: { kind: "removed-field", at: "/chats/*/createdAt" },
      live: ["missing field $.chats[*].createdAt"],
    },
    {
      name: "a renamed field",
      drift: { kind: "renamed-field", at: "/chats/*/createdAt" },
      live: ["missing field $.chats[*].createdAt", "new field $.chats[*].created_at"],
    },
    {
      name: "another type",
      drift: { kind: "type-change", at: "/chats/*/isStreaming" },
      live: ["other type $.chats[*].isStreaming"],
    },
    { name: "null", drift: { kind: "null", at: "/chats/*/createdAt" }, live: ["unexpected null $.chats[*].createdAt"] },
    {
      name: "a new value of an enum",
      drift: { kind: "new-enum-value", at: "/chats/*/triggerSource" },
      live: ["new extensible value $.chats[*].triggerSource"],
    },
    {
      name: "dates instead of times",
      drift: { kind: "time-form", at: "/chats/*/updatedAt" },
      live: ["other format $.chats[*].updatedAt"],
    },
    {
      name: "another envelope",
      drift: { kind: "envelope" },
      live: ["refused answer $"],
      recorded: ["missing field $.chats", "new field $.results"],
    },
  ],
  invent: [
    { name: "a new field", drift: { kind: "new-field", at: "/*/priority" }, live: ["new field $[*].priority"] },
    { name: "a removed field", drift: { kind: "removed-field", at: "/*/model" }, live: ["missing field $[*].model"] },
    {
      name: "a renamed field",
      drift: { kind: "renamed-field", at: "/*/shared_url" },
      live: ["missing field $[*].shared_url", "new field $[*].sharedUrl"],
    },
    { name: "another type", drift: { kind: "type-change", at: "/*/pinned" }, live: ["other type $[*].pinned"] },
    { name: "null", drift: { kind: "null", at: "/*/visibility" }, live: ["unexpected null $[*].visibility"] },
    {
      name: "a new value of an enum",
      drift: { kind: "new-enum-value", at: "/*/status" },
      live: ["new extensible value $[*].status"],
    },
    {
      name: "times without an offset",
      drift: { kind: "time-form", at: "/*/created_at" },
      live: ["other format $[*].created_at"],
    },
    {
      name: "another envelope",
      drift: { kind: "envelope" },
      live: ["refused answer $"],
      recorded: ["other type $"],
    },
  ],
};
