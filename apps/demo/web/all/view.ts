import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import { createMatcher, createUnified, type UnifiedChat } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";
import { labelOf, toWords } from "../format/words.ts";
import { changeValue, textOf } from "../model/filters.ts";
import type { ColumnHead, Fact, Row, Tone, Value, ValueTerm } from "../model/row.ts";
import type { ChatView, VendorView } from "../model/view.ts";
import { filterKeys } from "../query/keys.ts";
import { isNarrower } from "../query/narrower.ts";
import { parseQuery } from "../query/parse.ts";
import { printTerms } from "../query/print.ts";
import { addTerm, type Terms } from "../query/terms.ts";
import { toFilter } from "../query/to-filter.ts";
import { optionsOf } from "../vendors/context.ts";
import { badge, clickable, id, number, text, time, word } from "../vendors/values.ts";
import { createFeedReader } from "./feed-reader.ts";
import { type CountedLists, countServed } from "./served-counts.ts";

const stateTones = {
  open: "progress",
  snoozed: "warning",
  closed: "neutral",
  running: "progress",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
} satisfies Record<keyof typeof filterKeys.state.options, Tone>;

type Column = ColumnHead & { readonly value: (chat: UnifiedChat) => Value };

const columns: readonly Column[] = [
  { label: "Vendor", width: 88, from: "medium", value: vendorOf },
  { label: "State", width: 168, value: stateOf },
  { label: "Channel", width: 104, from: "widest", value: (chat) => wordOf("channel", chat.channel) },
  { label: "Trigger", width: 120, from: "wide", value: (chat) => wordOf("trigger", chat.trigger) },
  { label: "Agent", width: 104, from: "widest", value: agentOf },
  { label: "Updated", width: 96, from: "wide", align: "end", value: (chat) => time(chat.updatedAt) },
  { label: "Created", width: 104, align: "end", value: (chat) => time(chat.createdAt) },
];

/** All chats of all vendors, the newest first, by one filter. */
export function createAllView(origin: string, info: DemoInfo, views: readonly VendorView[]): ChatView {
  const connections = toConnections(origin, info);
  const unified = createUnified(connections);
  const counted: CountedLists = {
    cotool: ({ agentId }) => {
      const wanted = agentId as readonly string[] | undefined;
      const agents = connections.cotool?.agentIds.filter((agent) => !wanted || wanted.includes(agent)) ?? [];
      return agents.flatMap((agent) => connections.cotool?.client.chats.list({ agentId: agent }) ?? []);
    },
    invent: (query) => (connections.invent ? [connections.invent.client.chats.list({ ...query, org_id: "c" })] : []),
  };
  const byVendor = new Map(views.map((view) => [view.id, view]));
  const toRow = (chat: UnifiedChat): Row => {
    const own = byVendor.get(chat.vendor)?.toRow(chat.raw);
    return {
      ...(own ?? { title: chat.title, notes: [], facts: [] }),
      id: `${chat.vendor}/${chat.id}`,
      vendor: chat.vendor,
      origin: filterKeys.vendor.options[chat.vendor],
      state: stateOf(chat),
      cells: columns.map(({ value }) => value(chat)),
      facts: [...toFacts(chat), ...withoutFilters(own?.facts ?? [], chat)],
      terms: toTerms(chat),
      chat,
      raw: chat.raw,
      ...(chat.createdAt !== null && { orderMs: Date.parse(chat.createdAt) }),
    };
  };
  return {
    id: "all",
    title: "All chats",
    subject: "Every vendor, newest first",
    filters: [{ kind: "query", name: "q", label: "Filter" }],
    columns,
    open(values) {
      const { terms } = termsOf(values);
      return createFeedReader(unified, () => toFilter(terms, Date.now()), toRow);
    },
    count: (values, signal) => countServed(unified, counted, toFilter(termsOf(values).terms, Date.now()), signal),
    keep(rows, before, values) {
      const { terms } = termsOf(values);
      if (!isNarrower(terms, termsOf(before).terms)) return undefined;
      const matches = createMatcher(toFilter(terms, Date.now()));
      return rows.filter((row) => row.chat && matches(row.chat));
    },
    narrow(values, { name, value }, isNot) {
      return withTerms(values, addTerm(termsOf(values).terms, { key: name, value, isNot }));
    },
  };
}

