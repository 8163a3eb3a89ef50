import { wait } from "../dials/wait.ts";
import { Problem, toTitle } from "../problem.ts";
import { createReset } from "./connection.ts";
import type { Fault, StatusFault } from "./fault.ts";
import { cut, stall, truncate } from "./half-body.ts";
import { onAbort } from "./on-abort.ts";

/** What a fault hits. */
export interface Hit {
  readonly request: Request;
  /** Answers the request as the vendor does, with all that follows from it. */
  answer(): Promise<Response>;
  /** A problem in the vendor's own shape. */
  toError(problem: Problem): Response;
}

/**
 * Answers with a fault, or rejects with it. `slow`, `cut`, `stall` and `truncated` spoil the vendor's answer, so what
 * the request asks for is done; the others stand in its place, and nothing is done.
 */
export async function inject(fault: Fault, { request, answer, toError }: Hit): Promise<Response> {
  switch (fault.kind) {
    case "status":
      return toStatus(fault, toError);
    case "reset":
      throw createReset();
    case "hang":
      return new Promise((_, reject) => onAbort(request, reject));
    case "cut":
      return cut(await answer());
    case "stall":
      return stall(await answer(), request);
    case "truncated":
      return truncate(await answer());
    case "html":
      return new Response(loginPage, { headers: { "content-type": "text/html; charset=utf-8" } });
    case "empty":
      return new Response("", { headers: { "content-type": "application/json" } });
    case "slow":
      await wait(fault.latencyMs, request.signal);
      return answer();
  }
}

function toStatus({ status, retryAfter, body }: StatusFault, toError: Hit["toError"]): Response {
  const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  if (body === "empty") return new Response(null, { status, statusText: toTitle(status), headers });
  return toError(new Problem(status, toTitle(status), headers));
}

const loginPage = `<!doctype html>
<html lang="en">
<head><title>Sign in</title></head>
<body><h1>Sign in</h1><form method="post" action="/login"><input name="email"><button>Continue</button></form></body>
</html>
`;
