import type { Figure } from "./figures.ts";

const walk = "docs/walk.md";
const bench = "docs/bench.md";
const performance = "docs/performance.md";

/** Figures that were measured, as the run that is kept has them. */
export const measured: readonly Figure[] = [
  {
    page: "README.md",
    says: /walk over 1,000,000 items \| ([\d.]+) µs an item; .* takes ([\d.]+), the iterators of SDKs ([\d.]+) to ([\d.]+) \|/,
    from: bench,
    has: /(?=[\s\S]*\| agent-chats \| no row lost or repeated, a receipt (?:\|[^|]*){3}\| ([\d.]+) \()(?=[\s\S]*\| a loop over fetch and json\(\) (?:\|[^|]*){4}\| ([\d.]+) \()(?=[\s\S]*\| stripe \| timeouts, retries (?:\|[^|]*){3}\| ([\d.]+) \()(?=[\s\S]*\| octokit \| retries (?:\|[^|]*){3}\| ([\d.]+) \()/,
  },
  {
    page: "README.md",
    says: /a page of (\d+) chats .* \| ([\d.]+) times the processor time, ([\d.]+) times while drift is watched/,
    from: bench,
    has: /answered at once with (50) of[\s\S]*?\| agent-chats \|.*\| ([\d.]+)× \|[\s\S]*?\| agent-chats, watching drift \|.*\| ([\d.]+)× \|/,
  },
  {
    page: "README.md",
    says: /gzipped \| ([\d.]+) kB; openai's takes ([\d.]+), stripe's ([\d.]+), openapi-fetch alone ([\d.]+) \|/,
    from: bench,
    has: /(?=[\s\S]*\| agent-chats, cargo \|.*\| ([\d.]+) \|\n)(?=[\s\S]*What a client adds[\s\S]*\| openai \(Stainless\) \|.*\| ([\d.]+) \|\n)(?=[\s\S]*What a client adds[\s\S]*\| stripe \|.*\| ([\d.]+) \|\n)(?=[\s\S]*\| openapi-fetch \| nothing else \|.*\| ([\d.]+) \|\n)/,
  },
  {
    page: "README.md",
    says: /to TypeScript 5\.9 \| ([\d,]+) instantiations; with openapi-fetch alone ([\d,]+), with hey-api ([\d,]+) \|/,
    from: bench,
    has: /to the type checker[\s\S]*?\| agent-chats \| (\d+) [\s\S]*?\| openapi-fetch \| (\d+) [\s\S]*?\| hey-api \| (\d+) /,
  },
  {
    page: walk,
    says: /1,000,000 items \| ([\d.]+) bytes an item \(a `Set` of the identifiers: (\d+)\)/,
    from: bench,
    has: /no row lost or repeated \|.*\| ([\d.]+) \|\n\| a loop with a Set .*\| (\d+)\.\d+ \|/,
  },
  {
    page: walk,
    says: /reading ahead 8, .*\| ([\d.]+) times as fast[\s\S]*reading ahead 1, .*\| ([\d.]+) times as fast/,
    from: bench,
    has: /\| readAhead: 8 \|.*\| ([\d.]+)× \| ≥ 6×[\s\S]*\| readAhead: 1, .*\| ([\d.]+)× \| ≥/,
  },
  {
    page: performance,
    says: /one chat is missed: ([\d.]+) ×[\s\S]*in the run that is kept it is ([\d.]+) ×/,
    from: bench,
    has: /answered at once with 1 of[\s\S]*?\| agent-chats \|.*\| ([\d.]+)× \|[\s\S]*?with 50 of[\s\S]*?\| agent-chats \|.*\| ([\d.]+)× \|/,
  },
  {
    page: performance,
    says: /weighs ([\d.]+) kB, minified and gzipped, three ([\d.]+) kB, and with the unified view ([\d.]+) kB/,
    from: bench,
    has: /\| agent-chats, cargo \|.*\| ([\d.]+) \|\n[\s\S]*\| agent-chats, three vendors \|.*\| ([\d.]+) \|\n.*\| ([\d.]+) \|\n/,
  },
  {
    page: performance,
    says: /A walk keeps ([\d.]+) bytes an item/,
    from: bench,
    has: /no row lost or repeated \|.*\| ([\d.]+) \|\n\| a loop with a Set/,
  },
  {
    page: performance,
    says: /grows by ([\d.]+) ms an operation,[\s\S]*by ([\d.]+) ms\./,
    from: bench,
    has: /\| pnpm codegen \|.*\| ([\d.]+) \|[^|]*\|\n[\s\S]*\| Prism \|.*\| ([\d.]+) \|[^|]*\|\n/,
  },
  {
    page: performance,
    says: /: ([\d.]+) ms a test with (\d+) of them, ([\d.]+) with (\d+)\./,
    from: bench,
    has: /(?=[\s\S]*\| 51 \| \d+ .*\| ([\d.]+) \|\n)(?=[\s\S]*\n\| (51) \|)(?=[\s\S]*\| 501 \| \d+ .*\| ([\d.]+) \|\n)(?=[\s\S]*\n\| (501) \|)/,
  },
];
