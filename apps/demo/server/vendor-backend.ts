import type { Vendor, VendorId } from "@agent-chats/schema";
import type { Backend } from "./backend.ts";
import { isLoopback } from "./security.ts";
import { vendors } from "./vendors.ts";

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A vendor that there is a token of. */
interface Connection {
  readonly id: VendorId;
  readonly title: string;
  readonly token: string;
  readonly baseUrl: string;
}

/** Variable that lists Cotool's agents, as `id` or `id=name`, with commas between: Cotool has no route that lists them. */
const agentsVariable = "COTOOL_AGENT_IDS";

/**
 * The vendors themselves as a backend: those whose token is in the environment. Undefined where there is none.
 *
 * @throws {RangeError} where a variable has a value that cannot be used. Never tells the value of a token.
 */
export function createVendorBackend(environment: Environment): Backend | undefined {
  const all = Object.values(vendors);
  const connections = all.flatMap((vendor) => toConnection(vendor, environment) ?? []);
  if (connections.length === 0) return undefined;
  const find = (id: string) => connections.find((connection) => connection.id === id) as Connection;
  const agents = toAgents(environment[agentsVariable]);
  if (connections.some(({ id }) => id === "cotool") && agents.length === 0) {
    throw new RangeError(`${agentsVariable} must name the agents whose chats to list, with commas between.`);
  }
  const missing = all.filter(({ id }) => !find(id));
  return {
    info: {
      backend: "vendors",
      vendors: connections.map(({ id, title }) => ({ id, title })),
      cotool: { agents },
      missing: missing.map(({ title, tokenVariable }) => ({ title, variable: tokenVariable })),
    },
    fetch: (request) => fetch(request),
    baseUrlOf: (id) => find(id).baseUrl,
    tokenOf: (id) => find(id).token,
  };
}

function toConnection(vendor: Vendor & { id: VendorId }, environment: Environment): Connection | undefined {
  const { id, title, tokenVariable } = vendor;
  const token = environment[tokenVariable]?.trim();
  if (!token) return undefined;
  if (!/^[\x21-\x7e]+$/.test(token)) throw new RangeError(`${tokenVariable} holds characters that no token has.`);
  return { id, title, token, baseUrl: toBaseUrl(vendor, environment) };
}

/** A token goes over https, or stays on this machine. */
function toBaseUrl({ id, baseUrl }: Vendor, environment: Environment): string {
  const variable = `${id.toUpperCase()}_BASE_URL`;
  const text = environment[variable]?.trim() || baseUrl;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Of the text, as the parts of a URL do not show an empty query or hash.
  const isPlain = url && !/[?#]/.test(text) && url.username === "" && url.password === "";
  if (isPlain && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))) {
    return url.href.replace(/\/+$/, "");
  }
  throw new RangeError(`${variable} must be an https URL, or http on this machine, without query, hash and user.`);
}

function toAgents(list = ""): { id: string; name: string }[] {
  const entries = list.split(",").map((entry) => entry.trim());
  return entries
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [, id = entry, name = ""] = /^([^=]+)=(.*)$/.exec(entry) ?? [];
      return { id: id.trim(), name: name.trim() || `Agent ${id.trim().slice(0, 8)}` };
    });
}
