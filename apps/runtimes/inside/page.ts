// For a browser: leaves the report, or the promise of it, where the outside finds it.
const { runTests } = await import("./run-tests.ts");
Object.assign(globalThis, { report: runTests() });
