import type { IncomingMessage, ServerResponse } from "node:http";

/** The web page, built or straight from its source. */
export interface Page {
  /** Answers everything that is not below `/api/`. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}
