import { type VendorId, vendorIds } from "@agent-chats/schema";
import { type AnyAdapter, adapterOf } from "../src/unified/adapters.ts";
import { type FilterName, filterKinds } from "../src/unified/filter.ts";

const titles = vendorIds.map((vendor) => adapterOf(vendor).title);
const code = (text: string) => `\`${text}\``;
const none = "–";

/** The table of the envelope: of each field where it comes from, made from the data by which chats are mapped. */
export function envelopeTable(): string {
  const fields = [...new Set(vendorIds.flatMap((vendor) => Object.keys(adapterOf(vendor).mapping)))];
  const cellOf = (vendor: VendorId, name: string) => {
    const field = adapterOf(vendor).mapping[name as keyof AnyAdapter["mapping"]];
    if (!field) return none;
    const facts = [field.as, field.unit && `in ${field.unit}`, field.note].filter(Boolean);
    return `${field.at.map(code).join(", else ")} (${facts.join("; ")})`;
  };
  return toTable(
    ["field", ...titles],
    fields.map((name) => [code(name), ...vendorIds.map((vendor) => cellOf(vendor, name))]),
  );
}

/** The table of states: every rule by which a vendor's chat gets one. */
export function stateTable(): string {
  const rows = vendorIds.flatMap((vendor) =>
    adapterOf(vendor).states.flatMap(({ of, rules }) =>
      rules.map(({ at, is, state }) => {
        const condition = is === undefined ? "any text" : typeof is === "string" ? code(is) : `${is}`;
        return [adapterOf(vendor).title, of, code(at), condition, code(state)];
      }),
    ),
  );
  return toTable(["vendor", "speaks of", "where", "is", "state"], rows);
}

/** The table of filters: of each what a vendor is sent, what is decided here, and what it cannot answer. */
export function filterTable(): string {
  const names = Object.keys(filterKinds) as FilterName[];
  return toTable(
    ["filter", ...titles],
    names.map((name) => [code(name), ...vendorIds.map((vendor) => filterCell(adapterOf(vendor), name))]),
  );
}

function filterCell({ mapping, states, sends }: AnyAdapter, name: FilterName): string {
  const { field } = filterKinds[name];
  if (field !== "state" && !mapping[field]) return none;
  if (field === "state") {
    const sent = states.flatMap(({ send }) => (send ? [`${code(send.parameter)} (${send.takes})`] : []));
    return sent.join(", or ") || "here";
  }
  const send = sends[name as keyof typeof sends];
  if (!send) return "here";
  const parameters = "after" in send ? [send.after, send.before] : [send.parameter];
  const limits = [
    send.takes === "one" && "one",
    send.takes === "true" && "`true` alone",
    "only" in send && send.only && "known words",
    "pattern" in send && send.pattern && "UUIDs",
    "mostCharacters" in send && send.mostCharacters && `at most ${send.mostCharacters} characters`,
    send.note,
  ].filter(Boolean);
  return `${parameters.map(code).join(", ")}${limits.length > 0 ? ` (${limits.join("; ")})` : ""}`;
}

function toTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
