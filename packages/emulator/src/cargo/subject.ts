import { type Company, pickCompany } from "../data/companies.ts";
import { createPerson } from "../data/people.ts";
import type { Words } from "../data/phrases.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import { plays } from "./more-plays.ts";
import type { Play, PlayRequest } from "./play.ts";

/** What a chat is about. Title, trigger and messages speak of the same. */
export interface Subject {
  readonly play: Play;
  /** What the user wants first. */
  readonly request: PlayRequest;
  readonly company: Company;
  readonly words: Words;
}

const words = (text: string) => text.split("|");

const vocabulary = {
  role: words(
    "CFO|COO|CIO|Chief Revenue Officer|VP Sales|VP Operations|Head of Procurement|Director of IT|RevOps lead|Head of Data|VP Marketing|Plant manager",
  ),
  topic: words(
    "warehouse automation|sales forecasting|data quality|customer onboarding|fleet telematics|invoice processing|lead routing|energy reporting|call centre quality|partner payouts|field service planning|demand planning|identity checks|contract renewals",
  ),
  segment: words(
    "mid-market|enterprise|named accounts|startups|public sector|scale-ups|strategic accounts|expansion accounts|upper mid-market",
  ),
  region: words(
    "DACH|Nordics|Benelux|UK & Ireland|Iberia|France|US West|US East|Brazil|Mexico|Middle East|India|ANZ|Japan|Southeast Asia",
  ),
  event: words(
    "SaaStr Europa|Hannover Messe|Dreamforce|Web Summit|RevOps Live|Money20/20|Transport Logistic|our Lyon roadshow|the partner day|NRF|HIMSS",
  ),
  competitor: words("Outpace|Leadrail|Signalgrid|Prospekta|Clayform|Revenuely|Dealmint"),
  quarter: words("Q1|Q2|Q3|Q4|H1|H2|FY26|FY27"),
  weekday: words("Monday|Tuesday|Wednesday|Thursday|Friday"),
} as const;

const pickPlay = weighted(...plays.map((play, index): [Play, number] => [play, plays.length + 4 - index]));

/** A request with more titles comes up more often, so that each title does as often as the others of the play. */
function pickRequest(random: Random, { requests }: Play): PlayRequest {
  return random.pick(requests.flatMap((request) => request.titles.map(() => request)));
}

/** The subject of a chat, the same at every call. */
export function createSubject(seed: number, chatUuid: string): Subject {
  return chooseSubject(createRandom(`${seed}/cargo/subject/${chatUuid}`));
}

function chooseSubject(random: Random): Subject {
  const play = pickPlay(random);
  const company = pickCompany(random);
  const [prospect, rep] = [createPerson(random), createPerson(random)];
  return {
    play,
    request: pickRequest(random, play),
    company,
    words: {
      role: random.pick(vocabulary.role),
      topic: random.pick(vocabulary.topic),
      segment: random.pick(vocabulary.segment),
      region: random.pick(vocabulary.region),
      event: random.pick(vocabulary.event),
      competitor: random.pick(vocabulary.competitor),
      quarter: random.pick(vocabulary.quarter),
      weekday: random.pick(vocabulary.weekday),
      company: company.name,
      domain: company.domain,
      industry: company.industry,
      person: prospect.name,
      handle: prospect.handle,
      rep: rep.name,
      count: String(random.integer(12, 940)),
      batch: String(random.integer(1, 60)),
    },
  };
}
