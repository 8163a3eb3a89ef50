import { type SpecOperation, specs } from "../specs.ts";
import type { Axis, ContractReport, Mutant, Point, ReportedExchange } from "./contract-report.ts";

/** How a made-up report is. */
export interface SampleOptions {
  /** Repetitions of every exchange, to make a report as large as that of a whole run. Default: 1. */
  readonly times?: number;
  /** Whether points are missing and mutants survive. Default: `false`. */
  readonly hasGaps?: boolean;
  /** Whether oracles found something, a reason is outlived and a test failed. Default: `false`. */
  readonly isRed?: boolean;
}

/** A report as a run may write it, made from the specs: for looking at the page, and for its tests. */
export function createSampleReport({ times = 1, hasGaps = false, isRed = false }: SampleOptions = {}): ContractReport {
  const operations = specs.flatMap((spec) => spec.operations);
  const exchanges = operations.flatMap((operation) => exchangesOf(operation, times));
  const axes = axesOf(operations, exchanges, hasGaps);
  const statuses = axes.find(({ id }) => id === "statuses")?.points ?? [];
  const bad = statuses.slice(3, 5).flatMap(({ exchanges: [id] }) => id ?? []);
  return {
    format: 1,
    madeAt: "2026-11-25T03:37:56.120Z",
    durationMs: 71_204,
    axes: isRed ? [...axes, outlivedAxis] : axes,
    findings: isRed ? findingsAt(bad) : [],
    blindSpots,
    leniencies: [
      "Query parameters that the spec does not have are ignored.",
      "messageStatuses is taken in the bracket form, in the documented form, and in a mixture of both.",
      "One token opens all vendors, and it may do everything. There is no rate limit.",
    ],
    mutants: mutantsOf(operations, hasGaps),
    ...(isRed && { failedTests: ["the emulator behind Prism > cargo listChats > keeps the order of its spec"] }),
    exchanges,
  };
}

function exchangesOf({ vendor, id, method, path, answers }: SpecOperation, times: number): ReportedExchange[] {
  const all = answers.flatMap(({ status, examples }) => examples.map((example) => ({ status, ...example })));
  return Array.from({ length: times }, (_, round) => round).flatMap((round) =>
    all.map(({ status, name, value }, index) => ({
      id: `${vendor}-${id}-${round * all.length + index + 1}`,
      server: (["mock", "proxy", "emulator"] as const)[(round + index) % 3] ?? "mock",
      vendor,
      operation: id,
      request: {
        method,
        target: `${path.replace(/\{\w+\}/, "c")}${method === "GET" ? `?limit=${50 + round}&offset=${index * 50}` : ""}`,
        headers: { accept: "application/json, */*;q=0.5", prefer: `code=${status}, example=${name}` },
        body: method === "POST" ? JSON.stringify({ trigger: { type: "draft" }, name: "Call prep" }) : "",
      },
      response: {
        status,
        headers: { "content-type": "application/json", "sl-violations": "[]" },
        body: JSON.stringify(value ?? "").slice(0, 4_000),
      },
    })),
  );
}

type ToPoints = (operation: SpecOperation) => string[];

/** Axes as a run may count them: their name, what a point is, and the points of an operation. */
const sampleAxes: readonly (readonly [id: string, title: string, means: string, toPoints: ToPoints])[] = [
  ["operations", "Operations", "An operation of a spec that was called through the client.", () => [""]],
  [
    "statuses",
    "Statuses",
    "A status that an operation declares: it was answered, and what the client made of it was asserted.",
    ({ answers }) => answers.map(({ status }) => String(status)),
  ],
  [
    "parameters",
    "Parameters",
    "A parameter, once sent and once left out.",
    ({ parameters }) => parameters.flatMap(({ name }) => [`${name} sent`, `${name} left out`]),
  ],
  [
    "enum-values",
    "Values of enums",
    "A value that a parameter may have, on the wire.",
    ({ parameters }) =>
      parameters.flatMap(({ name, schema }) =>
        (Array.isArray(schema.enum) ? schema.enum : []).map((value) => `${name}=${value}`),
      ),
  ],
  [
    "boundaries",
    "Boundaries",
    "The least and the greatest value of a range, and the one beyond.",
    ({ parameters }) =>
      parameters
        .filter(({ schema }) => "maximum" in schema || "maxLength" in schema)
        .flatMap(({ name }) => ["at the least", "at the most", "beyond"].map((where) => `${name} ${where}`)),
  ],
  [
    "fields",
    "Fields of answers",
    "A field of an answer: present, absent where it may be, and null where it may be.",
    ({ answers }) => {
      const value = answers.find(({ status }) => status === 200)?.examples[0]?.value;
      const item = [value, Object.values(value ?? {})[0]].flat(2).find((each) => typeof each === "object") ?? {};
      return Object.keys(item).flatMap((name) => [`$.${name} present`, `$.${name} absent`, `$.${name} null`]);
    },
  ],
  [
    "examples",
    "Examples",
    "A named example of a spec.",
    ({ answers }) => answers.flatMap(({ status, examples }) => examples.map(({ name }) => `${status} ${name}`)),
  ],
];

