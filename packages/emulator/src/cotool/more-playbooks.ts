import { cloud, endpoint } from "./host-playbooks.ts";
import { identity, phishing } from "./identity-playbooks.ts";
import { manual, type Playbook } from "./playbook.ts";

const saas: Playbook = {
  name: "SaaS Watch",
  share: 9,
  cases: [
    [
      "OAuth grant to {app} by {user} ({team})",
      "Approved app: {app} is on the list since {ticket}; scopes unchanged.",
      "Consent phishing: {app} was registered four days ago. Grants of {count} users revoked.",
    ],
    [
      "{app} asks for mail.read on {count} accounts",
      "Roll-out by {team}, security review {ticket} is done.",
      "The publisher copied the name of a known app. Consent blocked for everyone.",
    ],
    [
      "External sharing of “{document}”",
      "Meant for {company}; the link ends this week.",
      "Link was open to anyone and opened from {ip}. Closed; {team} informed.",
    ],
    [
      "Guest account in {team} workspace: {company}",
      "Contract with {company} runs until spring; the guest sees two channels.",
      "{company} ended its contract. Guest removed, {count} downloads under review.",
    ],
    [
      "Repository {repository} is public",
      "Open-sourced on purpose, legal approved in {ticket}.",
      "Public by mistake for {minutes} minutes, with two secrets in its history. Both rotated.",
    ],
    [
      "Service token of {app} unused for a year",
      "Kept for the yearly audit export; owner named, end date set.",
      "Used from {ip} after a year of silence. Revoked; calls under review.",
    ],
    [
      "{user} installed {app} in Slack",
      "Approved for {team}; reads no private channels.",
      "{app} read messages of {count} channels. Removed, tokens revoked.",
    ],
    [
      "Export of all contacts by {user}",
      "Planned move to the new tool, {ticket}.",
      "{user} leaves on Friday. Export recalled with HR and the manager.",
    ],
  ],
  inconclusive: ["The publisher of {app} is not verified. Access is paused until {team} says what it is for."],
  triggers: [
    { source: "webhook", name: "Workspace audit log", description: "New grants with sensitive scopes" },
    { source: "cron", name: "Weekly app review", description: "Mondays at 07:00 UTC" },
  ],
  platforms: ["panther", "google_workspace"],
  steps: ["Read the scopes one by one", "Looked up the publisher", "Asked the team that uses it"],
  isStructured: true,
};

const vulnerability: Playbook = {
  name: "Vulnerability Desk",
  share: 7,
  cases: [
    [
      "{cve} on {count} hosts: are we exposed?",
      "Not exposed: the service listens on localhost on all {count} hosts.",
      "Nine of {count} hosts are reachable from outside. Patched or closed within the day, {ticket}.",
    ],
    [
      "Patch plan for {cve}, {region}",
      "Plan agreed: {count} hosts in two windows, none of them urgent.",
      "Exploited elsewhere already; {region} was patched the same night.",
    ],
    [
      "{package} in {repository}: {cve}",
      "Not reachable: {repository} never calls the vulnerable function. Accepted until the next release.",
      "Reachable from a public form. Fix released after {minutes} minutes, logs show no use.",
    ],
    [
      "Exploit for {cve} is public",
      "We run a version that never had it.",
      "{host} shows the known traces. Handed to incident response as {ticket}.",
    ],
    [
      "Overdue: {cve} on {host}",
      "{host} is switched off and goes back to the lessor.",
      "{host} is in production and open to partners. Patched in an emergency window.",
    ],
    [
      "Scanner says {cve}, owner says no: {host}",
      "The owner is right: the distribution has the fix under the old version number.",
      "The scanner is right: the service was never restarted after the patch.",
    ],
  ],
  inconclusive: ["{count} hosts have the version; some did not answer the check. Asked again tomorrow."],
  triggers: [
    { source: "jira", name: "VULN project", description: "New tickets of the scanner" },
    { source: "cron", name: "Morning advisory digest", description: "Workdays at 06:30 UTC" },
    { source: "linear", name: "Product security", description: null },
  ],
  platforms: [],
  steps: [
    "Found the owner of each host",
    "Checked whether the function is reachable",
    "Ordered by exposure, not by score",
  ],
};

const insider: Playbook = {
  name: "Data Loss Desk",
  share: 5,
  cases: [
    [
      "{user} sends “{document}” to a private address",
      "Sent to print at home before a flight, without personal data. Reminded of the rule.",
      "Third time this month and after giving notice. Access closed with HR.",
    ],
    [
      "{count} files to a personal drive, {user}",
      "Backup of private photos; nothing of the company.",
      "{count} files of {team}, two days before the last day. Copies recovered with HR.",
    ],
    [
      "Leaver check: {user}, last day Friday",
      "Nothing unusual in 30 days; access ends on Friday at six.",
      "Volume doubled since the notice. Access reduced, manager and HR informed.",
    ],
    [
      "Source code in a chat assistant ({team})",
      "A public sample from our own documentation.",
      "Part of {repository} with a key in it. Key rotated, team shown the approved tool.",
    ],
    [
      "Customer list printed by {user}, {city}",
      "For the reception of the open day; shredded afterwards.",
      "{user} could not name a reason. Works council and HR involved, {ticket}.",
    ],
    [
      "Données clients sur une clé USB : {user}",
      "Clé chiffrée, remise au cabinet d’audit, voir {ticket}.",
      "Clé non chiffrée et perdue à {city}. Le délégué à la protection des données est informé.",
    ],
  ],
  inconclusive: ["The archive is encrypted. HR and the manager of {user} are informed; see {ticket}."],
  triggers: [
    { source: "jira", name: "HR leaver tickets", description: "One check for each leaver" },
    { source: "webhook", name: "DLP rules", description: "Matches of the rules for customer data" },
  ],
  platforms: ["panther", "purview"],
  steps: [
    "Looked at file names only, not at private content",
    "Compared with the usual volume",
    "Involved HR before the user",
  ],
};

const detection: Playbook = {
  name: "Detection Engineer",
  share: 3,
  cases: [
    [
      "Tune rule {rule}: {count} false positives",
      "Proposed an exclusion for {host}: {count} alerts fewer in the backtest, none of the true ones lost.",
      "One of the {count} was true and nobody looked: {user}, {ip}. Case {ticket}.",
    ],
    [
      "New rule for {cve}",
      "Draft with two tests; the backtest of 30 days is silent.",
      "The backtest found a use of it on {host}. Case {ticket} opened before the rule was merged.",
    ],
    [
      "Coverage review: {tactic}",
      "Nine of twelve techniques have a rule; three proposals attached.",
      "The gap in {tactic} explains why {ticket} was seen so late. Two rules proposed.",
    ],
    [
      "Rule {rule} is silent since the log change",
      "Works again: the field was renamed in the log source.",
      "While it was silent it missed {count} events from {ip}. Case {ticket}.",
    ],
    [
      "Backtest {rule} over 30 days",
      "{count} hits, all of them explained.",
      "One hit nobody had seen: {user} from {ip}. Case {ticket}.",
    ],
  ],
  inconclusive: ["30 days hold too few events; asked for a longer window."],
  triggers: [{ source: "linear", name: "Detection backlog", description: "Issues with the label tune" }, manual],
  platforms: ["panther"],
  steps: ["Backtested before proposing", "Kept the rule readable", "Measured the true positives lost"],
};

/** The agents of the organisation. */
export const playbooks: readonly Playbook[] = [
  identity,
  phishing,
  cloud,
  endpoint,
  saas,
  vulnerability,
  insider,
  detection,
];
