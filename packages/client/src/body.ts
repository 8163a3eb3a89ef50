/** A body that was read. */
export interface ReadBody {
  readonly text: string;
  /** Bytes that were read, decompressed. */
  readonly bytes: number;
}

/** The body has more bytes than it may. */
export class BodyTooLarge extends Error {}

/** The body holds bytes that are no UTF-8. */
export class BodyNotText extends Error {}

/**
 * Reads a body of at most so many bytes as UTF-8, strictly: a replaced character could be one of an identifier.
 * Throws `BodyTooLarge` and `BodyNotText`, and what the platform throws where the body breaks off. Lets go of the
 * connection whatever happens.
 */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<ReadBody> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  const bytes = await readChunks(response, signal, (chunk, sum) => {
    if (sum > limit) throw new BodyTooLarge();
    text += decode(decoder, chunk);
  });
  return { text: text + decode(decoder), bytes };
}

/** Reads the beginning of a body for an error: as far as it comes within some milliseconds, as well as it can be read. */
export async function readSome(
  response: Response,
  limit: number,
  timeMs: number,
  signal: AbortSignal,
): Promise<ReadBody> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  try {
    const take = (chunk: Uint8Array, sum: number) => {
      text += decoder.decode(chunk.subarray(0, limit - bytes), { stream: true });
      bytes = sum;
      if (bytes >= limit) throw new BodyTooLarge();
    };
    await readChunks(response, signal, take, timeMs);
  } catch {
    // The status says enough; of the body, what came has to do.
  }
  return { text, bytes };
}

/** Gives each chunk, with the number of bytes so far. Returns that of all, or of those that came in time. */
async function readChunks(
  { body }: Response,
  signal: AbortSignal,
  take: (chunk: Uint8Array, bytes: number) => void,
  timeMs?: number,
): Promise<number> {
  if (!body) return 0;
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener("abort", cancel);
  const timer = timeMs === undefined ? undefined : setTimeout(cancel, timeMs);
  let bytes = 0;
  try {
    if (signal.aborted) throw signal.reason;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.byteLength;
      take(next.value, bytes);
    }
    return bytes;
  } catch (error) {
    cancel();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new BodyNotText();
  }
}
