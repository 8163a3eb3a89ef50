import type { Reason } from "./coverage.ts";

const isText = "A path and a query are text: any value of a parameter that is text has that type.";
const isTag = "The union ends in a branch for what is not known yet: with another tag, the value is one of that.";
const isAny = "Any JSON is allowed there.";
const isKnown = "With a known tag, the value is a thing of that kind, which needs nothing but its tag.";

/** Why some points cannot be covered. A reason that is not true any more, because its point is covered, fails the suite. */
export const reasons: readonly Reason[] = [
  { axis: "request-keywords", points: /^cargo \w+ query \w+ type broken$/, reason: isText },
  { axis: "request-keywords", points: /^cotool \w+ path agentId type broken$/, reason: isText },
  { axis: "request-keywords", points: /^invent \w+ path org_id type broken$/, reason: isText },
  { axis: "request-keywords", points: /^invent \w+ query (?!page|take)\w+ type broken$/, reason: isText },
  { axis: "response-keywords", points: / (?!Unknown)\w+Trigger\.type const broken$/, reason: isTag },
  { axis: "response-keywords", points: / (?!Unknown)\w+Part\.type (const|pattern) broken$/, reason: isTag },
  { axis: "response-keywords", points: / (?!Unknown)\w+Resource\.kind const broken$/, reason: isTag },
  { axis: "response-keywords", points: / Message\.output( \w+)? (anyOf|type) broken$/, reason: isAny },
  { axis: "response-keywords", points: / ResourceFilter\.groups\[\]( \w+)? (anyOf|type) broken$/, reason: isAny },
  { axis: "response-keywords", points: / Chat\.result( \w+)? (anyOf|type) broken$/, reason: isAny },
  { axis: "response-keywords", points: /^cargo \w+ 200 UnknownResource\.kind not broken$/, reason: isKnown },
  { axis: "response-keywords", points: /^invent \w+ 200 UnknownPart\.type not broken$/, reason: isKnown },
];
