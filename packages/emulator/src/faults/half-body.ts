import { createCut } from "./connection.ts";
import { onAbort } from "./on-abort.ts";

/** An answer as bytes. */
interface Whole {
  readonly response: Response;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The first half; of one byte nothing. */
  readonly half: Uint8Array<ArrayBuffer>;
}

/** The answer with half of its body, as if that were all. */
export async function truncate(answer: Response): Promise<Response> {
  const { response, half } = await readWhole(answer);
  return new Response(half, response);
}

/** The answer whose connection ends in the middle of the body. */
export async function cut(answer: Response): Promise<Response> {
  const whole = await readWhole(answer);
  let isSent = false;
  return promiseWhole(whole, {
    pull(controller) {
      if (isSent) return controller.error(createCut());
      isSent = true;
      controller.enqueue(whole.half);
    },
  });
}

/** The answer that stops in the middle of the body. Its body fails with the reason of the request's signal. */
export async function stall(answer: Response, request: Request): Promise<Response> {
  const whole = await readWhole(answer);
  let stop = () => {};
  return promiseWhole(whole, {
    start(controller) {
      controller.enqueue(whole.half);
      stop = onAbort(request, (reason) => controller.error(reason));
    },
    cancel: () => stop(),
  });
}

async function readWhole(response: Response): Promise<Whole> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, half: bytes.slice(0, Math.floor(bytes.length / 2)) };
}

/** An answer whose head promises the whole body, whatever comes. */
function promiseWhole({ response, bytes }: Whole, source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>>): Response {
  const headers = new Headers(response.headers);
  headers.set("content-length", String(bytes.length));
  const { status, statusText } = response;
  return new Response(new ReadableStream(source, { highWaterMark: 0 }), { status, statusText, headers });
}
