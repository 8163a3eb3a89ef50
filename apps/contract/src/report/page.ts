import { createHash } from "node:crypto";
import type { ContractReport } from "./contract-report.ts";
import { renderCoverage } from "./coverage-section.ts";
import { renderBlindSpots, renderFindings, renderLeniencies } from "./findings-section.ts";
import { renderHead } from "./head-section.ts";
import { html, type Markup, toText, trusted } from "./html.ts";
import { renderMutants } from "./mutants-section.ts";
import { script } from "./script.ts";
import { chooseExchanges, type ShownExchanges } from "./shown-exchanges.ts";
import { style } from "./style.ts";
import { tallyAxis } from "./tally.ts";
import { toVerdict } from "./verdict.ts";
import { count, format } from "./words.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly body: Markup;
}

/**
 * The page of a report: one HTML file that loads nothing, for screens, small screens and paper. Whatever the report holds
 * is shown as text: it is escaped where it stands, and the page's own policy lets no other script run than its own.
 */
export function renderReport(report: ContractReport): string {
  const verdict = toVerdict(report);
  const tallies = report.axes.map(tallyAxis);
  const shown = chooseExchanges(report);
  const sections = sectionsOf(report, shown);
  return toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${verdict.headline} agent-chats, ${report.madeAt.slice(0, 10)}</title>
<link rel="icon" href="${iconOf(verdict.colour)}">
<style>${trusted(style)}</style>
</head>
<body class="${verdict.colour}">
<a class="skip" href="#main">Skip to the content</a>
<nav aria-label="Sections"><p class="brand">agent-chats <span>contract</span></p>
<ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="main">
${renderHead(report, verdict, tallies)}
${sections.map(renderSection)}
<footer>Made from <code>report.json</code>, which has all that this page leaves out. Every run of <code>pnpm contract</code> writes both.</footer>
</main>
<script>${trusted(script)}</script>
</body>
</html>
`);
}

function sectionsOf(report: ContractReport, shown: ShownExchanges): Section[] {
  const { axes, findings, failedTests = [], blindSpots, leniencies, mutants } = report;
  return [
    {
      id: "findings",
      title: "Findings",
      lead: "What an oracle found wrong in an exchange that should be right.",
      body: renderFindings(findings, failedTests, shown),
    },
    {
      id: "coverage",
      title: "Coverage",
      lead: "Each axis counts something else, so they are never added up.",
      body: renderCoverage(axes.map(tallyAxis), shown),
    },
    {
      id: "mutants",
      title: "Mutants",
      lead: "Mistakes made on purpose, in the specs, the client, the emulator and the tests themselves. A suite that notices kills them.",
      body: renderMutants(mutants),
    },
    {
      id: "blind-spots",
      title: "Blind spots",
      lead: "Seeded faults that one oracle sees (●) and another does not (○), although it could be asked.",
      body: renderBlindSpots(blindSpots),
    },
    {
      id: "leniencies",
      title: "Leniencies",
      lead: "Where the emulator accepts more than the specs allow.",
      body: renderLeniencies(leniencies),
    },
    { id: "exchanges", title: "Exchanges", lead: leadOf(report, shown), body: renderExchanges(shown) },
  ];
}

function renderSection({ id, title, lead, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${body}
</section>
`;
}

function leadOf({ exchanges }: ContractReport, { entries, left }: ShownExchanges): string {
  const all = `The requests and answers behind the numbers: ${format(entries.length)} of the ${count(exchanges.length, "exchange")} in report.json.`;
  return left === 0 ? all : `${all} ${format(left)} more would make the page too large.`;
}

function renderExchanges({ entries }: ShownExchanges): Markup {
  if (entries.length === 0) return html`<p class="empty">None is referred to.</p>`;
  return html`<form role="search" hidden><label for="filter">Filter</label>
<input id="filter" type="search" placeholder="method, address, status, vendor" autocomplete="off" spellcheck="false">
<output id="found" for="filter"></output></form>
<div class="exchanges">${entries}</div>`;
}

/** Nothing is loaded, nothing is sent, and of scripts and styles only those that are written above. */
const policy = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function iconOf(colour: string): string {
  const fill = colour === "red" ? "%23d13f4b" : colour === "gaps" ? "%23c98a1b" : "%232e9e68";
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='6' fill='${fill}'/></svg>`;
}
