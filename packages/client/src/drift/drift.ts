import type { JsonSchemas, Operation, Vendor } from "@agent-chats/schema";
import {
  type AnswerEvent,
  type CallAttributes,
  type ClientEvent,
  createTell,
  type DriftEvent,
  type Observe,
} from "../observe.ts";
import { checkNumber, checkSchemas, checkStatus, findOperation } from "./check.ts";
import type { OnFinding, Tally } from "./finding.ts";
import { type DriftReport, toOperationDrift } from "./report.ts";
import { createWatch, successOf } from "./watch.ts";

/** How a drift watch watches. */
export interface DriftOptions {
  /** Hears what the client does, and a `drift` event for each new finding in live traffic. Default: nobody. */
  readonly observe?: Observe | undefined;
  /** Objects without a documented field that are enough to report it as never or no longer seen. Default: 20. */
  readonly neverSeenAfter?: number | undefined;
  /** Most values to look at in one answer, so that none takes long. Default: 50,000; a page of 50 chats has 2,000. */
  readonly maxValues?: number | undefined;
  /**
   * Most items of an array to look at in an answer of live traffic, once 10 answers of its operation and status were
   * looked at whole; the next answer goes on where this one ended. Recorded answers are always looked at whole. It keeps
   * a watch at some 15 µs an answer, however long a page is. Default: 10; `Infinity` for all.
   */
  readonly maxItems?: number | undefined;
}

/** Compares answers of a vendor with its spec. */
export interface Drift<V extends Vendor = Vendor> {
  readonly vendor: V;
  /** Watches live traffic: `createCargo({ token, observe: drift.observe })`. Never throws, and changes nothing. */
  readonly observe: Observe;
  /**
   * Looks at an answer that was recorded. `value` is the decoded body; `undefined` where there is none or it is no JSON, so
   * that only the status counts.
   *
   * @throws {InvalidRequestError} where the vendor has no such operation, or the status is none.
   */
  add(operation: keyof V["operations"] & string, status: number, value?: unknown): void;
  /** What was found until now. */
  report(): DriftReport;
}

/**
 * Makes a drift watch: compares what a vendor answers with the JSON Schemas of its spec, and counts the differences.
 * It looks at no secret, shows nothing of a new field but its name and type, and quotes no text.
 *
 * ```ts
 * import { createDrift, formatDriftReport } from "@agent-chats/client/drift";
 * import { vendor } from "@agent-chats/schema/cargo";
 * import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
 *
 * const drift = createDrift(vendor, jsonSchemas);
 * drift.add("listChats", 200, { data: [] });
 * console.log(formatDriftReport(drift.report()));
 * ```
 *
 * @throws {InvalidRequestError} where the schemas are not those of the vendor, or an option is wrong.
 */
export function createDrift<const V extends Vendor>(
  vendor: V,
  jsonSchemas: JsonSchemas,
  options: DriftOptions = {},
): Drift<V> {
  const { neverSeenAfter = 20, maxValues = 50_000, maxItems = 10 } = options;
  checkSchemas(vendor, jsonSchemas);
  checkNumber(vendor, "neverSeenAfter", neverSeenAfter);
  checkNumber(vendor, "maxValues", maxValues);
  checkNumber(vendor, "maxItems", maxItems);
  const watch = createWatch(jsonSchemas, { maxValues, maxItems });
  const tell = createTell(options.observe);

  return {
    vendor,
    observe(event) {
      tell?.(event);
      try {
        observeEvent(event);
      } catch {
        // A value that throws when it is looked at must not break the call that it is from.
      }
    },
    add(operation, status, value) {
      watch.look(findOperation(vendor, operation), checkStatus(vendor, status), value, false);
    },
    report() {
      const order = Object.keys(vendor.operations);
      const operations = [...watch.watched].sort(
        (left, right) => order.indexOf(left.operation) - order.indexOf(right.operation) || left.status - right.status,
      );
      return {
        format: 1,
        vendor: vendor.id,
        title: vendor.title,
        operations: operations.map((each) => toOperationDrift(each, neverSeenAfter)),
      };
    },
  };

  function observeEvent(event: ClientEvent): void {
    if (event.type !== "answer" && event.type !== "error" && event.type !== "response") return;
    const { attributes } = event;
    if (attributes["agent_chats.vendor"] !== vendor.id) return;
    const id = attributes["agent_chats.operation"];
    const operation: Operation | undefined = Object.hasOwn(vendor.operations, id) ? vendor.operations[id] : undefined;
    if (!operation) return;
    const onFinding: OnFinding | undefined = tell && ((tally) => tell(toDriftEvent(attributes, tally)));
    if (event.type === "answer") watch.look(operation, schemaStatusOf(operation, event), event.read(), true, onFinding);
    else if (event.type === "error") watch.refuse(operation, event.error, onFinding);
    // What is declared is counted with its answer.
    else watch.lookAtStatus(operation, event.attributes["http.response.status_code"], onFinding);
  }
}

/** An undeclared success is told on its own; its body is compared with that of the one that is declared. */
function schemaStatusOf(operation: Operation, { attributes }: AnswerEvent): number {
  const status = attributes["http.response.status_code"];
  return operation.statuses.includes(status) ? status : successOf(operation);
}

function toDriftEvent(call: CallAttributes, { kind, path }: Tally): DriftEvent {
  const attributes = {
    "agent_chats.vendor": call["agent_chats.vendor"],
    "agent_chats.operation": call["agent_chats.operation"],
    "agent_chats.call": call["agent_chats.call"],
    "http.request.method": call["http.request.method"],
    "url.template": call["url.template"],
    "server.address": call["server.address"],
    "server.port": call["server.port"],
    "agent_chats.drift.kind": kind,
    "agent_chats.drift.path": path,
  };
  return { type: "drift", attributes };
}
