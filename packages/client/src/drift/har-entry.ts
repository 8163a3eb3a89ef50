/** Why an entry of a HAR file was not compared. */
export type HarSkipReason =
  /** It is no entry: request, response or address is missing. */
  | "no entry"
  /** No operation has its method and path. */
  | "no operation"
  /** More than one operation has, and its host says nothing. */
  | "several operations"
  /** The request was not answered, or the file does not say how. */
  | "no answer"
  /** 304: the body is in a cache. */
  | "not modified"
  /** The file leaves the body out. */
  | "no body"
  /** The body is said to be base64 and is not. */
  | "no base64"
  /** The body is not JSON, or is cut. */
  | "no JSON";

/** What an entry says that matters here. */
export interface HarExchange {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly text: string | undefined;
  readonly encoding: unknown;
}

/** Reads an entry; `undefined` where it is none. */
export function readExchange(entry: unknown): HarExchange | undefined {
  const request = memberOf(entry, "request");
  const response = memberOf(entry, "response");
  const [method, address] = [memberOf(request, "method"), memberOf(request, "url")];
  const status = memberOf(response, "status");
  const url = typeof address === "string" ? toUrl(address) : undefined;
  if (typeof method !== "string" || !url || typeof status !== "number") return undefined;
  const content = memberOf(response, "content");
  const text = memberOf(content, "text");
  return {
    method: method.toUpperCase(),
    url,
    status,
    text: typeof text === "string" ? text : undefined,
    encoding: memberOf(content, "encoding"),
  };
}

/** The value of a body. */
export function readBody({
  text,
  encoding,
}: HarExchange): { readonly value: unknown } | { readonly problem: HarSkipReason } {
  if (!text) return { problem: "no body" };
  const decoded = encoding === "base64" ? decodeBase64(text) : text;
  if (decoded === undefined) return { problem: "no base64" };
  try {
    return { value: parseJson(decoded) };
  } catch {
    return { problem: "no JSON" };
  }
}

/** What a JSON text says, which may begin with a byte order mark, as some servers and recorders write it. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function toUrl(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
