import type { Row } from "../../../../packages/client/test/hostile/row.ts";
import { rows } from "../../../../packages/client/test/hostile/rows.ts";
import { createHostileServer } from "../../../../packages/client/test/hostile/server.ts";
import { settleAll } from "../../../../packages/client/test/hostile/settle-all.ts";
import { load } from "../../rivals-packages/load.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";
import type { Table } from "../table.ts";
import { createOurs } from "./ours.ts";
import { plainRivals } from "./plain-rivals.ts";
import type { Rival } from "./rival.ts";
import { sdkRivals } from "./sdk-rivals.ts";
import { type Method, tryOut } from "./trial.ts";
import { type Finding, toCell, toFinding } from "./words.ts";

/** A client in a row; no finding where the row is about something that the client does not have. */
export interface Result {
  readonly row: Row;
  readonly client: string;
  readonly method: Method;
  readonly finding: Finding | undefined;
}

/** Rows about where the token comes from ask the same of others as those without. */
const benchRows = rows.filter(({ token }) => token !== "function");
const methods: readonly Method[] = ["list", "create"];
/** Cases at a time: most of them wait. */
const atATime = 40;

/** Puts clients before the hostile server, row by row. */
export async function compareClients(rivals: readonly Rival[], chosen: readonly Row[]): Promise<Result[]> {
  const clients = [createOurs, ...rivals.map((rival) => () => rival)];
  const caseOf = (rival: Rival, method: Method) => `${rival.name.replace(/\W.*/, "")}.${method}`;
  const someone = clients.map((create) => create(chosen[0] as Row));
  const valid = Object.fromEntries(
    someone.flatMap((rival) => methods.map((method) => [caseOf(rival, method), rival.valid[method]])),
  );
  const alone = new Set(
    someone.flatMap((rival) => (rival.ownPort ? methods.map((method) => caseOf(rival, method)) : [])),
  );
  const server = await createHostileServer({ rows: chosen, valid, ownPorts: (caseId) => alone.has(caseId) });
  const cases = chosen.flatMap((row) =>
    clients.flatMap((create) => methods.map((method) => ({ row, create, method }))),
  );
  const results = new Map<object, Result>();
  for (const isHeavy of [false, true]) {
    const turn = cases.filter(({ row }) => (row.isHeavy ?? false) === isHeavy);
    await settleAll(turn, isHeavy ? 2 : atATime, async (one) => {
      const { row, create, method } = one;
      const rival = create(row);
      const caseId = caseOf(rival, method);
      const trial = isFor(row, rival) ? await tryOut(row, rival, method, server.address(row, caseId)) : undefined;
      const finding = trial && toFinding(row, method, trial, server.seen(row, caseId));
      results.set(one, { row, client: rival.name, method, finding });
    });
  }
  await server.stop();
  return cases.map((one) => results.get(one) as Result);
}

/** Whether a client has what a row is about. */
function isFor({ token, abortAfterMs }: Row, { takesFunction, ignoresSignal }: Rival): boolean {
  return (token === undefined || takesFunction === true) && !(abortAfterMs !== undefined && ignoresSignal);
}

/** The tables of what clients make of a hostile server. Fails where ours hangs, is silent or leaks. */
export async function benchHostile(): Promise<Report> {
  await installPackages(rivalsFolder);
  const rivals = await Promise.all([...plainRivals, ...sdkRivals].map((create) => create(load)));
  const results = await compareClients(rivals, benchRows);
  const names = [...new Set(results.map(({ client }) => client))];
  const legend = {
    title: "What is called",
    head: ["", "what it does"],
    rows: [createOurs(benchRows[0] as Row), ...rivals].map(({ name, does }) => [name, does]),
  };
  const tables = [
    toSummary(names, results),
    toTable("A list is asked for, from a server that …", "list", names, results),
    toTable("Something is created, at a server that …", "create", names, results),
    legend,
  ];
  return { tables, failures: results.filter(({ client }) => client === names[0]).flatMap(findFaults) };
}

function findFaults({ row, method, finding }: Result): string[] {
  if (!finding) return [];
  const isFault = finding.isHang || finding.isSilent || finding.isUntyped || finding.leaks.length > 0;
  return isFault ? [`agent-chats, ${method}, a server that ${row.does}: ${toCell(finding)}.`] : [];
}

function toTable(title: string, method: Method, names: readonly string[], results: readonly Result[]): Table {
  const cellOf = (row: Row, name: string) => {
    const found = results.find((result) => result.row === row && result.client === name && result.method === method);
    return found?.finding ? toCell(found.finding) : "–";
  };
  return {
    title,
    head: ["", ...names],
    rows: benchRows.map((row) => [row.does, ...names.map((name) => cellOf(row, name))]),
  };
}

/** What a client did in how many rows. */
const counts: readonly (readonly [title: string, isCounted: (finding: Finding, result: Result) => boolean])[] = [
  ["hangs", ({ isHang }) => isHang],
  ["gives nothing or something else, silently", ({ isSilent }) => isSilent],
  ["throws an error without a class of its own", ({ isUntyped }) => isUntyped],
  ["sends a POST again that may have been carried out", (finding, result) => isRepeated(finding, result)],
  [
    "prints the token, or a header or parameter that was sent",
    ({ leaks }) => /prints.*(token|header|query)/.test(leaks.join()),
  ],
  ["prints what the body holds", ({ leaks }) => /prints.*body/.test(leaks.join())],
  ["sends the token or a header to another origin", ({ leaks }) => /elsewhere/.test(leaks.join())],
];

/** Whether a POST was sent more often than there were calls, though nobody said that it was not carried out. */
function isRepeated({ requests }: Finding, { row, method }: Result): boolean {
  const isRefused = row.answers.some(
    ({ status = 200 }) => status === 429 || status === 401 || (status > 300 && status < 400),
  );
  return method === "create" && !isRefused && requests > (row.calls ?? 1);
}

function toSummary(names: readonly string[], results: readonly Result[]): Table {
  const countOf = (name: string, isCounted: (typeof counts)[number][1]) => {
    const own = results.filter((result) => result.client === name);
    return String(own.filter((result) => result.finding && isCounted(result.finding, result)).length);
  };
  return {
    title: `In how many of ${benchRows.length * methods.length} cases a client …`,
    head: ["", ...names],
    rows: counts.map(([title, isCounted]) => [title, ...names.map((name) => countOf(name, isCounted))]),
  };
}
