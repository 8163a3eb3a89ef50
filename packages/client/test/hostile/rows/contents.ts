import { http, items, type Row, unexpected } from "../row.ts";
import { credentials } from "../secrets.ts";

/** Secrets stand where a parser or a careless message would quote them. */
const secretText = JSON.stringify(credentials);
const html = `<!doctype html><title>Log in</title><p>${secretText}</p>`;
const json = { "content-type": "application/json" };
const page = { "content-type": "text/html; charset=utf-8" };

/** Answers that arrive whole, and are not what the operation answers. */
export const contentRows: readonly Row[] = [
  {
    name: "fine",
    does: "answers as it should",
    answers: [{}],
    get: items(),
  },
  {
    name: "html",
    does: "answers 200 with a login page",
    answers: [{ headers: page, body: { text: html } }],
    get: unexpected(/HTML/),
  },
  {
    name: "html-as-json",
    does: "answers 200 with a login page that is called JSON",
    answers: [{ headers: json, body: { text: html } }],
    get: unexpected(/HTML/),
  },
  {
    name: "broken-json",
    does: "answers 200 with JSON that is broken",
    answers: [{ body: { text: `${secretText.slice(0, -1)},${secretText}}` } }],
    get: unexpected(/broken/),
  },
  {
    name: "wrong-shape",
    does: "answers 200 with JSON of another shape",
    answers: [{ body: { text: `{"results":[${secretText}]}` } }],
    get: unexpected(/JSON/),
  },
  {
    name: "wrong-shape-error",
    does: "answers 200 with an error in it",
    answers: [{ body: { text: `{"errorMessage":${JSON.stringify(secretText)},"reason":"unauthorized"}` } }],
    get: unexpected(/JSON/),
  },
  {
    name: "null",
    does: "answers 200 with null",
    answers: [{ body: { text: "null" } }],
    get: unexpected(/JSON null/),
  },
  {
    name: "empty",
    does: "answers 200 with an empty body",
    answers: [{ body: "empty" }],
    get: unexpected(/empty body/),
  },
  {
    name: "status-204",
    does: "answers 204",
    answers: [{ status: 204, body: "empty" }],
    get: unexpected(/empty body/, 204),
  },
  {
    name: "text-plain",
    does: "answers with the right JSON, and calls it text",
    answers: [{ headers: { "content-type": "text/plain" } }],
    get: items(),
  },
  {
    name: "no-content-type",
    does: "answers with the right JSON, and does not say what it is",
    answers: [{ headers: {} }],
    get: items(),
  },
  {
    name: "invalid-utf-8",
    does: "answers 200 with bytes that are no UTF-8",
    answers: [{ body: { bytes: [0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d] } }],
    get: unexpected(/UTF-8/),
  },
  {
    name: "404-empty",
    does: "answers 404 with an empty body",
    answers: [{ status: 404, body: "empty" }],
    get: http(404, 1, { body: undefined }),
  },
  {
    name: "404-html",
    does: "answers 404 with a page",
    answers: [{ status: 404, headers: page, body: { text: html } }],
    get: http(404, 1, { body: html }),
  },
  {
    name: "404-json",
    does: "answers 404 with JSON",
    answers: [{ status: 404, headers: { ...json, "x-request-id": "req-1" }, body: { text: secretText } }],
    get: http(404, 1, { body: credentials, requestId: "req-1", retryable: false }),
  },
  {
    name: "403-broken-json",
    does: "answers 403 with JSON that is broken",
    answers: [{ status: 403, body: { text: secretText.slice(0, -1) } }],
    get: http(403),
  },
];
