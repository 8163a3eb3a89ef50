import type { ClientEvent } from "@agent-chats/client";
import { countRows, findOperation } from "./asked.ts";
import type { TracedRequest, Try } from "./trace.ts";

/** What an event makes of the request that it is about. */
export type Change = (request: TracedRequest) => Partial<TracedRequest>;

/** What an event of a call changes in its request; undefined for nothing. */
export function toChange(event: Exclude<ClientEvent, { type: "page" | "drift" }>): Change | undefined {
  switch (event.type) {
    case "request":
      return undefined;
    case "response": {
      const { attributes } = event;
      const outcome = String(attributes["http.response.status_code"]);
      const add = settle({ outcome, durationMs: attributes["agent_chats.duration_ms"] });
      const bytes = attributes["http.response.body.size"];
      return ({ tries, bytes: before }: TracedRequest) => ({ tries: add(tries), bytes: before + bytes });
    }
    case "retry": {
      const add = settle({
        outcome: event.attributes["error.type"],
        pauseMs: event.attributes["agent_chats.retry.delay_ms"],
      });
      return ({ tries }: TracedRequest) => ({ state: "pausing", tries: add(tries) }) as const;
    }
    case "answer":
      return ({ vendor, operation }: TracedRequest) => {
        const rows = countRows(event.read(), findOperation(vendor, operation));
        return { state: "answered", ...(rows !== undefined && { rows }) } as const;
      };
    case "error": {
      const add = settle({ outcome: event.attributes["error.type"] });
      return ({ tries }: TracedRequest) =>
        ({ state: "failed", tries: add(tries), problem: event.error.message }) as const;
    }
  }
}

/** The tries with more known of the last one. */
function settle(outcome: Try): (tries: readonly Try[]) => readonly Try[] {
  return (tries) => tries.with(-1, { ...tries.at(-1), ...outcome });
}
