import { expect, test } from "vitest";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { isNode } from "../src/pointer.ts";
import { specs } from "../src/specs.ts";

const integrations =
  "internal custom whatsapp_bot messenger_bot instagram_dm twilio slack_bot telegram_bot gmail google_calendar";
const roles = "user assistant system tool event note";

/**
 * Every value that a spec names, written by hand from the vendors' pages and clients. A value too many is one that a caller
 * waits for in vain, and whose coming the drift report would not tell; one too few is reported as new although it is not.
 */
const known = {
  cargo: {
    "/MessageStatus": "pending generating success error cancelling cancelled",
    "/MessageType": "user assistant",
    "/TextState": "streaming done",
    "/ToolState":
      "input-streaming input-available approval-requested approval-responded output-available output-error output-denied",
    "/ResourceFilter/conjonction": "and or",
    "/listChats.query/triggerType": "connector draft web_extension app workflow chat schedule",
    "/listChats.query/messageStatuses/items": "pending generating success error cancelling cancelled",
  },
  cotool: {
    "/Chat/experience": "chat",
    "/Chat/detectionPlatform": "panther",
    "/Chat/triggerSource": "jira slack linear cron webhook email manual",
    // The types of JSON Schema 2020-12.
    "/StructuredOutputSchema/type": "string number integer boolean object array null",
    "/StructuredOutputSchema/x-cotool/presetId": "classification",
  },
  invent: {
    "/Chat/visibility": "PRIVATE PUBLIC_READ PUBLIC_WRITE",
    "/Chat/status": "RUNNING COMPLETED FAILED CANCELED",
    "/Member/role": "ADMIN",
    "/ContactChannel/channel_type": integrations,
    "/Tool/icon": "StepFormIcon",
    "/Features/reasoning/effort": "low",
    "/ChatState/state": "OPEN SNOOZED CLOSED",
    "/ChatState/integration_id": integrations,
    "/AssistantConfig/language": "auto",
    "/AssistantConfig/knowledge_scope": "all",
    "/ConversationConfig/thread_mode": "new",
    "/Message/role": roles,
    "/Message/status": "RUNNING COMPLETED FAILED CANCELED",
    "/MessageEntry/role": roles,
    "/listOrgChats.query/integration_id": integrations,
    "/listOrgChats.query/status": "ALL RUNNING COMPLETED FAILED CANCELED",
    "/listOrgChats.query/state": "ALL OPEN SNOOZED CLOSED",
    "/listOrgChats.query/ai_status": "ALL ENABLED DISABLED",
    "/listOrgChats.query/filter": "ALL UNREAD UNRESOLVED RESOLVED ASSIGNED_TO_ME UNASSIGNED",
  },
};

/** The values below a schema by place. What `not` excludes is compared with the other branches of its union. */
function valuesIn(schema: unknown, place: string): [place: string, values: string][] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => valuesIn(each, `${place}/${index}`));
  if (!isNode(schema)) return [];
  const own = [schema.enum, schema["x-extensible-enum"]].filter(Array.isArray);
  const inner = Object.entries(schema).filter(([key]) => key !== "not");
  return [
    ...own.map((values): [string, string] => [place, values.join(" ")]),
    ...inner.flatMap(([key, each]) => valuesIn(each, key === "properties" ? place : `${place}/${key}`)),
  ];
}

test.each(specs)("the values that $vendor is known to have are those of its spec, in their order", ({ vendor }) => {
  expect(Object.fromEntries(valuesIn(jsonSchemas[vendor].$defs, ""))).toEqual(known[vendor]);
});
