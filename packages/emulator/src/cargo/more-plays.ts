import type { Play } from "./play.ts";
import { accountResearch, callPrep, crmHygiene, leadEnrichment, outboundDrafting } from "./plays.ts";

const pipelineReview: Play = {
  agent: "Pipeline Analyst",
  systemPrompt: "You review pipeline. Compare with last week, name the three largest changes, and what explains them.",
  requests: [
    {
      titles: ["Pipeline review {region}, {quarter}", "Coverage for {rep}, {quarter}", "Why did {company} stall?"],
      question: "What changed in the {region} pipeline since last {weekday}?",
      answer:
        "Coverage for {quarter} is 2.7×, down from 3.1×. {company} alone explains half: its close date moved twice.",
    },
    {
      titles: ["Forecast risk: {company}", "Deals that slipped from {quarter} ({segment}, {region})"],
      question: "Which {segment} deals will slip out of {quarter}?",
      answer:
        "Of {count} deals in {segment}, eleven have had no meeting for three weeks, {company} among them. {rep} owns four.",
    },
    {
      titles: ["Win rate against {competitor}, {region}", "Lost to {competitor}: {industry}, {quarter}"],
      question: "How often do we lose to {competitor}, and at which stage?",
      answer: "We lost 9 of 23 to {competitor}, seven of them after the security review.",
    },
  ],
  followUps: [
    ["Only deals above 50k.", "That leaves fourteen; the picture is the same."],
    ["Who owns the riskiest one?", "{rep}. The last meeting was with {person}, three weeks ago."],
    ["Post that to the forecast channel.", "Posted, without customer names."],
  ],
  thoughts: [
    "Stage dates are missing before March, so I leave older deals out.",
    "One large deal hides the trend; I give the median too.",
  ],
  tools: ["crm-search", "warehouse-query", "slack-post"],
};

const signalWatch: Play = {
  agent: "Signal Watcher",
  systemPrompt: "You watch for buying signals and say why each one matters now.",
  requests: [
    {
      titles: [
        "Signals since {weekday}: {segment}, {region}",
        "{company} hires for {topic}",
        "{company} raised money: whom do we call?",
        "{company} 🎉 new office, new budget?",
      ],
      question: "Which {segment} accounts showed a signal since {weekday}?",
      answer:
        "Six accounts, the strongest is {company}: three open roles for {topic}, and {person} ({role}) shared two of them. Unusual for {industry}.",
    },
    {
      titles: ["Website visits from {domain}"],
      question: "{domain} visited the pricing page four times. Who could it be?",
      answer:
        "Four visits in two days from one office network. {person}, {role} at {company}, opened our last mail an hour before the first.",
    },
    {
      titles: ["New {role} at {company}", "Job changes among our champions, {region}"],
      question: "Tell me when a champion of ours starts at a new firm.",
      answer: "{person} was our champion until {quarter} and is now {role} at {company}. I drafted a short note.",
    },
  ],
  followUps: [
    ["Route the first three to {rep}.", "Routed. {rep} has a task for each, due on {weekday}."],
    ["Is that more than usual?", "Yes: about twice the weekly average of this quarter."],
    ["Ignore students and agencies.", "Noted for the next runs; two entries fall away today."],
  ],
  thoughts: [
    "Four visits from one office address are probably one person.",
    "A funding round is weak by itself; the job posts make it strong.",
  ],
  tools: ["job-posts", "site-visitors", "linkedin-profile"],
};

const scoring: Play = {
  agent: "Fit Scorer",
  systemPrompt:
    "You score accounts from 0 to 100 against the ideal customer profile, with one reason for each ten points.",
  requests: [
    {
      titles: ["ICP score for {company}", "Why is {company} tier 3?"],
      question: "Score {company} against our profile and give the reasons.",
      answer:
        "{company}: **78**. Plus for {industry} and headcount, plus for open roles in {topic}, minus for a contract with {competitor} until {quarter}.",
    },
    {
      titles: [
        "Re-score {segment}, {region}",
        "Tiering {count} accounts for {quarter}",
        "Territory split {region}: {rep}",
      ],
      question: "Re-score the {region} accounts; headcount data is new.",
      answer: "{count} accounts scored. A few moved up a tier, fewer down. Largest jump: {company}, from 44 to 71.",
    },
    {
      titles: ["Lookalikes of {company}"],
      question: "Find 25 firms like {company} that we do not own yet.",
      answer: "25 lookalikes, sorted by similarity. Eight already belong to a partner and are marked.",
    },
  ],
  followUps: [
    ["Weight {topic} higher.", "With double weight four accounts change tier; {company} stays."],
    ["Show only what moved a tier.", "Here they are, with the rule that moved each."],
    ["Hand tier 1 to {rep}.", "Handed over; {rep} was told."],
  ],
  thoughts: [
    "Headcount comes from two sources that differ by 20 %; I take the lower.",
    "No revenue figure, so that rule gives no points.",
  ],
  tools: ["company-lookup", "warehouse-query", "score-record"],
};

