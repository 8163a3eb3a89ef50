import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCommandLine } from "../command-line.ts";
import { tallyMutants } from "../report/tally.ts";
import { allMutations } from "./all.ts";
import { instrument, readModule, replaceOnce } from "./instrument.ts";
import { isNamed, kinds, nameOf } from "./mutation.ts";
import { quickNames } from "./quick.ts";
import { reasons } from "./reasons.ts";
import { mutantsIn, readResults } from "./results.ts";

const mutations = allMutations();
const names = mutations.map(nameOf);

test("every change of text is of a place that its module has, once, and changes it", () => {
  for (const { change } of mutations) {
    if ("apply" in change) continue;
    const text = readModule(change.file);
    expect(replaceOnce(text, change.from, change.to, change.file)).not.toBe(text);
  }
});

test("a text that a module does not have, or has twice, is no place", () => {
  expect(replaceOnce("a b", "b", "$&", "f.ts")).toBe("a $&");
  expect(() => replaceOnce("a b", "c", "", "f.ts")).toThrow("f.ts has 0 times: c");
  expect(() => replaceOnce("a a", "a", "", "f.ts")).toThrow("f.ts has 2 times: a");
});

test("what narrows a run down to one vendor finds its places", () => {
  const setting = {
    upstreamPort: 1,
    folder: "/f/",
    isPooled: true,
    only: { vendor: "cotool", file: "/f/s.yaml" },
  } as const;
  const modules = instrument({ "packages/client/src/index.ts": "" }, setting);
  expect(modules["apps/contract/src/specs.ts"]).toContain('if (vendor === "cotool") return "/f/s.yaml";');
  expect(modules["apps/contract/test/contract.test.ts"]).toContain(
    'const specs = all.filter(({ vendor }) => vendor === "cotool");',
  );
  expect(modules["apps/contract/src/upstream.ts"]).toContain("{ port: 1 }");
  expect(modules["packages/client/src/index.ts"]).toBe("");
});

test("no two mutants have the same name", () => {
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
});

test("reasons and the quick run are of mutants that there are, and reasons are sentences", () => {
  expect(names).toEqual(expect.arrayContaining(reasons.map(nameOf)));
  expect(names).toEqual(expect.arrayContaining([...quickNames]));
  expect(new Set(reasons.map(nameOf)).size).toBe(reasons.length);
  for (const { reason } of reasons) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
});

test("the results that are kept have every kind, no survivor, and a reason for all that no test notices", () => {
  const results = readResults();
  expect(Object.keys(results)).toEqual([...kinds]);
  const kept = mutantsIn(results);
  expect(kept.filter(({ verdict }) => verdict === "survived" || verdict === "void").map(nameOf)).toEqual([]);
  const unnoticed = kept.filter(({ verdict }) => verdict === "equivalent").map(nameOf);
  expect(unnoticed.toSorted()).toEqual(reasons.map(nameOf).toSorted());
  // Every mutant that there is, and none that is gone.
  expect(kept.map(nameOf)).toEqual(names);
});

test("docs/contract.md has the score of each kind that was tried as a whole", () => {
  const text = readFileSync(new URL("../../../../docs/contract.md", import.meta.url), "utf8");
  for (const [of, { mutants }] of Object.entries(readResults())) {
    const { killed, equivalent } = tallyMutants(mutants);
    const survived = mutants.length - killed - equivalent;
    expect(text).toContain(`| ${of} | ${mutants.length} | ${killed} | ${equivalent} | ${survived} |`);
  }
});

test("a kind names all of its mutants and no others, and a part of a name those that have it", () => {
  for (const kind of kinds) {
    const own = mutations.filter(({ of }) => of === kind);
    expect(mutations.filter((mutation) => isNamed(mutation, kind))).toEqual(own);
  }
  const ofWrongSpec = mutations.filter((mutation) => isNamed(mutation, "wrong spec"));
  expect(ofWrongSpec.map(({ of, operator }) => `${of} ${operator}`)).toContain("harness wrong spec");
});

test("the command takes kinds and parts of names, and refuses options that there are not", () => {
  expect(parseCommandLine(["--mutants"])).toEqual({ mode: "mutants", isQuick: false, names: [] });
  const some = parseCommandLine(["--mutants", "--quick", "client", "no token"]);
  expect(some).toEqual({ mode: "mutants", isQuick: true, names: ["client", "no token"] });
  expect(() => parseCommandLine(["--mutants", "--quickly"])).toThrow("--quickly");
});
