import { type Problem, toTitle } from "./problem.ts";
import type { VendorEmulation } from "./vendor-emulation.ts";

/** What is needed to say a problem as a vendor does. */
type ErrorShapes = Pick<VendorEmulation<never>, "toErrorBody" | "textErrors">;

/** A problem as the vendor answers it: JSON, or the text that the spec documents for the status. */
export function toErrorResponse({ toErrorBody, textErrors }: ErrorShapes, problem: Problem): Response {
  const { status } = problem;
  const statusText = toTitle(status);
  const text = textErrors[status];
  if (!text) return Response.json(toErrorBody(problem), { status, statusText, headers: problem.headers });
  return new Response(text.body, { status, statusText, headers: { ...problem.headers, "content-type": text.type } });
}
