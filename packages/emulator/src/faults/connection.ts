/** What `fetch` of Node rejects with when the other side resets the connection. */
export function createReset(): TypeError {
  return new TypeError("fetch failed", { cause: toCause("read ECONNRESET", "ECONNRESET") });
}

/** Whether an error says that the other side reset the connection. */
export function isReset(error: unknown): boolean {
  return error instanceof TypeError && (error.cause as { code?: unknown } | undefined)?.code === "ECONNRESET";
}

/** What a body of Node's `fetch` fails with when the connection ends before the body does. */
export function createCut(): TypeError {
  return new TypeError("terminated", { cause: toCause("other side closed", "UND_ERR_SOCKET") });
}

function toCause(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
