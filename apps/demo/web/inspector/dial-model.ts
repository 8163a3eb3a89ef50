import type { Fault, ListDials, ListOrder } from "@agent-chats/emulator";

/** A number that can be turned. */
export interface Dial {
  readonly name: "inserts" | "updates" | "deletes" | "clamp" | "latencyMs";
  readonly label: string;
  readonly maximum: number;
  readonly step: number;
  readonly unit?: string;
  /** What 0 means, where it is no number. */
  readonly off?: string;
}

/** Changes between two requests. */
export const churnDials: readonly Dial[] = [
  { name: "inserts", label: "New", maximum: 10, step: 1 },
  { name: "updates", label: "Changed", maximum: 10, step: 1 },
  { name: "deletes", label: "Deleted", maximum: 10, step: 1 },
];

/** How the server answers. */
export const serverDials: readonly Dial[] = [
  { name: "clamp", label: "Page clamp", maximum: 60, step: 5, off: "Off" },
  { name: "latencyMs", label: "Latency", maximum: 1000, step: 50, unit: " ms" },
];

/** The number of a dial; one that is drawn at random counts as its most. */
export function readDial(dials: ListDials, name: Dial["name"]): number {
  if (name === "clamp" || name === "latencyMs") return dials[name] ?? 0;
  const amount = dials.churn?.[name] ?? 0;
  return typeof amount === "number" ? amount : amount.atMost;
}

/** The dials with one turned; 0 takes it away. */
export function turnDial(dials: ListDials, name: Dial["name"], value: number): ListDials {
  if (name !== "clamp" && name !== "latencyMs") return { ...dials, churn: { ...dials.churn, [name]: value } };
  const { [name]: _, ...others } = dials;
  return value === 0 ? others : { ...others, [name]: value };
}

/** The orders that can be chosen. */
export const orders: Readonly<Record<string, { readonly label: string; readonly order?: ListOrder }>> = {
  own: { label: "The vendor’s own" },
  "created-descending": { label: "Newest created", order: { by: "created" } },
  "created-ascending": { label: "Oldest created", order: { by: "created", direction: "ascending" } },
  "updated-descending": { label: "Newest updated", order: { by: "updated" } },
  "updated-ascending": { label: "Oldest updated", order: { by: "updated", direction: "ascending" } },
  arbitrary: { label: "None that shows", order: { by: "arbitrary" } },
};

/** The name of an order among those that can be chosen. */
export function nameOrder({ order }: ListDials): string {
  if (!order) return "own";
  return order.by === "arbitrary" ? "arbitrary" : `${order.by}-${order.direction ?? "descending"}`;
}

/** Faults that can be sent, by the word on their button. */
export const faultButtons: readonly { readonly label: string; readonly title: string; readonly fault: Fault }[] = [
  { label: "429", title: "429 with Retry-After: 1", fault: { kind: "status", status: 429, retryAfter: "1" } },
  { label: "500", title: "500, twice", fault: { kind: "status", status: 500, times: 2 } },
  { label: "Reset", title: "The connection is reset", fault: { kind: "reset" } },
  { label: "Cut", title: "The body breaks off", fault: { kind: "cut" } },
  { label: "Stall", title: "The body stops in the middle until somebody gives up", fault: { kind: "stall" } },
  { label: "HTML", title: "200 with a login page", fault: { kind: "html" } },
];

/** Faults that are still to come, in a few words. */
export function describeFaults(faults: readonly Fault[]): string {
  const words = faults.map((fault) => {
    const name = fault.kind === "status" ? String(fault.status) : fault.kind;
    return (fault.times ?? 1) > 1 ? `${name} ×${fault.times}` : name;
  });
  return words.length === 0 ? "none" : words.join(", ");
}

/** Dials that are known to hurt, by name. */
export const presets: readonly {
  readonly label: string;
  readonly dials: ListDials;
  readonly faults: readonly Fault[];
}[] = [
  { label: "Quiet", dials: {}, faults: [] },
  { label: "Busy", dials: { churn: { inserts: 2, updates: 1, deletes: 1 }, latencyMs: 50 }, faults: [] },
  {
    label: "Storm",
    dials: { order: { by: "updated" }, churn: { inserts: 1, updates: 2, deletes: 3 }, latencyMs: 50 },
    faults: [
      { kind: "status", status: 429, retryAfter: "1", after: 2 },
      { kind: "cut", after: 4 },
    ],
  },
  { label: "Clamp", dials: { clamp: 30 }, faults: [] },
];
