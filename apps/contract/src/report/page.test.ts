import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ContractReport } from "./contract-report.ts";
import { renderReport } from "./page.ts";
import { createSampleReport } from "./sample-report.ts";
import { writeReport } from "./write.ts";

const red = createSampleReport({ times: 2, hasGaps: true, isRed: true });
const page = renderReport(red);
/** What a reader sees of a page. */
const textOf = (markup: string) => markup.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");

test("every axis has its covered and its total, and no number is the sum of two axes", () => {
  const rows = [...page.matchAll(/<tr><th scope="row"><a href="#axis-\d+">(.*?)<\/a>[\s\S]*?<b>(\d+)<\/b> of (\d+)/g)];
  expect(rows.map(([, title, covered, total]) => `${title} ${covered}/${total}`)).toEqual(
    red.axes.map(({ title, points }) => `${title} ${points.filter(({ count }) => count > 0).length}/${points.length}`),
  );
  const total = red.axes.reduce((sum, { points }) => sum + points.length, 0);
  expect(textOf(page).match(new RegExp(`\\b${total}\\b`))).toBeNull();
});

test("what is missing is listed by name, and what cannot be covered with its reason", () => {
  const left = red.axes.flatMap(({ points }) => points.filter(({ count }) => count === 0));
  const wanted = left.flatMap(({ name, reason }) => [
    `<li><code>${name}</code></li>`,
    ...(reason === undefined ? [] : [`<dt>${reason}</dt>`]),
  ]);
  expect(left.length).toBeGreaterThan(15);
  expect(wanted.filter((each) => !page.includes(each))).toEqual([]);
});

test("findings, failed tests, blind spots, leniencies and survivors are all there", () => {
  const text = textOf(page);
  const wanted = [
    ...red.findings.map(({ message }) => message),
    ...red.blindSpots.flatMap(({ fault, reason }) => [fault, reason]),
    ...red.leniencies,
    ...(red.failedTests ?? []).map((title) => title.replaceAll(">", "&gt;")),
    ...red.mutants.filter(({ verdict }) => verdict === "survived").map(({ by }) => by),
  ];
  expect(wanted.length).toBeGreaterThan(12);
  expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
});

test("every link leads to something on the page, and every covered point to an exchange", () => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(200);
  expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  const rows = page.match(/<td class="number ">\d+×<\/td><td class="refs">.*?<\/td>/g) ?? [];
  expect(rows.length).toBeGreaterThan(200);
  // The outlived axis of the sample names no exchange.
  expect(rows.filter((row) => !row.includes('href="#exchange-'))).toHaveLength(2);
});

test("what is no exchange is named, and hides none that a point has beside it", () => {
  const [one, other] = red.exchanges;
  const point = (...exchanges: string[]) => ({ name: "p", vendor: "", operation: "", count: 1, exchanges });
  const points = [point("nothing was sent"), point("nothing was sent", one?.id ?? ""), point(other?.id ?? "")];
  const text = renderReport({ ...red, findings: [], axes: [{ id: "a", title: "A", means: "", points }] });
  expect(text.match(/<td class="refs">.*?<\/td>/g)).toEqual([
    '<td class="refs"><span class="ref">nothing was sent</span></td>',
    `<td class="refs"><a class="ref" href="#exchange-1">${one?.id}</a><span class="ref">nothing was sent</span></td>`,
    `<td class="refs"><a class="ref" href="#exchange-2">${other?.id}</a></td>`,
  ]);
});

test("nothing is loaded, and the policy of the page allows it nothing", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  expect(policy.replace(/sha256-[\w+/=]+/g, "HASH").replaceAll("&#39;", "'")).toBe(
    "default-src 'none'; style-src 'HASH'; script-src 'HASH'; img-src data:; base-uri 'none'; form-action 'none'",
  );
  const loading = [
    /<(link|img|iframe|object|embed|video|audio|base)\b(?![^>]*href="data:)/,
    /<[^>]*\s(src|srcset|action|formaction|style|on\w+)=/,
    /@import|url\(/,
  ];
  expect(loading.map((pattern) => pattern.exec(page)?.[0])).toEqual([undefined, undefined, undefined]);
});

test("markup in every text of a report stays text", () => {
  const hostile = `"'></title></style></script></code></pre><script>attack()</script><img src=x onerror=attack()>`;
  const spoilt = spoil(red, hostile) as ContractReport;
  const tags = (markup: string) => markup.match(/<[a-z/!][^>]*>/gi)?.map((tag) => tag.replace(/\s[\s\S]*/, ">")) ?? [];
  const names = new Set(tags(renderReport(spoilt)));
  expect([...names].filter((name) => !tags(page).includes(name))).toEqual([]);
  expect(renderReport(spoilt).match(/<(script|img)/g)).toEqual(["<script"]);
});

/** Puts a text before every text and name, but for those of which the type has a closed list. */
function spoil(value: unknown, hostile: string, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => spoil(item, hostile, key));
  if (typeof value === "string") {
    return ["oracle", "seenBy", "missedBy", "of", "verdict", "server"].includes(key) ? value : hostile + value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      key === "headers" ? hostile + name : name,
      spoil(member, hostile, name),
    ]),
  );
}

test("a report of a large run makes a page of at most a few megabytes that says what it leaves out", () => {
  const large = createSampleReport({ times: 100 });
  const heavy = {
    ...large,
    axes: [...large.axes, axisOfAll(large)],
    findings: [
      { oracle: "law", exchange: large.exchanges.at(-1)?.id ?? "", message: "two items have one id" } as const,
    ],
  };
  const text = renderReport(heavy);
  expect(large.exchanges.length).toBeGreaterThan(5_000);
  expect(text.length).toBeLessThan(4_000_000);
  const shown = text.match(/<details class="exchange"/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(500);
  const left = (large.exchanges.length - shown).toLocaleString("en");
  expect(text.includes(`${left} more would make the page too large.`)).toBe(true);
  // What a finding is about is there before all else.
  expect(text.includes(`href="#exchange-${large.exchanges.length}">${large.exchanges.at(-1)?.id}</a></li>`)).toBe(true);
});

/** An axis that refers to every exchange. */
function axisOfAll({ exchanges }: ContractReport): ContractReport["axes"][number] {
  const points = exchanges.map(({ id, vendor }) => ({ name: id, vendor, operation: "", count: 1, exchanges: [id] }));
  return { id: "all", title: "All", means: "Every exchange.", points };
}

test("an empty report makes a page that says so", () => {
  const empty = { ...red, axes: [], findings: [], blindSpots: [], leniencies: [], mutants: [], exchanges: [] };
  const text = textOf(renderReport({ ...empty, failedTests: undefined }));
  const wanted = [
    "The contract is broken.",
    "no exchange was recorded",
    "measured no coverage",
    "tried no mutants",
    "None is known",
  ];
  expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
});

test("both files are written, and nothing beside them", () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-report-"));
  const files = writeReport(red, `${folder}/new/`);
  expect(readdirSync(`${folder}/new`).sort()).toEqual(["report.html", "report.json"]);
  expect(JSON.parse(readFileSync(files.json, "utf8"))).toEqual(JSON.parse(JSON.stringify(red)));
  expect(readFileSync(files.html, "utf8") === page).toBe(true);
  rmSync(folder, { recursive: true });
});
