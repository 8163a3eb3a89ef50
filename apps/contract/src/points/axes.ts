/** What is counted, each axis by itself. */
export const axes = {
  operations: { title: "Operations", means: "An operation of a spec that a server answered with 200." },
  "statuses-obtained": { title: "Statuses obtained", means: "A status that a spec declares and a server answered." },
  "statuses-asserted": { title: "Statuses asserted", means: "A status that a spec declares and a test looked at." },
  parameters: {
    title: "Parameters",
    means: "A parameter, or a property of a body, that was sent or left out; of a list, with one item and with more.",
  },
  "enum-values": { title: "Values of enums", means: "A value that a spec names and that was sent, or answered." },
  boundaries: {
    title: "Boundaries",
    means: "An end of a range: a request on it, one just inside, and one just outside, which was refused.",
  },
  "request-keywords": {
    title: "Keywords of requests",
    means: "A keyword of a parameter's or body's schema that a request kept, or that one broke and was refused for.",
  },
  "response-keywords": {
    title: "Keywords of answers",
    means: "A keyword of an answer's schema that an answer kept, or that one broke while both oracles saw it.",
  },
  "response-properties": {
    title: "Properties of answers",
    means: "A property of an answer that was there, was left out where it may be, or was null where it may be.",
  },
  "union-branches": {
    title: "Branches of unions",
    means: "A branch of a union that a value in a request or an answer took.",
  },
  examples: { title: "Examples", means: "A named example of a spec that was sent, or that Prism answered." },
  "error-kinds": {
    title: "Kinds of errors",
    means: "A kind of error of the client that a call of the operation ended in.",
  },
} as const;

/** An axis by name. */
export type AxisId = keyof typeof axes;
