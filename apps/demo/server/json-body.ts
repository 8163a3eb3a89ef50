import { type Asked, Refusal } from "./answer.ts";

/** The body of a request. A form of another site can post text, but not JSON, without being asked for leave first. */
export async function readJsonBody(asked: Asked): Promise<string> {
  if (asked.contentType?.split(";")[0]?.trim().toLowerCase() === "application/json") return asked.readBody();
  throw new Refusal(415, "The body must be application/json.");
}
