import type { JsonSchemas } from "@agent-chats/schema";
import type { Exchange } from "../exchange.ts";
import { operationOf } from "../match.ts";
import type { Spec } from "../specs.ts";
import { judgeRequest } from "./judge-request.ts";
import { judgeResponse } from "./judge-response.ts";
import type { Judgement } from "./judgement.ts";
import { isOfPrism } from "./prism-oracle.ts";
import { validatorOf } from "./schema-validator.ts";

/** Says what is wrong with an exchange that was had at a root of the API. */
export type SchemaOracle = (exchange: Exchange, root: string) => Judgement;

/**
 * The second oracle: it shares nothing with Prism but the spec, and that it reads in another form, the JSON Schemas that
 * are generated from it. Answers that Prism makes up itself, to say that something is wrong, are not judged.
 */
export function createSchemaOracle(spec: Spec, document: JsonSchemas): SchemaOracle {
  const validator = validatorOf(document);
  return (exchange, root) => {
    const path = new URL(exchange.url).pathname.slice(new URL(root).pathname.replace(/\/$/, "").length);
    const operation = operationOf(spec, { method: exchange.method, url: `http://root.example${path}` });
    if (!operation) {
      return { request: [{ at: "path", rule: "unknown", message: "is of no operation" }], response: [] };
    }
    return {
      request: judgeRequest(operation, exchange, path, validator),
      response: isOfPrism(exchange) ? [] : judgeResponse(operation, exchange, validator),
    };
  };
}
