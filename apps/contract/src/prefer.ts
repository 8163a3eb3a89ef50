/** The `Prefer` header that asks Prism for a named example of a status. */
export function toPrefer(status: number, example: string): string {
  return status === 200 ? `example=${example}` : `code=${status}, example=${example}`;
}

/** What a `Prefer` header asks for. Without a code, Prism takes the first success; in our specs that is 200. */
export function readPrefer(prefer: string): { status: number; example: string | undefined } {
  const status = Number(/\bcode=(\d+)/.exec(prefer)?.[1] ?? 200);
  return { status, example: /\bexample=([^,\s]+)/.exec(prefer)?.[1] };
}
