import type { VendorId } from "@agent-chats/schema";
import type { SendFlag, SendOne, SendRange, SendSources, Sends } from "./adapter.ts";
import { type AnyAdapter, adapterOf } from "./adapters.ts";
import type { Bounds, CheckedFilter, Criterion } from "./check-filter.ts";
import { type FilterName, filterKinds } from "./filter.ts";

/** A filter that is sent, as parameters of the vendor's. */
export interface Sent {
  readonly filter: FilterName;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What is not documented, or what the vendor finds beyond what it is asked for. */
  readonly note?: string | undefined;
}

/** What becomes of a filter at one vendor. */
export interface Plan {
  readonly vendor: VendorId;
  readonly sent: readonly Sent[];
  /** What is decided here alone: names of filters, and of exclusions such as `not.agent`. */
  readonly here: readonly string[];
  /** Filters on what the vendor does not tell. */
  readonly cannot: readonly FilterName[];
  /** The agents whose lists to ask for; `undefined` for all lists there are. */
  readonly agents: readonly string[] | undefined;
  /** Whether no chat of the vendor can satisfy the filter, so that nobody needs to be asked. */
  readonly isImpossible: boolean;
}

/** The latest and the earliest time that a `Date` can hold, in milliseconds. */
const farthest = 8.64e15;

/** What to send to a vendor, and what is left to decide here. With `sends` false nothing is sent. */
export function planFor(vendor: VendorId, { on, not }: CheckedFilter, sends: boolean): Plan {
  const adapter = adapterOf(vendor);
  const given = Object.entries(on) as [FilterName, Criterion][];
  const tells = (name: FilterName) => {
    const { field } = filterKinds[name];
    return field === "state" ? adapter.states.length > 0 : adapter.mapping[field] !== undefined;
  };
  const cannot = given.map(([name]) => name).filter((name) => !tells(name));
  const sent = sends ? given.flatMap(([name, criterion]) => toSent(adapter, name, criterion) ?? []) : [];
  const isSent = (name: string) => sent.some(({ filter }) => filter === name);
  const exclusions = Object.keys(not).filter((name) => name !== "vendor");
  return {
    vendor,
    sent,
    here: [
      ...given.map(([name]) => name).filter((name) => !isSent(name) && !cannot.includes(name)),
      ...exclusions.map((name) => `not.${name}`),
    ],
    cannot,
    agents: isSent("agent") && adapter.sends.agent?.takes === "lists" ? (on.agent as readonly string[]) : undefined,
    isImpossible: on.state !== undefined && wordsOf(adapter, on.state as readonly string[]).every(isNone),
  };
}

function toSent(adapter: AnyAdapter, filter: FilterName, criterion: Criterion): Sent | undefined {
  if (filter === "state") return stateToSent(adapter, criterion as readonly string[]);
  const send = adapter.sends[filter as keyof Sends];
  const parameters = send && toParameters[send.takes](send as never, criterion as never);
  return parameters && { filter, parameters, note: send.note };
}

type Parameters = Readonly<Record<string, unknown>>;

/** A filter as parameters; `undefined` where the vendor cannot be asked for just this. */
const toParameters = {
  one({ parameter, only, pattern, mostCharacters }: SendOne, criterion: readonly string[] | string) {
    const values = typeof criterion === "string" ? [criterion] : criterion;
    const value = values[0] as string;
    const isTaken =
      values.length === 1 &&
      (!only || only.includes(value)) &&
      (!pattern || new RegExp(pattern).test(value)) &&
      value.length <= (mostCharacters ?? Number.POSITIVE_INFINITY);
    return isTaken ? { [parameter]: value } : undefined;
  },
  range: ({ after, before }: SendRange, { from, to }: Bounds) => ({
    ...(Number.isFinite(from) && { [after]: new Date(Math.max(from - 1, -farthest)).toISOString() }),
    ...(Number.isFinite(to) && { [before]: new Date(to).toISOString() }),
  }),
  true: ({ parameter, value }: SendFlag, isWanted: boolean) => (isWanted ? { [parameter]: value } : undefined),
  lists: ({ parameter }: SendSources, agents: readonly string[]) => ({ [parameter]: agents }),
} satisfies Record<string, (send: never, criterion: never) => Parameters | undefined>;

/** States can be sent where one axis alone has all that are wanted. */
function stateToSent(adapter: AnyAdapter, wanted: readonly string[]): Sent | undefined {
  const words = wordsOf(adapter, wanted);
  const axis = words.findIndex((each) => !isNone(each));
  const { send } = adapter.states[axis] ?? {};
  const own = words[axis] ?? [];
  if (!send || !words.every((each, index) => index === axis || isNone(each))) return undefined;
  if (send.takes === "many") return { filter: "state", parameters: { [send.parameter]: own } };
  return own.length === 1 ? { filter: "state", parameters: { [send.parameter]: own[0] } } : undefined;
}

/** Of each axis the vendor's words that stand for a wanted state. */
function wordsOf({ states }: AnyAdapter, wanted: readonly string[]): readonly unknown[][] {
  return states.map(({ rules }) => rules.filter(({ state }) => wanted.includes(state)).map(({ is }) => is));
}

function isNone(words: readonly unknown[]): boolean {
  return words.length === 0;
}

/** The parameters of the query: those that choose lists are none. */
export function queryOf({ sent, agents }: Plan): Parameters {
  const inQuery = sent.filter(({ filter }) => !(agents && filter === "agent"));
  return Object.assign({}, ...inQuery.map(({ parameters }) => parameters));
}
