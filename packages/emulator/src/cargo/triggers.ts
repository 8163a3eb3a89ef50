import type { UnknownTag } from "@agent-chats/schema";
import type { components } from "@agent-chats/schema/cargo";
import { type Random, weighted } from "../random.ts";
import type { Subject } from "./subject.ts";
import type { Workspace } from "./workspace.ts";

type Trigger = components["schemas"]["Trigger"];

/** What a trigger is made from. `earlier` is a chat that may have started this one. */
export interface TriggerOrigin {
  readonly random: Random;
  readonly workspace: Workspace;
  readonly subject: Subject;
  readonly earlier: components["schemas"]["Chat"] | undefined;
}

const objects = ["deal", "contact", "company", "ticket"] as const;

const kinds = weighted<(origin: TriggerOrigin) => Trigger>(
  [() => ({ type: "app" }), 34],
  [toConnector, 20],
  [toWebExtension, 15],
  [toWorkflow, 13],
  [() => ({ type: "schedule" }), 7],
  [() => ({ type: "draft" }), 6],
  [toChat, 4.5],
  [toUnknown, 0.5],
);

/** Says what started a chat. */
export function createTrigger(origin: TriggerOrigin): Trigger {
  return kinds(origin.random)(origin);
}

function toConnector({ random, workspace, subject }: TriggerOrigin): Trigger {
  const connector = random.pick(workspace.connectors);
  const record = { object: random.pick(objects), recordId: String(random.integer(10_000_000, 99_999_999)) };
  const meta = connector.slug === "slack" ? { channel: "#go-to-market", account: subject.company.name } : record;
  return { type: "connector", connectorUuid: connector.uuid, meta: { integration: connector.slug, ...meta } };
}

function toWebExtension({ random, subject }: TriggerOrigin): Trigger {
  const { domain } = subject.company;
  const pages = [
    `https://${domain}/`,
    `https://${domain}/about`,
    `https://www.linkedin.example/company/${domain.split(".")[0]}`,
  ];
  return { type: "web_extension", url: random.chance(0.12) ? null : random.pick(pages) };
}

function toWorkflow({ random, workspace }: TriggerOrigin): Trigger {
  return {
    type: "workflow",
    ...random.pick(workspace.workflows),
    runUuid: random.chance(0.1) ? null : random.uuid(),
  };
}

/** A chat that another one started; the very first chats have none before them. */
function toChat({ earlier }: TriggerOrigin): Trigger {
  if (!earlier) return { type: "app" };
  return {
    type: "chat",
    uuid: earlier.uuid,
    agentUuid: earlier.agentUuid ?? null,
    messageUuid: earlier.lastMessage?.uuid ?? null,
  };
}

/** A kind that the spec does not know: vendors add them, and a reader must live with it. */
function toUnknown({ random }: TriggerOrigin): Trigger {
  return { type: "voice_call" as UnknownTag, callUuid: random.uuid(), durationSeconds: random.integer(40, 1900) };
}
