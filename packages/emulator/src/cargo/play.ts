/** A kind of work that go-to-market teams give to an agent. Texts hold slots: see `subject.ts`. */
export interface Play {
  /** Name of the agent that does it. */
  readonly agent: string;
  readonly systemPrompt: string;
  readonly requests: readonly PlayRequest[];
  /** What users say next, and what they get. */
  readonly followUps: readonly (readonly [question: string, answer: string])[];
  readonly thoughts: readonly string[];
  /** Slugs of the tools, see `tools.ts`. */
  readonly tools: readonly string[];
}

/** What a chat begins with, and the titles that such a chat may have. */
export interface PlayRequest {
  readonly titles: readonly string[];
  readonly question: string;
  readonly answer: string;
}
