import type { VendorId } from "@agent-chats/schema";
import { pointerTo } from "../pagination/pointer.ts";
import type { Conversion, FieldMapping, StateAxis, UnifiedState } from "./adapter.ts";
import { adapterOf, type RawChat } from "./adapters.ts";
import type { Envelope, UnifiedChat } from "./chat.ts";

type Read = (raw: unknown) => unknown;
type Convert = (raw: unknown, agent?: string) => UnifiedChat;

/** What fits, converted; `undefined` for what does not. */
const conversions: { readonly [Name in Conversion]: (value: unknown, unit?: string) => unknown } = {
  text: (value) => (typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined),
  instant: toInstant,
  number: toNumber,
  amount(value, unit) {
    const amount = toNumber(value);
    return amount === undefined ? undefined : { amount, unit };
  },
  address: (value) => (typeof value === "string" && /^https?:\/\/[^\s]+$/i.test(value) ? value : undefined),
};

const converters = new Map<VendorId, Convert>();

/** A vendor's chat in the envelope. What does not fit the mapping is left out; nothing that a vendor sends makes it fail. */
export function toUnifiedChat<V extends VendorId>(vendor: V, raw: RawChat<V>): Envelope<V> {
  return converterOf(vendor)(raw) as Envelope<V>;
}

/** The conversion of a vendor's chats; `agent` is whose chats were asked for, where that is known. */
export function converterOf(vendor: VendorId): Convert {
  const known = converters.get(vendor);
  if (known) return known;
  const convert = createConverter(vendor);
  converters.set(vendor, convert);
  return convert;
}

function createConverter(vendor: VendorId): Convert {
  const { mapping, states } = adapterOf(vendor);
  const fields = Object.entries(mapping).map(([name, field]) => [name, createFieldReader(field)] as const);
  const stateReaders = states.map(createStateReader);
  const nativeReaders = states.flatMap(({ native }) => (native === undefined ? [] : [pointerTo(native)]));
  return (raw, agent) => {
    const chat: Record<string, unknown> = { vendor, id: "", createdAt: null };
    if (agent !== undefined) chat.agent = agent;
    for (const [name, read] of fields) {
      const value = read(raw);
      if (value !== undefined) chat[name] = value;
    }
    const state = stateReaders.map((read) => read(raw)).filter((word) => word !== undefined);
    const nativeState = nativeReaders.map((read) => read(raw)).filter((word) => typeof word === "string");
    if (state.length > 0) chat.state = state;
    if (nativeState.length > 0) chat.nativeState = nativeState;
    chat.raw = raw;
    return chat as unknown as UnifiedChat;
  };
}

function createFieldReader({ at, as, unit }: FieldMapping): Read {
  const readers = at.map(pointerTo);
  const convert = conversions[as];
  return (raw) => {
    for (const read of readers) {
      const value = convert(read(raw), unit);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function createStateReader({ rules }: StateAxis): (raw: unknown) => UnifiedState | undefined {
  const tests = rules.map(({ at, is, state }) => ({ read: pointerTo(at), is, state }));
  const fits = (value: unknown, is: string | boolean | undefined) =>
    is === undefined ? typeof value === "string" && value !== "" : value === is;
  return (raw) => tests.find(({ read, is }) => fits(read(raw), is))?.state;
}

function toInstant(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d(?!\d)/.test(value)) return undefined;
  // Without an offset it would be read in the time zone of this machine, which the vendor cannot have meant.
  const time = Date.parse(/^[^Tt ]+[Tt ][\d:.]+$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function toNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