function axesOf(
  operations: readonly SpecOperation[],
  exchanges: readonly ReportedExchange[],
  hasGaps: boolean,
): Axis[] {
  return sampleAxes.map(([id, title, means, toPoints], axis) => ({
    id,
    title,
    means,
    points: operations.flatMap((operation) => {
      const own = exchanges.filter((exchange) => exchange.operation === operation.id);
      return toPoints(operation).map((name, index): Point => {
        const place = { vendor: operation.vendor, operation: operation.id };
        const full = { ...place, name: `${operation.vendor} ${operation.id} ${name}`.trim() };
        if (name.endsWith(" null") && index % 4 === 2) return { ...full, count: 0, exchanges: [], reason: neverNull };
        if (hasGaps && axis > 2 && index % 9 === 5) return { ...full, count: 0, exchanges: [] };
        const seen = own.filter((_, place) => (place + index) % 3 !== 0 || place === index % own.length);
        return { ...full, count: seen.length, exchanges: seen.slice(0, 3).map((exchange) => exchange.id) };
      });
    }),
  }));
}

const neverNull = "The spec does not allow null here, and an answer that breaks it is a finding and no point.";

const outlivedAxis: Axis = {
  id: "error-kinds",
  title: "Kinds of errors",
  means: "A kind of error of the client that an exchange led to.",
  points: [
    { name: "http", vendor: "", operation: "", count: 41, exchanges: [] },
    { name: "cursor", vendor: "", operation: "", count: 2, exchanges: [], reason: "No exchange leads to it." },
  ],
};

function findingsAt(exchanges: readonly string[]): ContractReport["findings"] {
  const [first = "", second = ""] = exchanges;
  return [
    {
      oracle: "prism",
      exchange: first,
      message: "response.body.chats[3].trigger.type: must be equal to one of the allowed values: connector, draft",
    },
    { oracle: "schema", exchange: first, message: "/chats/3/trigger matches none of the variants that its tag allows" },
    { oracle: "wire", exchange: second, message: "messageStatuses[] was sent twice, and asked for once" },
  ];
}

const blindSpots: ContractReport["blindSpots"] = [
  {
    fault: "a query parameter with a misspelt name",
    seenBy: ["schema", "wire"],
    missedBy: ["prism"],
    reason: "Prism lets every parameter pass that the spec does not have.",
  },
  {
    fault: "limit=0x10",
    seenBy: ["wire"],
    missedBy: ["prism", "schema"],
    reason: "Both read numbers as JavaScript does.",
  },
  {
    fault: "two items with the same id",
    seenBy: ["law"],
    missedBy: ["prism", "schema"],
    reason: "A schema says nothing of what holds between two items.",
  },
];

function mutantsOf(operations: readonly SpecOperation[], hasGaps: boolean): Mutant[] {
  const kinds = [
    ["spec", "drop a required field"],
    ["spec", "flip explode"],
    ["client", "send a parameter twice"],
    ["emulator", "ignore a filter"],
    ["harness", "do not read violations"],
  ] as const;
  return kinds.flatMap(([of, operator], kind) =>
    operations.map(({ vendor, id }, index): Mutant => {
      const place = `${vendor} ${id}`;
      if (kind === 1 && index > 2) return { of, operator, place, verdict: "void", by: "It has no array parameter." };
      if (kind === 3 && index === 1)
        return { of, operator, place, verdict: "equivalent", by: "The listing has no filter." };
      if (hasGaps && kind === 0 && index === 3)
        return { of, operator, place, verdict: "survived", by: "No example is without the field." };
      return {
        of,
        operator,
        place,
        verdict: "killed",
        by: `contract.test.ts > ${vendor} > ${id} answers as its spec says`,
      };
    }),
  );
}
