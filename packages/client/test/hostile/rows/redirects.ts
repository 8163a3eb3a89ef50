import type { Answer } from "../behaviour.ts";
import { http, items, type Row, soon } from "../row.ts";

const to = (location: string, status = 302): Answer => ({ status, headers: { location }, body: "empty" });
/** A POST that is answered with one of these would become a GET. */
const rewriting = http(302);

/** Answers that send the client elsewhere. */
export const redirectRows: readonly Row[] = [
  {
    name: "redirect-302",
    does: "redirects to the same origin",
    answers: [to("{here}"), {}],
    get: items(2),
    post: rewriting,
  },
  {
    name: "redirect-307",
    does: "redirects to the same origin, and wants the same method",
    answers: [to("{here}", 307), {}],
    get: items(2),
  },
  {
    name: "redirect-308",
    does: "redirects to the same origin for good, and wants the same method",
    answers: [to("{here}", 308), {}],
    get: items(2),
  },
  ...[301, 302, 303, 307, 308].map(
    (status): Row => ({
      name: `redirect-${status}-elsewhere`,
      does: `redirects to another origin with ${status}`,
      answers: [to("{elsewhere}", status)],
      get: http(status),
    }),
  ),
  {
    name: "redirect-chain",
    does: "redirects to the same origin and from there to another one",
    answers: [to("{here}", 307), to("{elsewhere}", 307)],
    get: { ...http(307, 2), fields: { status: 307, attempts: 1 } },
  },
  {
    name: "redirect-loop",
    does: "redirects to where the request came from, for ever",
    answers: [to("{here}", 307)],
    get: { outcome: "http", fields: { status: 307, attempts: 1 }, requests: [1, 6], withinMs: soon },
  },
  {
    name: "redirect-hops",
    does: "redirects to another place of the same origin, for ever",
    answers: [to("{hop}", 307)],
    get: { outcome: "http", fields: { status: 307, attempts: 1 }, requests: 6, withinMs: soon },
  },
  {
    name: "redirect-nowhere",
    does: "redirects without saying where",
    answers: [{ status: 302, headers: {}, body: "empty" }],
    get: http(302),
  },
  {
    name: "redirect-no-address",
    does: "redirects to something that is no address",
    answers: [to("http://[")],
    get: http(302),
  },
  {
    name: "redirect-data",
    does: "redirects to an address that carries its own answer",
    answers: [to('data:application/json,{"chats":[],"messages":[],"totalCount":0,"chat":{}}', 307)],
    get: http(307),
  },
  {
    name: "status-304",
    does: "answers 304",
    answers: [{ status: 304, headers: {}, body: "empty" }],
    get: http(304),
  },
];
