const schemes = new Set(["https:", "http:", "mailto:"]);

/** The address where it leads to the web or to a mailbox: a link to `javascript:` would run as this page. */
export function toWebAddress(text: string | undefined): URL | undefined {
  const url = text === undefined ? null : URL.parse(text);
  return url && schemes.has(url.protocol) ? url : undefined;
}

/** Where an address really leads. Letters of other scripts that look like ours are spelled out: `xn--…`. */
export function hostOf(url: URL): string {
  return url.protocol === "mailto:" ? url.pathname : url.host;
}
