import type { JsonSchemas, Operation, Vendor } from "@agent-chats/schema";
import { InvalidRequestError } from "../errors.ts";
import { successOf } from "./watch.ts";

/** The operation of a name. Throws an `InvalidRequestError` that says which there are. */
export function findOperation(vendor: Vendor, id: string): Operation {
  const operation = Object.hasOwn(vendor.operations, id) ? vendor.operations[id] : undefined;
  if (operation) return operation;
  const known = Object.keys(vendor.operations).join(", ");
  throw invalid(vendor, "operation", `there is no operation ${JSON.stringify(id)}; the spec has ${known}`);
}

/** Whether a number is a status that HTTP can have. */
export function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 100 && status <= 599;
}

/** A status that HTTP can have. Throws an `InvalidRequestError` where it is none. */
export function checkStatus(vendor: Vendor, status: number): number {
  if (isStatus(status)) return status;
  throw invalid(vendor, "status", `a status is a whole number from 100 to 599, not ${String(status)}`);
}

/** Throws an `InvalidRequestError` where an option is not a number from 1. */
export function checkNumber(vendor: Vendor, name: string, value: number): void {
  if (!(value >= 1)) throw invalid(vendor, name, `${name} must be a number from 1, not ${String(value)}`);
}

/** Throws an `InvalidRequestError` where the schemas are not made from the same spec as the vendor. */
export function checkSchemas(vendor: Vendor, jsonSchemas: JsonSchemas): void {
  for (const operation of Object.values<Operation>(vendor.operations)) {
    const name = `${operation.id}.${successOf(operation)}`;
    if (jsonSchemas?.$defs && Object.hasOwn(jsonSchemas.$defs, name)) continue;
    throw invalid(vendor, "jsonSchemas", `jsonSchemas has no ${name}, so it is not made from the same spec`);
  }
}

function invalid(vendor: Vendor, parameter: string, problem: string): InvalidRequestError {
  return new InvalidRequestError(`Drift of ${vendor.title}: ${problem}.`, { vendor: vendor.id }, parameter);
}