/** What the address asks for. */
export function termsOf(values: Readonly<Record<string, readonly string[]>>) {
  return parseQuery(textOf(values, "q") ?? "");
}

/** The address that asks for these. */
export function withTerms(values: Readonly<Record<string, readonly string[]>>, terms: Terms) {
  const printed = printTerms(terms);
  return changeValue(values, "q", printed === "" ? [] : [printed]);
}

function toConnections(origin: string, info: DemoInfo) {
  const has = (vendor: VendorId) => info.vendors.some(({ id: shown }) => shown === vendor);
  const agentIds = info.cotool.agents.map(({ id: agentId }) => agentId);
  return {
    cargo: has("cargo") ? createCargo(optionsOf(origin, "cargo")) : undefined,
    cotool: has("cotool") ? { client: createCotool(optionsOf(origin, "cotool")), agentIds } : undefined,
    invent: has("invent") ? { client: createInvent(optionsOf(origin, "invent")), orgId: "c" } : undefined,
  };
}

function vendorOf({ vendor }: UnifiedChat): Value {
  return clickable(word(vendor, filterKeys.vendor.options), "vendor", vendor);
}

/** An Invent chat can have two states: that of the inbox, and that of the answer. */
function stateOf({ state: [first, second] = [] }: UnifiedChat): Value & { kind: "badge" } {
  const { options } = filterKeys.state;
  const shown = badge(first, stateTones, options);
  const more = second && { label: options[second], tone: stateTones[second] };
  return clickable({ ...shown, second: more }, "state", first);
}

function wordOf(key: "channel" | "trigger", value: string | undefined): Value {
  const label = key === "channel" && value ? labelOf(filterKeys.channel.options, value) : value && toWords(value);
  return clickable(text(label), key, value);
}

function agentOf({ agent }: UnifiedChat): Value {
  return clickable(id(agent), "agent", agent);
}

function toFacts(chat: UnifiedChat): Fact[] {
  const states = (chat.state ?? []).map((state, index) => ({
    label: index === 0 ? "State" : "Also",
    value: badge(state, stateTones, filterKeys.state.options),
    filter: { name: "state", value: state },
  }));
  return [
    { label: "Vendor", value: vendorOf(chat), filter: { name: "vendor", value: chat.vendor } },
    ...states,
    ...(chat.agent ? [{ label: "Agent", value: id(chat.agent), filter: { name: "agent", value: chat.agent } }] : []),
    ...(["channel", "trigger"] as const).flatMap((key) => {
      const value = chat[key];
      return value ? [{ label: filterKeys[key].label, value: wordOf(key, value), filter: { name: key, value } }] : [];
    }),
    ...(chat.unread === undefined ? [] : [{ label: "Unread", value: number(chat.unread) }]),
    ...(chat.link ? [{ label: "Link", value: { kind: "link", url: chat.link } as const }] : []),
  ];
}

/** Everything that a facet counts. */
function toTerms(chat: UnifiedChat): ValueTerm[] {
  const one = (["vendor", "agent", "channel", "trigger"] as const).flatMap((name) => {
    const value = chat[name];
    return value === undefined ? [] : [{ name, value }];
  });
  return [...one, ...(chat.state ?? []).map((value) => ({ name: "state", value }))];
}

/** The vendor's own facts after those of the envelope; their filters are not those of this view. */
function withoutFilters(facts: readonly Fact[], chat: UnifiedChat): Fact[] {
  const told = new Set(toFacts(chat).map(({ label }) => label));
  return facts
    .filter(({ label }) => !told.has(label))
    .map(({ label, value }) => ({ label, value: { ...value, term: undefined } }));
}
