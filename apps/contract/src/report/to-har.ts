import type { ShownExchange } from "./without-secrets.ts";

/** A file of HAR 1.2, so far as readers of it need. */
interface Har {
  readonly log: { readonly version: "1.2"; readonly creator: object; readonly entries: readonly object[] };
}

/** An exchange and the root of the API that it is told to be of. */
export interface HarSource {
  readonly server: string;
  readonly shown: ShownExchange;
}

/** Exchanges as a HAR file, at the address of the vendor whose they would be. They have no times: nothing was measured. */
export function toHar(exchanges: readonly HarSource[]): Har {
  const entries = exchanges.map(({ server, shown }) => ({
    startedDateTime: new Date(0).toISOString(),
    time: 0,
    request: {
      method: shown.method,
      url: server + shown.target,
      httpVersion: "HTTP/1.1",
      headers: toPairs(shown.requestHeaders),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
      ...(shown.requestBody && { postData: { mimeType: "application/json", text: shown.requestBody } }),
    },
    response: {
      status: shown.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      headers: toPairs(shown.responseHeaders),
      cookies: [],
      content: {
        size: shown.responseBody.length,
        mimeType: shown.responseHeaders["content-type"] ?? "",
        text: shown.responseBody,
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  }));
  return { log: { version: "1.2", creator: { name: "agent-chats contract", version: "1" }, entries } };
}

function toPairs(headers: Readonly<Record<string, string>>): object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
