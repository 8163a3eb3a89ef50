/** A request that is not answered as asked: a status, and why in one sentence. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** The words that HTTP has for the statuses of problems. */
const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
};

/** HTTP's words for a status, such as `Not Found`. */
export function toTitle(status: number): string {
  return titles[status] ?? `Status ${status}`;
}
