import { reportMark } from "./outcome.ts";

// For Node, Bun and Deno: prints the report.
const { runTests } = await import("./run-tests.ts");
console.log(`\n${reportMark}${JSON.stringify(await runTests())}`);
