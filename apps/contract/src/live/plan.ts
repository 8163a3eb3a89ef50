import { type LiveVendor, liveVendors, type Variable } from "./live-vendors.ts";

/** Environment variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A vendor that can be asked, with what it takes. */
export interface Ready {
  readonly live: LiveVendor;
  readonly token: string;
  /** `undefined` for the vendor's own. */
  readonly baseUrl: string | undefined;
  /** Values of the vendor's variables, in their order. */
  readonly values: readonly string[];
}

/** A vendor that cannot be asked, and what would have to be set. */
export interface Unready {
  readonly live: LiveVendor;
  readonly missing: readonly Variable[];
}

/** What a reading of an environment comes to: which vendors can be asked, and which cannot. */
export interface Plan {
  readonly ready: readonly Ready[];
  readonly unready: readonly Unready[];
}

/** Finds out who can be asked with what is in the environment. An empty variable is one that is not set. */
export function planLive(environment: Environment): Plan {
  const plans = Object.values(liveVendors).map((live) => planVendor(live, environment));
  return {
    ready: plans.filter((plan) => "token" in plan),
    unready: plans.filter((plan) => "missing" in plan),
  };
}

function planVendor(live: LiveVendor, environment: Environment): Ready | Unready {
  const valueFor = ({ name, fallback }: Variable) => (environment[name] ?? "").trim() || fallback || "";
  const all = [tokenVariableOf(live), ...live.variables];
  const missing = all.filter((variable) => valueFor(variable) === "");
  if (missing.length > 0) return { live, missing };
  const [token = "", ...values] = all.map(valueFor);
  return { live, token, values, baseUrl: environment[baseUrlVariableOf(live)] || undefined };
}

/** The variable of a vendor's token. */
export function tokenVariableOf({ vendor }: LiveVendor): Variable {
  return { name: vendor.tokenVariable, means: `a token of ${vendor.title}` };
}

/** The variable that leads to another address than the vendor's, such as a gateway or the emulator. */
export function baseUrlVariableOf({ vendor }: LiveVendor): string {
  return `${vendor.id.toUpperCase()}_BASE_URL`;
}
