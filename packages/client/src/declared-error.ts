import type { Vendor } from "@agent-chats/schema";
import { type Api, findOperation } from "./api.ts";
import type { OperationOf, OperationShape, PathsWith } from "./api-types.ts";
import { type HttpError, isAgentChatsError } from "./errors.ts";

/**
 * The errors that the spec declares for an operation: one for each status, with the type of its body, which is `undefined`
 * where the vendor left it out. `status` narrows `body`.
 */
export type DeclaredError<Paths, Path extends keyof Paths, Method extends string> = ErrorsOf<
  OperationOf<Paths, Path, Method>
>;

type ErrorsOf<Shape extends OperationShape> = {
  [Status in keyof Shape["responses"]]: Status extends number
    ? `${Status}` extends `2${string}`
      ? never
      : HttpError<Status, BodyOfResponse<Shape["responses"][Status]> | undefined>
    : never;
}[keyof Shape["responses"]];

type BodyOfResponse<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/**
 * Whether an error is one that the spec declares for an operation, with a body as it says at its top (an object, text) or
 * without one. Errors of gateways, other statuses and other calls are not.
 *
 * ```ts
 * try {
 *   await cargo.chats.create({ trigger: { type: "draft" } });
 * } catch (error) {
 *   if (!isDeclaredError(error, cargo.api, "POST", "/ai/chats")) throw error;
 *   if (error.status === 400) console.log(error.body?.errorMessage);
 * }
 * ```
 */
export function isDeclaredError<
  Paths,
  V extends Vendor,
  Method extends "GET" | "POST",
  Path extends PathsWith<Paths, Lowercase<Method>> & string,
>(
  error: unknown,
  api: Api<Paths, V>,
  method: Method,
  path: Path,
): error is DeclaredError<Paths, Path, Lowercase<Method>> {
  const operation = findOperation(api.vendor, method, path);
  if (!isAgentChatsError(error) || error.kind !== "http") return false;
  if (error.vendor !== api.vendor.id || error.operation !== operation.id) return false;
  const declared = operation.errors[error.status];
  const { body } = error;
  const actual = Array.isArray(body) ? "array" : typeof body;
  return declared !== undefined && body !== null && (body === undefined || actual === declared);
}
