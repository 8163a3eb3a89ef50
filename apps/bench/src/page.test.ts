import { expect, test } from "vitest";
import { toPage } from "./page.ts";

test("a page has the machine, the command that makes it, and each table with its aims and the limits that were missed", () => {
  const tables = [{ title: "Calls", head: ["", "ratio"], rows: [["ours", "1.2×"]] }];
  const report = { tables, aims: ["The aim is missed."], failures: ["1.4×, and not ≤ 1.3×."] };
  expect(
    toPage({ machine: "a machine", rivals: "others 1.0.0", isQuick: false, reports: [{ command: "call", report }] }),
  ).toBe(`# What was measured

One run of \`pnpm bench\`. docs/performance.md says what it means. A spread is how much slower the slowest of the runs was than the fastest, which is the one that counts.

a machine.

Beside others 1.0.0.

## call

**Calls**

|  | ratio |
| --- | --- |
| ours | 1.2× |

The aim is missed.

**1.4×, and not ≤ 1.3×.**
`);
});
