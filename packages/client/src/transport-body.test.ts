import { describe, expect, test, vi } from "vitest";
import { list, outcome, serve, useOwnTime } from "../test/calls.ts";

useOwnTime();

describe("a body", () => {
  const bytes = (count: number) => new Response(`{"chats":[],"x":"${"a".repeat(count - 19)}"}`);

  test("has at most 64 MiB, or as much as the caller says", async () => {
    const { cargo } = serve([() => bytes(1000), () => bytes(1001)], { maxBodyBytes: 1000 });
    expect(await outcome(list(cargo))).toMatchObject({ bytes: 1000 });
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "unexpected-response", status: 200 });
    expect(String(error)).toContain("with more than 1000 bytes");
  });

  test("without end is let go of", async () => {
    const cancelled = vi.fn();
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)),
          cancel: cancelled,
        }),
      );
    expect(String(await outcome(list(serve([endless]).cargo)))).toContain("with more than 67108864 bytes");
    expect(cancelled).toHaveBeenCalledOnce();
  });

  test("that is not UTF-8 is refused, as a replaced character could be one of an identifier", async () => {
    const latin = () =>
      new Response(new Uint8Array([...new TextEncoder().encode(`{"chats":[{"name":"caf`), 0xe9, 34, 125, 93, 125]));
    expect(String(await outcome(list(serve([latin]).cargo)))).toContain("with bytes that are not UTF-8");
    const cut = () => new Response(new Uint8Array([...new TextEncoder().encode(`{"chats":[]}`), 0xe2, 0x82]));
    expect(String(await outcome(list(serve([cut]).cargo)))).toContain("with bytes that are not UTF-8");
    const real = () => Response.json({ chats: [{ uuid: "\uFFFD" }] });
    expect(await outcome(list(serve([real]).cargo))).toMatchObject({ data: { chats: [{ uuid: "\uFFFD" }] } });
  });

  test("with a byte order mark, or whose characters are split between chunks, is read", async () => {
    const encoded = new TextEncoder().encode(`\uFEFF{"chats":[{"uuid":"€🙂"}]}`);
    const split = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of encoded) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    expect(await outcome(list(serve([split]).cargo))).toMatchObject({ data: { chats: [{ uuid: "€🙂" }] } });
  });

  test("of an error is read as far as it comes, and decides nothing", async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode("half a pa")),
          pull: (controller) => controller.error(new TypeError("terminated")),
        }),
        { status: 404 },
      );
    expect(await outcome(list(serve([broken]).cargo))).toMatchObject({ kind: "http", status: 404, body: "half a pa" });
  });

  test("of an error is read up to 64 KiB, in whatever chunks, and the rest is let go of", async () => {
    const cancelled = vi.fn();
    const encoded = new TextEncoder().encode(`é${"a".repeat(30_000)}€`);
    const endless = () => {
      let place = 0;
      const pull = (controller: ReadableStreamDefaultController) => {
        // Characters are split between chunks.
        const end = place % 2 === 0 ? place + 1 : Math.min(place + 20_000, encoded.length);
        controller.enqueue(encoded.subarray(place, end));
        place = end === encoded.length ? 0 : end;
      };
      return new Response(new ReadableStream({ pull, cancel: cancelled }), { status: 400 });
    };
    const { body } = (await outcome(list(serve([endless]).cargo))) as { body: string };
    const whole = new TextDecoder().decode(encoded).repeat(3);
    expect(new TextEncoder().encode(body).length).toBeGreaterThan(65_500);
    expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(65_536);
    expect(body).toBe(whole.slice(0, body.length));
    expect(cancelled).toHaveBeenCalledOnce();
  });

  test("of an error that stalls is waited for 2 s, or half of the attempt's time, and the status is told", async () => {
    const half = new TextEncoder().encode(`{"errorMessage":`);
    const stalled = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(half) }), { status: 404 });
    for (const [attemptMs, expected] of [
      [30_000, 2000],
      [1000, 500],
    ] as const) {
      const startedAt = Date.now();
      const error = await outcome(list(serve([stalled], { timeout: { attemptMs } }).cargo));
      expect(error).toMatchObject({ kind: "http", status: 404, body: `{"errorMessage":`, attempts: 1 });
      expect(Date.now() - startedAt).toBe(expected);
    }
  });

  test("that stalls is let go of when its time is up, or the caller leaves", async () => {
    const cancelled = vi.fn();
    const stalled = () => new Response(new ReadableStream({ cancel: cancelled }));
    const { cargo } = serve([stalled], { timeout: { attemptMs: 100 }, retry: false });
    expect(await outcome(list(cargo))).toMatchObject({ kind: "timeout" });
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
