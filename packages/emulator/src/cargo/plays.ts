import type { Play } from "./play.ts";

export const accountResearch: Play = {
  agent: "Account Researcher",
  systemPrompt:
    "You research accounts for the sales team. Cite a source for every claim. Say so when you find nothing.",
  requests: [
    {
      titles: [
        "Account research: {company}",
        "{company}: buying committee for {topic}",
        "Who owns {topic} at {company}?",
        "Org chart around the {role} of {company}",
      ],
      question: "I meet the {role} of {company} on {weekday}. What should I know?",
      answer:
        "**{company}** ({industry}) employs about {count} people. {person}, {role}, has run {topic} since {quarter}. Two job posts mention a change of vendor.",
    },
    {
      titles: [
        "{company} in five bullets before the {region} QBR",
        "Recent news about {company} ({industry})",
        "Is {company} a fit for us? ({segment})",
      ],
      question: "Give me a one-page brief on {company}: size, stack, priorities, recent hires.",
      answer:
        "The annual report names {topic} as one of three priorities. The {role}, {person}, spoke about it at {event}. Headcount is about {count}, up from last year.",
    },
    {
      titles: ["What does {company} spend on {topic}?", "Budget for {topic} at {company}"],
      question: "Find out whether {company} has a budget for {topic} this year.",
      answer:
        "I found no public figure. Three signals point to a project in {quarter}: a new hire, a job post, and a talk at {event}.",
    },
  ],
  followUps: [
    [
      "Who reports to {person}?",
      "Publicly visible: two directors and an analyst. The rest of the team of {person} shows no line.",
    ],
    [
      "Shorten that to three bullets I can paste into the CRM.",
      "- {company}, {industry}, about {count} people\n- {person} ({role}) runs {topic}\n- Project likely in {quarter}",
    ],
    [
      "Which of these claims rests on a single source?",
      "The start in {quarter}: only one job post says it. Everything else has two sources.",
    ],
  ],
  thoughts: [
    "The annual report is more reliable than the press release, so I start there.",
    "Two people share the name {person}; the one at {domain} is the one meant.",
  ],
  tools: ["web-search", "company-lookup", "linkedin-profile"],
};

export const leadEnrichment: Play = {
  agent: "Lead Enricher",
  systemPrompt: "You complete lead records. Never guess an email address: leave it empty when no provider confirms it.",
  requests: [
    {
      titles: ["Enrich {count} leads from {event}", "Waterfall enrichment, {segment}, batch {batch}"],
      question: "Here is the list from {event}. Fill in company, title and work email.",
      answer:
        "I completed 41 of the first 48 records. Seven have no confirmed address and stay empty; they are tagged `needs-review`.",
    },
    {
      titles: [
        "Find a work email for {person} ({company})",
        "{person}, {role} at {company}: verify phone and email",
        "Who is the {role} at {company} now?",
        "Bounced addresses at {domain}",
      ],
      question: "{person} left {company}, I think. Is that so?",
      answer:
        "{person} is still {role} at {company}, confirmed by two providers. The address at {domain} accepts mail.",
    },
    {
      titles: ["Missing job titles: {region} {segment} list", "Phone numbers for every {role}, {region}"],
      question: "Enrich every {role} in {segment} that has no phone number.",
      answer:
        "{count} records match. The first provider had a third of them, the second some more. I wrote titles and numbers, each with its source.",
    },
  ],
  followUps: [
    ["Skip the ones we mailed in {quarter}.", "Skipped. That leaves 29 records."],
    ["How sure are you about the title of {person}?", "Match of 0.93: two providers say {role}, one says nothing."],
    ["Write the result to the CRM.", "Done. {rep} owns the new records; nothing existing was overwritten."],
  ],
  thoughts: [
    "A catch-all domain: a delivery check says nothing here.",
    "The title differs between providers; the newer one counts.",
  ],
  tools: ["waterfall-enrich", "verify-email", "crm-update-record"],
};

