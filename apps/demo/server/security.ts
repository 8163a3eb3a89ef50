import type { IncomingHttpHeaders } from "node:http";

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a name or an address means this machine alone. */
export function isLoopback(host: string): boolean {
  return loopbackNames.test(host === "::1" ? "[::1]" : host.toLowerCase());
}

/**
 * Says why a request may not be served, or nothing where it may. A page of another site can have its own name resolve
 * to this machine (DNS rebinding), or post here: the first shows in Host, the second in Origin.
 *
 * @param host what the server was told to listen on; its name is good too, unless it means every address.
 */
export function findDistrust({ host: authority = "", origin }: IncomingHttpHeaders, host: string): string | undefined {
  const [, name = ""] = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d+)?$/.exec(authority.toLowerCase()) ?? [];
  if (!loopbackNames.test(name) && name !== host.toLowerCase()) return "Host is not this machine.";
  if (origin !== undefined && origin.toLowerCase() !== `http://${authority.toLowerCase()}`) {
    return "Origin is another site.";
  }
  return undefined;
}

/**
 * Says why a request may not change anything at this server, or nothing where it may: it has to come from the page itself,
 * which a browser proves by Origin, and a request of a form or an image does not.
 */
export function findForeignWrite({ origin, "sec-fetch-site": site }: IncomingHttpHeaders): string | undefined {
  if (origin === undefined) return "Origin is missing.";
  return site === undefined || site === "same-origin" ? undefined : "The request is from another site.";
}

/**
 * Says why a call below `/api/` may not be answered, or nothing where it may. A browser tells what it wants an answer for:
 * the page reads data, and nobody has a reason to open an answer as a page or to run it as a script.
 */
export function findForeignUse(headers: IncomingHttpHeaders): string | undefined {
  const { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": use } = headers;
  if ((use ?? "empty") !== "empty" || mode === "navigate") return "Only the page itself may ask for this.";
  return site === undefined || site === "same-origin" ? undefined : "The request is from another site.";
}

/** Only files of this server: no inline script or style, no frame, no HTML made from strings. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** While developing, Vite puts a script and styles into the page and talks through a WebSocket. */
const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
  "frame-ancestors 'none'",
];

/** What an answer below `/api/` may do where a browser opens it all the same: nothing, as its text is a vendor's. */
const dataPolicy = ["sandbox", "default-src 'none'", "frame-ancestors 'none'"];

/** The headers that every answer carries: of a call below `/api/`, or of the page, as it is while developing or not. */
export function securityHeaders({ dev, isCall }: { dev: boolean; isCall: boolean }): Record<string, string> {
  const pagePolicy = dev ? developmentPolicy : strictPolicy;
  return {
    "content-security-policy": (isCall ? dataPolicy : pagePolicy).join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}
