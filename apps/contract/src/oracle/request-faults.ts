import type { RawRequest, SeededFault } from "./seeded-fault.ts";
import { both, none, onlySchema } from "./seen-by.ts";

type Change = (request: RawRequest) => RawRequest;

const query =
  (pair: string): Change =>
  (request) => ({ ...request, target: `${request.target}${request.target.includes("?") ? "&" : "?"}${pair}` });
const header =
  (name: string, value: string | undefined): Change =>
  ({ headers: { [name]: _, ...headers }, ...request }) => ({
    ...request,
    headers: value === undefined ? headers : { ...headers, [name]: value },
  });
const body =
  (text: string | undefined): Change =>
  (request) => ({ ...request, body: text });

/** Faults of requests. */
export const requestFaults: readonly SeededFault[] = [
  {
    fault: "a parameter that there is not",
    operation: "listChats",
    request: query("agent=1"),
    seenBy: onlySchema,
    reason: "Prism passes parameters on that the spec does not have.",
  },
  {
    fault: "a parameter in other letters",
    operation: "listAgentChats",
    request: query("Limit=5"),
    seenBy: onlySchema,
    reason: "Prism takes no notice of capital and small letters in a name.",
  },
  {
    fault: "a wrong value under a name with brackets",
    operation: "listChats",
    request: query("messageStatuses%5B%5D=fax"),
    seenBy: onlySchema,
    reason: "Prism reads the documented name only.",
  },
  {
    fault: "brackets at a parameter that is no list",
    operation: "listChats",
    request: query("triggerType%5B%5D=app"),
    seenBy: onlySchema,
    reason: "Prism passes parameters on that the spec does not have.",
  },
  {
    fault: "a wrong value of an enum",
    operation: "listChats",
    request: query("triggerType=fax"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a value beyond the largest",
    operation: "listAgentChats",
    request: query("limit=101"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a value twice, where one is taken",
    operation: "listAgentChats",
    request: query("limit=1&limit=2"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a number that is empty",
    operation: "listAgentChats",
    request: query("limit="),
    seenBy: onlySchema,
    reason: "Prism makes a number of whatever JavaScript would.",
  },
  {
    fault: "a number in hexadecimal",
    operation: "listAgentChats",
    request: query("limit=0x10"),
    seenBy: onlySchema,
    reason: "Prism makes a number of whatever JavaScript would.",
  },
  {
    fault: "a number with an exponent",
    operation: "listAgentChats",
    request: query("limit=1e1"),
    seenBy: onlySchema,
    reason: "Prism makes a number of whatever JavaScript would.",
  },
  {
    fault: "a number with a zero in front",
    operation: "listAgentChats",
    request: query("limit=05"),
    seenBy: onlySchema,
    reason: "Prism makes a number of whatever JavaScript would.",
  },
  {
    fault: "a number with a blank before it",
    operation: "listAgentChats",
    request: query("limit=%205"),
    seenBy: onlySchema,
    reason: "Prism makes a number of whatever JavaScript would.",
  },
  {
    fault: "a day that there is not",
    operation: "listChats",
    request: query("createdAfter=2026-02-30"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a percent sign that encodes nothing",
    operation: "listOrgChats",
    request: query("search=50%"),
    seenBy: onlySchema,
    reason: "Prism takes it as it is.",
  },
  {
    fault: "bytes that are no UTF-8",
    operation: "listOrgChats",
    request: query("search=%E0%A4"),
    seenBy: onlySchema,
    reason: "Prism takes them as they are.",
  },
  {
    fault: "an identifier that is no UUID",
    operation: "listChats",
    request: query("agentUuid=fax"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a header that there is not",
    operation: "listChats",
    request: header("x-workspace", "7"),
    seenBy: onlySchema,
    reason: "Prism passes headers on that the spec does not have.",
  },
  {
    fault: "no credentials",
    operation: "listChats",
    request: header("authorization", undefined),
    seenBy: both,
    reason: "",
  },
  {
    fault: "credentials of another scheme",
    operation: "listChats",
    request: header("authorization", "Basic Zm9v"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a scheme without a token",
    operation: "listChats",
    request: header("authorization", "Bearer"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a body of another media type",
    operation: "createChat",
    request: header("content-type", "text/plain"),
    seenBy: both,
    reason: "",
  },
  {
    fault: "no body",
    operation: "createChat",
    request: body(undefined),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a body that is empty",
    operation: "createChat",
    request: body(""),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a body with a member that there is not",
    operation: "createChat",
    request: body('{"trigger":{"type":"app"},"title":"x"}'),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a body with a member of another type",
    operation: "createChat",
    request: body('{"trigger":{"type":"app"},"name":7}'),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a body with a trigger that there is not",
    operation: "createChat",
    request: body('{"trigger":{"type":"fax"}}'),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a member twice",
    operation: "createChat",
    request: body('{"trigger":{"type":"fax"},"trigger":{"type":"app"}}'),
    seenBy: none,
    reason: "A parser of JSON keeps the last one. The wire is compared with the spec's form byte by byte.",
  },
  {
    fault: "a path that there is not",
    operation: "listChats",
    request: (request) => ({ ...request, target: "/ai/chat/list" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "a slash behind the path",
    operation: "listChats",
    request: (request) => ({ ...request, target: "/ai/chats/list/" }),
    seenBy: both,
    reason: "",
  },
  {
    fault: "another method",
    operation: "listChats",
    request: (request) => ({ ...request, method: "DELETE" }),
    seenBy: both,
    reason: "",
  },
];
