import { Refusal } from "./answer.ts";

/** What came from a vendor, read to its end. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How long an answer may take, and how large it may be. */
export interface UpstreamLimits {
  /** Milliseconds from the request to the last byte of the body. Default: 60,000, which is longer than the page waits. */
  readonly timeoutMs?: number;
  /** Bytes of the body, decompressed. Default: 64 MiB, as the client has it. */
  readonly maxBytes?: number;
}

/** What goes out, and who wants it. */
export interface Sent {
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Headers; readonly body: string | null };
  /** Name of the vendor, for messages. */
  readonly title: string;
  /** Aborts when the browser has gone. */
  readonly signal: AbortSignal;
}

/** The answer had begun, and did not end. What has been sent of it cannot be taken back: the connection is cut as well. */
export class Broken extends Error {
  readonly status: number;

  constructor(status: number) {
    super("The answer broke off.");
    this.status = status;
  }
}

/**
 * Sends a request that carries a token, and reads the answer to its end. A redirect is not followed: the token would go
 * along. Throws a `Refusal` where there is no answer, and `Broken` where there is half of one.
 */
export async function askUpstream(
  fetch: (request: Request) => Promise<Response>,
  { url, init, title, signal }: Sent,
  { timeoutMs = 60_000, maxBytes = 64 * 1024 * 1024 }: UpstreamLimits = {},
): Promise<Received> {
  const controller = new AbortController();
  const leave = () => controller.abort(signal.reason);
  signal.addEventListener("abort", leave);
  if (signal.aborted) leave();
  const late = new Refusal(504, `${title} did not answer within ${timeoutMs} ms.`);
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  try {
    const request = new Request(url, { ...init, redirect: "manual", signal: controller.signal });
    const response = await fetch(request).catch((cause: unknown) => {
      controller.signal.throwIfAborted();
      throw new Refusal(502, `${title} could not be reached: ${wordOf(cause)}.`);
    });
    refuseRedirect(response, url, title);
    const text = await readBody(response, maxBytes, controller.signal, title);
    return { status: response.status, headers: response.headers, text };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", leave);
  }
}

/** The code of what went wrong, such as `ECONNRESET`; never its message, which can hold an address with its query. */
function wordOf(cause: unknown): string {
  const code = (cause as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  if (typeof code === "string" && /^[A-Z_]+$/.test(code)) return code;
  return cause instanceof Error ? cause.name : "unknown";
}

function refuseRedirect(response: Response, url: string, title: string): void {
  if (response.status < 300 || response.status > 399) return;
  response.body?.cancel().catch(() => {});
  const place = response.headers.get("location") ?? "";
  const target = URL.canParse(place, url) ? new URL(place, url).origin : "nowhere";
  throw new Refusal(502, `${title} redirects to ${target}, where the token is not sent.`);
}

async function readBody(response: Response, maxBytes: number, signal: AbortSignal, title: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  const reader = response.body?.getReader();
  const cancel = () => void reader?.cancel(signal.reason).catch(() => {});
  signal.addEventListener("abort", cancel);
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) break;
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch {
    signal.throwIfAborted();
    throw new Broken(response.status);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
  signal.throwIfAborted();
  if (bytes <= maxBytes) return text + decoder.decode();
  cancel();
  throw new Refusal(502, `${title} answered more than ${maxBytes} bytes.`);
}