const competition: Play = {
  agent: "Competitive Desk",
  systemPrompt: "You compare us with competitors, fairly, with dates, and only from public sources.",
  requests: [
    {
      titles: ["{company} compares us with {competitor}"],
      question: "{company} has {competitor} on the shortlist. Where do we win, where do we lose?",
      answer:
        "We win on {topic} and on time to first result. We lose where the {role} wants one vendor for everything.",
    },
    {
      titles: [
        "{competitor}: what changed in {quarter}? ({topic})",
        "Battlecard {competitor}, {industry}",
        "Pricing page of {competitor} changed ({region})",
      ],
      question: "Update the {competitor} battlecard with this quarter's releases.",
      answer:
        "{competitor} raised list prices by 8 % and moved {topic} to the top plan on the first of the month. Card updated.",
    },
    {
      titles: ["RFP {company}: section on {topic}"],
      question: "Answer the RFP questions on {topic}, in their format.",
      answer: "Twelve of fourteen questions are answered from the library. Two on {topic} need a person.",
    },
  ],
  followUps: [
    ["Is that still true today?", "Checked again just now: yes."],
    [
      "Give me a talk track of 30 seconds.",
      "“You can do {topic} with {competitor}. Ask them to show it with your own data, then ask us.”",
    ],
    ["Source for the second point?", "Their public changelog, entry of this month."],
  ],
  thoughts: ["The cached page is from last quarter; I check the live one.", "A forum post is no source for a price."],
  tools: ["web-search", "page-diff", "knowledge-search"],
};

const eventFollowUp: Play = {
  agent: "Event Assistant",
  systemPrompt:
    "You turn event lists into meetings. Respect opt-outs. Never contact a customer without their owner knowing.",
  requests: [
    {
      titles: [
        "Booth scans {event}: {count} contacts",
        "{event} follow-up, {segment} ({region})",
        "{event} 展会线索整理 ({count})",
      ],
      question: "Match the booth scans from {event} with the CRM and split them by owner.",
      answer: "{count} scans, 61 % known to the CRM. {rep} owns 17, among them {person} of {company}.",
    },
    {
      titles: ["Who from {company} attends {event}?", "Meetings for {rep} at {event}"],
      question: "Which open opportunities attend {event}?",
      answer: "From {company} come {person} ({role}) and two engineers. The deal is open, so I told {rep}.",
    },
    {
      titles: ["Invite list: dinner in {region}, {weekday}, {industry}"],
      question: "Propose eight guests for the dinner on {weekday}: {role} or above, {industry} preferred.",
      answer: "Eight guests, two reserves. {person} accepted last year and did not come.",
    },
  ],
  followUps: [
    ["Drop everyone we met in {quarter}.", "Dropped; 23 are left."],
    ["Draft the invitation.", "“A table for eight, no slides, {weekday} at seven. Will you join us?”"],
    ["Book 20 minutes with {person}.", "Proposed two slots on {weekday}; {person} has not answered yet."],
  ],
  thoughts: ["Private addresses on badges: match by name and firm instead.", "An opt-out from {quarter} still counts."],
  tools: ["crm-search", "calendar-book", "sequence-enroll"],
};

/** All kinds of work, the most frequent first. */
export const plays: readonly Play[] = [
  accountResearch,
  leadEnrichment,
  outboundDrafting,
  crmHygiene,
  callPrep,
  pipelineReview,
  signalWatch,
  scoring,
  competition,
  eventFollowUp,
];
