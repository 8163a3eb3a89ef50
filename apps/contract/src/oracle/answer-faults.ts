import type { SetAnswer } from "../upstream.ts";
import type { SeededFault } from "./seeded-fault.ts";
import { both, none, onlySchema } from "./seen-by.ts";

type Change = (answer: SetAnswer) => SetAnswer;

const status =
  (value: number): Change =>
  (answer) => ({ ...answer, status: value });
const header =
  (name: string, value: string | undefined): Change =>
  ({ headers: { [name]: _, ...headers }, ...answer }) => ({
    ...answer,
    headers: value === undefined ? headers : { ...headers, [name]: value },
  });
const text =
  (body: string): Change =>
  (answer) => ({ ...answer, body });
const json = (value: unknown) => text(JSON.stringify(value));
const all =
  (...changes: readonly Change[]): Change =>
  (answer) =>
    changes.reduce((changed, change) => change(changed), answer);

const item = { id: "a", createdAt: "2026-11-18T08:41:07.590Z" };
const created = { uuid: "a", createdAt: "2026-11-18T08:41:07.590Z", updatedAt: "2026-11-18T08:41:07.590Z" };
/** A page of one of Cotool's chats. */
const chat = (members: object, totalCount = 1) => json({ chats: [{ ...item, ...members }], totalCount });

/** Faults of answers. */
export const answerFaults: readonly SeededFault[] = [
  {
    fault: "a status that is not declared",
    operation: "listChats",
    answer: status(418),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a 503 that is not declared",
    operation: "listChats",
    answer: status(503),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a 501",
    operation: "listChats",
    answer: status(501),
    seenBy: onlySchema,
    reason: "Prism takes a 501 for a sign to answer by itself, with an example.",
  },
  {
    fault: "JSON under another media type",
    operation: "listAgentChats",
    answer: header("content-type", "text/plain"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "JSON under no media type",
    operation: "listAgentChats",
    answer: header("content-type", undefined),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a page of HTML",
    operation: "listAgentChats",
    answer: all(header("content-type", "text/html"), text("<html></html>")),
    seenBy: both,
    reason: "",
  },
  {
    fault: "JSON that is cut",
    operation: "listAgentChats",
    answer: text('{"chats":['),
    seenBy: both,
    reason: "",
  },
  {
    fault: "no body",
    operation: "listAgentChats",
    answer: text(""),
    seenBy: both,
    reason: "",
  },
  {
    fault: "null instead of an object",
    operation: "listAgentChats",
    answer: text("null"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "another envelope",
    operation: "listAgentChats",
    answer: text('{"data":{"chats":[],"totalCount":0}}'),
    seenBy: both,
    reason: "",
  },
  {
    fault: "no total in its header",
    operation: "listOrgChats",
    answer: header("pagination-count", undefined),
    seenBy: onlySchema,
    reason:
      "OpenAPI's headers are optional unless they say `required`; the second oracle knows from `x-pagination` that a listing needs it.",
  },
  {
    fault: "a total in its header that is no number",
    operation: "listOrgChats",
    answer: header("pagination-count", "many"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a total in its header below 0",
    operation: "listOrgChats",
    answer: header("pagination-count", "-1"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a total in the body below 0",
    operation: "listAgentChats",
    answer: json({ chats: [], totalCount: -1 }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a field left out that must be there",
    operation: "listAgentChats",
    answer: json({ chats: [{ id: "a" }], totalCount: 1 }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a field of another type",
    operation: "listAgentChats",
    answer: chat({ isStreaming: "no" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "null where none may be",
    operation: "listAgentChats",
    answer: chat({ createdAt: null }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a day instead of an instant",
    operation: "listAgentChats",
    answer: chat({ createdAt: "2026-11-18" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "an instant without an offset",
    operation: "listAgentChats",
    answer: chat({ createdAt: "2026-11-18T08:41:07" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "an instant on a day that there is not",
    operation: "listAgentChats",
    answer: chat({ createdAt: "2026-02-30T08:41:07Z" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a wrong type within a schema that holds itself",
    operation: "listAgentChats",
    answer: chat({ structuredOutputSchema: { items: { type: 7 } } }),
    seenBy: onlySchema,
    reason: "Prism does not follow a schema into itself.",
  },
  {
    fault: "a branch of a union without what it needs",
    operation: "createChat",
    answer: json({ chat: { ...created, trigger: { type: "connector" } } }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "an error of another shape",
    operation: "listAgentChats",
    answer: all(status(400), json({ error: 7 })),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a field that there is not",
    operation: "listAgentChats",
    answer: chat({ tags: [] }),
    seenBy: none,
    reason: "Answers are open: a vendor may add fields. The drift report names it.",
  },
  {
    fault: "a value that an open enum does not have",
    operation: "listAgentChats",
    answer: chat({ triggerSource: "teams" }),
    seenBy: none,
    reason: "The enum is open: a vendor may add values. The drift report names it.",
  },
  {
    fault: "a tag that a union does not have",
    operation: "createChat",
    answer: json({ chat: { ...created, trigger: { type: "fax" } } }),
    seenBy: none,
    reason: "The union is open: a vendor may add kinds. The drift report names it.",
  },
  {
    fault: "a total that does not fit the items",
    operation: "listAgentChats",
    answer: chat({}, 0),
    seenBy: none,
    reason: "No schema can say it. The laws of listings do: the count is the length of the list.",
  },
  {
    fault: "one item twice",
    operation: "listAgentChats",
    answer: json({ chats: [item, item], totalCount: 2 }),
    seenBy: none,
    reason: "No schema can say it. A walk drops the second, and its receipt counts it.",
  },
  {
    fault: "no time to wait with a 429",
    operation: "listAgentChats",
    answer: all(status(429), json({ error: "Too Many Requests" }), header("retry-after", undefined)),
    seenBy: none,
    reason: "The header may be left out. The client then waits as long as it thinks right.",
  },
];
