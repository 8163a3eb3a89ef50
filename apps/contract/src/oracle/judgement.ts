/** Something that an oracle finds wrong in an exchange. */
export interface Fault {
  /** Where: `query limit`, `body /chats/0/id`, `header pagination-count`, `status`. */
  readonly at: string;
  /** The rule that is broken: a keyword of JSON Schema, or a word of the oracle's such as `unknown`. */
  readonly rule: string;
  readonly message: string;
}

/** What an oracle says of an exchange. */
export interface Judgement {
  readonly request: readonly Fault[];
  readonly response: readonly Fault[];
}
