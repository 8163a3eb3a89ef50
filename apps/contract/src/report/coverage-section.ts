import type { Point } from "./contract-report.ts";
import { html, type Markup, prose } from "./html.ts";
import type { ShownExchanges } from "./shown-exchanges.ts";
import { type AxisTally, coveredOf, groupBy } from "./tally.ts";
import { count, format } from "./words.ts";

/** Every axis with a bar of its own, and below each what is missing, by name. */
export function renderCoverage(tallies: readonly AxisTally[], shown: ShownExchanges): Markup {
  if (tallies.length === 0) return html`<p class="empty">This run measured no coverage.</p>`;
  return html`<div class="scroll"><table class="axes">
<thead><tr><th scope="col">Axis</th><th scope="col" class="wide">Covered</th><th scope="col" class="number">Of all</th>
<th scope="col" class="number">Missing</th><th scope="col" class="number">Cannot be</th></tr></thead>
<tbody>${tallies.map(renderRow)}</tbody></table></div>
${tallies.map((tally, index) => renderAxis(tally, index, shown))}`;
}

function renderRow(tally: AxisTally, index: number): Markup {
  const { axis, missing, excused } = tally;
  return html`<tr><th scope="row"><a href="#axis-${index + 1}">${axis.title}</a></th>
<td class="wide">${renderBar(tally)}</td>
<td class="number"><b>${format(coveredOf(tally))}</b> of ${format(axis.points.length)}</td>
<td class="number">${missing.length > 0 ? html`<b class="gap">${format(missing.length)}</b>` : html`<span class="none">0</span>`}</td>
<td class="number">${excused.length > 0 ? format(excused.length) : html`<span class="none">0</span>`}</td></tr>
`;
}

/** A bar of 100 units: what is covered, then what cannot be; the rest is missing. */
function renderBar(tally: AxisTally): Markup {
  const total = Math.max(1, tally.axis.points.length);
  const covered = (coveredOf(tally) / total) * 100;
  const excused = (tally.excused.length / total) * 100;
  const state = tally.missing.length > 0 || tally.outlived.length > 0 ? "partial" : "full";
  return html`<svg class="bar ${state}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" width="100" height="6"/><rect class="done" width="${covered.toFixed(2)}" height="6"/>
<rect class="excused" x="${covered.toFixed(2)}" width="${excused.toFixed(2)}" height="6"/></svg>`;
}

function renderAxis(tally: AxisTally, index: number, shown: ShownExchanges): Markup {
  const { axis, missing, excused, outlived } = tally;
  return html`<section class="axis" id="axis-${index + 1}">
<h3>${axis.title} <small>${format(coveredOf(tally))} of ${format(axis.points.length)}</small></h3>
<p class="quiet">${prose(axis.means)}</p>
${outlived.length > 0 && renderExcused("Covered, although a reason says that it cannot be", outlived, "bad")}
${missing.length > 0 && renderMissing(missing)}
${excused.length > 0 && renderExcused("Cannot be covered", excused, "")}
${axis.points.length > 0 && renderPoints(axis.points, shown)}
</section>
`;
}

function renderMissing(points: readonly Point[]): Markup {
  return html`<div class="missing"><h4>Missing <small>${format(points.length)}</small></h4>
${foldLong(
  points.map(({ name }) => html`<code>${name}</code>`),
  mostMissing,
)}</div>`;
}

/** Points by their reason, which most of them share with others. */
function renderExcused(title: string, points: readonly Point[], tone: string): Markup {
  const groups = groupBy(points, ({ reason = "" }) => reason);
  return html`<div class="reasons ${tone}"><h4>${title} <small>${format(points.length)}</small></h4>
<dl>${groups.map(
    ([reason, group]) => html`<dt>${prose(reason || "No reason is given.")}</dt>
<dd>${foldLong(
      group.map(({ name }) => html`<code>${name}</code>`),
      mostExcused,
    )}</dd>`,
  )}</dl></div>`;
}

/** Names that are shown before the rest is folded: what is missing is to be read, what cannot be there is not. */
const mostMissing = 40;
const mostExcused = 6;

function foldLong(names: readonly Markup[], mostNames: number): Markup {
  const item = (name: Markup) => html`<li>${name}</li>`;
  if (names.length <= mostNames + 1) return html`<ul class="names">${names.map(item)}</ul>`;
  return html`<ul class="names">${names.slice(0, mostNames).map(item)}</ul>
<details><summary>${format(names.length - mostNames)} more</summary>
<ul class="names">${names.slice(mostNames).map(item)}</ul></details>`;
}

function renderPoints(points: readonly Point[], shown: ShownExchanges): Markup {
  const groups = groupBy(points, ({ vendor, operation }) => `${vendor} ${operation}`.trim());
  return html`<details class="points"><summary>All ${count(points.length, "point")}, with their exchanges</summary>
${groups.map(([title, group]) => renderGroup(title, group, shown))}</details>`;
}

function renderGroup(title: string, points: readonly Point[], shown: ShownExchanges): Markup {
  const covered = points.filter((point) => point.count > 0).length;
  return html`<details class="group"><summary>${title} <small>${format(covered)} of ${format(points.length)}</small></summary>
<table class="plain"><thead class="unseen"><tr><th scope="col">Point</th><th scope="col">Exchanges</th>
<th scope="col">Examples</th></tr></thead>
<tbody>${points.map((point) => renderPoint(point, title, shown))}</tbody></table></details>
`;
}

/** Exchanges that a point links to; the data has the others. */
const mostLinks = 3;

function renderPoint({ name, count: times, exchanges, reason }: Point, group: string, shown: ShownExchanges): Markup {
  const short = name.startsWith(`${group} `) ? name.slice(group.length + 1) : name;
  const ids = [...shown.shownOf(exchanges), ...exchanges].slice(0, mostLinks);
  const state = times > 0 ? "" : reason === undefined ? "gap" : "none";
  return html`<tr><td><code>${short}</code></td><td class="number ${state}">${
    times > 0 ? html`${format(times)}×` : reason === undefined ? "missing" : "cannot be"
  }</td><td class="refs">${[...new Set(ids)].map(shown.linkTo)}</td></tr>
`;
}
