import type { Random } from "../random.ts";
import type { Subject } from "./subject.ts";

/** What the user says, and what is answered. Texts hold slots. */
export type Exchange = readonly [question: string, answer: string];

/** How the longest chats end; it fits any play. */
const closing: readonly [Exchange, Exchange] = [
  ["Summarise this chat in one line.", "{company}, {topic}: next step with {person} by {weekday}."],
  ["Thanks, that helps.", "Glad to hear it. I keep an eye on {company}."],
];

/** The exchanges of a chat in their order: the request, the play's follow-ups from a place of the chat's own, the end. */
export function createExchanges(random: Random, { request, play }: Subject): (index: number) => Exchange {
  const start = random.integer(0, play.followUps.length - 1);
  const followUps = [...play.followUps.slice(start), ...play.followUps.slice(0, start)];
  const exchanges: Exchange[] = [[request.question, request.answer], ...followUps, ...closing];
  return (index) => exchanges[index] ?? closing[1];
}
