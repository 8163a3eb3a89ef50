import type { Fetch } from "./exchange.ts";
import type { SpecOperation } from "./specs.ts";

/**
 * A total in a header is the same for all examples: OpenAPI's examples of a body carry no headers, so Prism sends the
 * header's own example with each. For an empty page that is a contradiction, which the client rightly refuses; this
 * makes it 0 there. Totals in a body, and other answers, pass as they are.
 */
export function fetchWithTrueTotal(send: Fetch, { pagination }: SpecOperation): Fetch {
  const total = pagination?.total;
  if (!total || !("header" in total)) return send;
  return async (request) => {
    const response = await send(request);
    if (!response.ok || (await response.clone().text()) !== "[]") return response;
    const headers = new Headers(response.headers);
    headers.set(total.header, "0");
    return new Response(response.body, { status: response.status, headers });
  };
}
