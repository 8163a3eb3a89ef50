import type { JsonSchemas, Operation } from "@agent-chats/schema";
import type { AnyAgentChatsError } from "../errors.ts";
import { compare } from "./compare.ts";
import { createTally, type DriftKind, type Look, type OnFinding } from "./finding.ts";
import { createRoot } from "./place.ts";
import type { Watched } from "./report.ts";

/** Watches the answers of a vendor, by operation and status. */
export interface Watch {
  readonly watched: Iterable<Watched>;
  /** Looks at an answer; `undefined` where only its status is known. Live traffic is looked at in part when much has come. */
  look(operation: Operation, status: number, value: unknown, isLive: boolean, onFinding?: OnFinding): void;
  /** Looks at a status whose answer may still come, or never. */
  lookAtStatus(operation: Operation, status: number, onFinding?: OnFinding): void;
  /** The client refused an answer before anybody could look at it; that it did is all there is to know. */
  refuse(operation: Operation, error: AnyAgentChatsError, onFinding?: OnFinding): void;
}

/** How much of an answer a watch looks at. */
interface Limits {
  /** Values of any answer. */
  readonly maxValues: number;
  /** Items of an array, in live traffic after the first answers. */
  readonly maxItems: number;
}

/** Answers of an operation that are looked at whole, so that a short run misses nothing. */
const wholeAnswers = 10;

/** Makes a watch that has seen nothing. */
export function createWatch(jsonSchemas: JsonSchemas, { maxValues, maxItems }: Limits): Watch {
  const watched = new Map<string, Watched>();

  return {
    get watched() {
      return watched.values();
    },
    look(operation, status, value, isLive, onFinding) {
      const answers = find(operation, status);
      answers.answers++;
      if (!isDeclared(operation, status)) noteStatus(answers, operation, onFinding);
      if (value === undefined || !answers.root) return;
      const mostItems = isLive && answers.answers > wholeAnswers ? maxItems : Number.POSITIVE_INFINITY;
      const look: Look = { valuesLeft: maxValues, mostItems, isCut: false, isSampled: false, onFinding };
      try {
        compare(answers.root, value, 0, look);
      } catch {
        // A value that is no JSON can throw when it is looked at.
        look.isCut = true;
      }
      if (look.isCut) answers.incomplete++;
      if (look.isSampled) answers.sampled++;
    },
    lookAtStatus(operation, status, onFinding) {
      if (isDeclared(operation, status)) return;
      const answers = find(operation, status);
      answers.answers++;
      noteStatus(answers, operation, onFinding);
    },
    refuse(operation, error, onFinding) {
      if (error.kind !== "unexpected-response") return;
      const answers = find(operation, error.status);
      if (isDeclared(operation, error.status)) answers.answers++;
      note(
        answers,
        "refused-answer",
        `a JSON ${operation.answer} with all that a call needs of it`,
        undefined,
        onFinding,
      );
    },
  };

  function find({ id, sensitive }: Operation, status: number): Watched {
    const name = `${id}.${status}`;
    const known = watched.get(name);
    if (known) return known;
    // Pointers to secrets start from a success; in other answers the schemas alone tell.
    const secrets = isSuccess(status) ? sensitive : [];
    const root = Object.hasOwn(jsonSchemas.$defs, name)
      ? createRoot({ $ref: `#/$defs/${name}` }, jsonSchemas, secrets)
      : undefined;
    const created: Watched = { operation: id, status, answers: 0, incomplete: 0, sampled: 0, tallies: new Map(), root };
    watched.set(name, created);
    return created;
  }
}

function noteStatus(answers: Watched, { statuses }: Operation, onFinding: OnFinding | undefined): void {
  note(answers, "undeclared-status", `one of ${statuses.join(", ")}`, String(answers.status), onFinding);
}

function note(
  { tallies }: Watched,
  kind: DriftKind,
  expected: string,
  sample: string | undefined,
  onFinding: OnFinding | undefined,
): void {
  const known = tallies.get(kind);
  if (known) {
    known.count++;
    return;
  }
  const tally = createTally({ path: "$", within: "" }, kind, expected, sample);
  tallies.set(kind, tally);
  onFinding?.(tally);
}

/** The status of a success, as the spec declares it. */
export function successOf({ statuses }: Operation): number {
  return statuses.find(isSuccess) ?? 200;
}

function isDeclared({ statuses }: Operation, status: number): boolean {
  return statuses.includes(status);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