export const outboundDrafting: Play = {
  agent: "Outbound Writer",
  systemPrompt: "You draft outbound messages under 90 words. One idea, one question, no flattery.",
  requests: [
    {
      titles: [
        "First email to {person}, {company}",
        "LinkedIn note to the {role} of {company}",
        "Follow-up after {event}: {company}",
        "Relance pour {company} après {event}",
      ],
      question: "Draft a first email to {person}, {role} at {company}. Angle: {topic}.",
      answer:
        "Hi {person}, your team is hiring two people for {topic}. When {company} grows that part, who decides on the tools? Two lines from you would help me not to waste your time.",
    },
    {
      titles: ["Reply to {person}: “not before {quarter}”", "Breakup email, {company}"],
      question: "{person} answered “not before {quarter}”. What do I write back?",
      answer:
        "Makes sense to wait for {quarter}. May I send you the checklist that other {industry} teams use before they compare vendors?",
    },
    {
      titles: ["Sequence for {segment}: three steps on {topic}", "Subject lines for {topic} campaign, {region}"],
      question: "Three subject lines for {segment}, no question marks please.",
      answer: "1. {topic} at {company}\n2. What {industry} teams stopped doing\n3. Before your {quarter} plan",
    },
  ],
  followUps: [
    [
      "Less formal.",
      "Hi {person}, quick one: who looks after {topic} at {company} these days? Happy to be pointed elsewhere.",
    ],
    ["Mention {event}.", "Added one line: “We met two of your colleagues at {event}.” Please check that it is true."],
    [
      "Now in French, for their Lyon office.",
      "Bonjour, votre équipe recrute pour ce sujet. Qui choisit les outils chez {company} ? Deux lignes de votre part me suffiraient.",
    ],
  ],
  thoughts: [
    "The last mail had 140 words and no answer; this one stays under 80.",
    "No claim about results without a reference we may name.",
  ],
  tools: ["crm-search", "sequence-enroll", "web-search"],
};

export const crmHygiene: Play = {
  agent: "CRM Steward",
  systemPrompt:
    "You keep the CRM clean. Propose first, change after approval, and never delete a record with activity.",
  requests: [
    {
      titles: ["Duplicates of {company}", "Merge accounts: {company} and {domain}"],
      question: "Find duplicate accounts for {company} and propose which one to keep.",
      answer:
        "There are three accounts for {company}. I would keep the one with {domain}: it has 14 activities and the open deal.",
    },
    {
      titles: [
        "Opportunities without a next step, {region}",
        "Stale deals in {segment} (no activity for 60 days)",
        "Close dates in the past: {quarter}, {region}",
      ],
      question: "List open deals in {region} whose close date has passed.",
      answer:
        "Nine deals in {region} have a close date in the past. Five belong to {rep}. Proposal: move them to {quarter} and ask for a next step.",
    },
    {
      titles: ["Owner missing on {count} contacts", "Normalise industry of {region} accounts ({count})"],
      question: "{count} contacts lost their owner when {rep} moved teams. Reassign them by territory.",
      answer: "Done for all but twelve of {count}: their territory has two owners, so they are left for you.",
    },
  ],
  followUps: [
    ["Go ahead with the first four.", "Four records changed. Each has a note with its old values."],
    ["Why would you keep that one?", "It is older, has the open deal, and its domain matches the invoices."],
    ["Add a note for {rep}.", "Added, with a task for {weekday}."],
  ],
  thoughts: [
    "Merging cannot be undone, so I list both records first.",
    "The legal entity differs; these may be two firms, not one.",
  ],
  tools: ["crm-search", "crm-update-record", "crm-merge"],
};

export const callPrep: Play = {
  agent: "Call Coach",
  systemPrompt: "You prepare calls: goal, three questions, likely objections. You summarise calls the same way.",
  requests: [
    {
      titles: [
        "Call prep: {company}, {weekday}",
        "Discovery questions for {person} ({role})",
        "Demo storyline for {company}: {topic}",
      ],
      question: "I call {person} at {company} on {weekday}. Goal: agree on a pilot. Prepare me.",
      answer:
        "Goal: a pilot with one team by {quarter}. Ask who lived through the last change of tools, what it cost, and who signs. Expect {competitor} to come up.",
    },
    {
      titles: ["Summary: call with {person}, {company}", "MEDDIC gaps for {company}"],
      question: "Here are my notes from the call with {company}. What is missing for MEDDIC?",
      answer: "Known: metrics, pain, champion ({person}). Missing: economic buyer, decision process, paper process.",
    },
    {
      titles: ["Objections on {topic} from {industry} buyers", "What will the {role} of {company} object to?"],
      question: "What will a {role} in {industry} object to?",
      answer:
        "Mostly “we already have {competitor}”. Answer with the two things it cannot do for {topic}, and offer to keep it for the rest.",
    },
  ],
  followUps: [
    [
      "What if they bring up {competitor}?",
      "Agree that it is good at reporting, then ask how they handle {topic} today.",
    ],
    ["Turn it into a five-minute agenda.", "1. Why now (1 min)\n2. {topic} today (2 min)\n3. Pilot: who, when (2 min)"],
    ["Save it to the deal.", "Saved as a note on the open deal of {company}."],
  ],
  thoughts: [
    "The deal has no economic buyer yet, so the questions should lead there.",
    "Their last call ended on price; start elsewhere.",
  ],
  tools: ["crm-search", "call-transcript", "company-lookup"],
};
