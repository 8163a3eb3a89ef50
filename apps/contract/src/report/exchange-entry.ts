import type { ReportedExchange } from "./contract-report.ts";
import { html, type Markup } from "./html.ts";
import { count } from "./words.ts";

const servers: { readonly [Server in ReportedExchange["server"]]: string } = {
  mock: "Prism’s mock",
  proxy: "Prism before the emulator",
  emulator: "the emulator",
  recording: "a recording",
};

/** A request and its answer, folded: a line until it is opened. */
export function renderExchange(exchange: ReportedExchange, anchor: string): Markup {
  const { id, server, vendor, operation, request, response } = exchange;
  return html`<details class="exchange" id="${anchor}">
<summary><span class="status status-${Math.trunc(response.status / 100)}">${response.status}</span>
<code class="call"><b>${request.method}</b> ${request.target}</code>
<span class="of">${vendor} ${operation ?? "no operation"}, ${server}</span></summary>
<div class="messages">
<p class="quiet"><code>${id}</code> was answered by ${servers[server]}.</p>
${renderMessage("Request", `${request.method} ${request.target}`, request)}
${renderMessage("Response", String(response.status), response)}
</div>
</details>
`;
}

type Message = Pick<ReportedExchange["request"], "headers" | "body">;

function renderMessage(title: string, first: string, { headers, body }: Message): Markup {
  const lines = Object.entries(headers).map(([name, value]) => html`<span>${name}:</span> ${shorten(value)}\n`);
  return html`<section class="message"><h3>${title}</h3>
<pre tabindex="0"><b>${first}</b>
${lines}
${body === "" ? html`<i>no body</i>` : toShown(body)}</pre></section>
`;
}

/** Letters of a body, and of a header, that a page shows: so few that each point of a whole run has its exchange in it. */
const mostShown = 1_000;
const mostOfHeader = 300;

function shorten(value: string): string {
  return value.length > mostOfHeader ? `${value.slice(0, mostOfHeader)} …` : value;
}

/** A body, laid out where it is whole JSON, and cut. */
function toShown(body: string): Markup {
  const text = layOut(body);
  if (text.length <= mostShown) return html`${text}`;
  // A pair of surrogates is not taken apart.
  const shown = text.slice(0, mostShown).replace(/[\ud800-\udbff]$/, "");
  return html`${shown}\n<i>… ${count(text.length - shown.length, "more character")}, in report.json</i>`;
}

function layOut(body: string): string {
  if (!/^\s*[[{]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
