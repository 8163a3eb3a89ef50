import type { Result } from "./check.ts";
import type { LeftOut } from "./left-out.ts";
import { needNode } from "./needs-node.ts";
import type { Runtime } from "./runtime.ts";

const toLine = ([name = "", version = "", ...numbers]: readonly string[]) =>
  ["", name.padEnd(9), version.padEnd(14), ...numbers.map((number) => number.padStart(8))].join("  ").trimEnd();

/** The names of the columns. */
export const heading = toLine(["runtime", "version", "passed", "failed", "left out", "seconds"]);

/** A line of the table. */
export function toRow({ name, version, passed, failures, leftOut, seconds }: Result): string {
  return toLine([name, version, `${passed}`, `${failures.length}`, `${leftOut}`, seconds.toFixed(1)]);
}

/** Most failures and most lines of one that are printed: what is behind is rarely another fault. */
const [mostFailures, mostLines] = [20, 20];

/** The failures on a runtime, with their messages. */
export function toDetails({ name, failures }: Result): string {
  const details = failures.slice(0, mostFailures).map(({ title, message }) => {
    const lines = message.split("\n").slice(0, mostLines);
    return [`${name}: ${title}`, ...lines.map((line) => `    ${line}`.trimEnd())].join("\n");
  });
  const rest = failures.length - details.length;
  return [...details, ...(rest > 0 ? [`${name}: and ${rest} more`] : [])].join("\n\n");
}

/** What there is to run, and what is left out of it. */
export function toList(runtimes: readonly Runtime[], leftOut: readonly LeftOut[]): string {
  const names = runtimes.map(({ name }) => name);
  const lines = leftOut.flatMap(({ file, test, shows, reason }) => {
    const on = names.filter((name) => shows[name] !== undefined);
    return on.length === 0 ? [] : [`\n  ${file}${test ? `: ${test}` : ""}\n    on ${on.join(", ")}. ${reason}`];
  });
  const nowhere = needNode.map(({ file, reason }) => `\n  ${file}\n    on all of them. ${reason}`);
  return [`Runtimes: ${names.join(", ")}`, "\nLeft out:", ...nowhere, ...lines].join("\n");
}
