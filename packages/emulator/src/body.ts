import type { Operation } from "@agent-chats/schema";
import { Problem } from "./problem.ts";

/** The JSON body of a request, where the operation takes one. Throws 400 for anything that is not JSON. */
export async function readBody(operation: Operation, request: Request): Promise<unknown> {
  if (!operation.requestBody) return undefined;
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") throw new Problem(400, "The content type must be application/json");
  const text = await request.text();
  if (text.trim() === "") throw new Problem(400, "The body is missing");
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "The body is not valid JSON");
  }
}
