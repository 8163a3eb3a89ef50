/** What can differ from the spec, the worst first. */
export const driftKinds = [
  /** The client refused an answer: it was no JSON, or its envelope was another. */
  "refused-answer",
  /** A status that the spec does not declare. */
  "undeclared-status",
  /** A required field was not there. */
  "missing-field",
  /** A value of a type that is not allowed. */
  "other-type",
  /** Null where it is not allowed. */
  "unexpected-null",
  /** A value that a closed enum does not have. */
  "new-enum-value",
  /** A time in another form, such as a date where a date-time is documented. */
  "other-format",
  /** A tag of a union that the spec does not know. */
  "unknown-tag",
  /** A value that is not among those known of a field whose values the vendor may extend. */
  "new-extensible-value",
  /** A field that is not documented. */
  "new-field",
  /** A documented field that came in every object, and then in none any more. */
  "no-longer-seen",
  /** A documented field that never came. */
  "never-seen",
] as const;

/** What differs from the spec. */
export type DriftKind = (typeof driftKinds)[number];

/** One difference from the spec, at one place. */
export interface DriftFinding {
  readonly kind: DriftKind;
  /** Where, such as `$.chats[*].trigger.type`. `*` stands for every item of an array or member of a map. */
  readonly path: string;
  /** The variants of unions in which it is, such as `type=workflow`; absent outside of unions. */
  readonly within?: string;
  /** How often it was seen. */
  readonly count: number;
  /** How often it was looked for. */
  readonly of: number;
  /** What the spec says, in words; absent where it says nothing. */
  readonly expected?: string;
  /** What came, in words: its type, or a value that is a word. Never free text, and nothing of a secret. */
  readonly sample?: string;
  /** Of a new field: the documented field of the same object that it may be, under another name. A guess. */
  readonly renamedFrom?: string;
}

/** A difference while it is counted. */
export interface Tally {
  readonly kind: DriftKind;
  readonly path: string;
  readonly within: string;
  count: number;
  readonly expected: string | undefined;
  readonly sample: string | undefined;
}

/** Differences of one place by what tells them apart. */
export type Tallies = Map<string, Tally>;

/** Told of a difference when it is seen for the first time. */
export type OnFinding = (tally: Tally) => void;

/** A difference that is seen for the first time. */
export function createTally(
  { path, within }: Pick<Tally, "path" | "within">,
  kind: DriftKind,
  expected: string | undefined,
  sample: string | undefined,
): Tally {
  return { kind, path, within, count: 1, expected, sample };
}

/** A comparison under way. */
export interface Look {
  /** Values that may still be looked at. */
  valuesLeft: number;
  /** Whether something was not looked at, as it was too much or too deep. */
  isCut: boolean;
  /** Most items of an array that are looked at; of a longer one, others the next time. */
  readonly mostItems: number;
  /** Whether an array had more. */
  isSampled: boolean;
  readonly onFinding: OnFinding | undefined;
}
