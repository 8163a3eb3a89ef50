import { manual, type Playbook } from "./playbook.ts";

export const identity: Playbook = {
  name: "Identity Sentinel",
  share: 24,
  cases: [
    [
      "Impossible travel for {user}: {city} then {otherCity} in {minutes} minutes",
      "Benign: the second sign-in came through the corporate VPN exit in {otherCity}. Device certificate of {host} matches.",
      "Account takeover: the session cookie of {user} was replayed from {ip}. Sessions revoked, password reset, ticket {ticket} opened.",
    ],
    [
      "MFA fatigue: {count} pushes to {user}",
      "Benign: the phone of {user} was offline and the app tried again and again. No push was accepted.",
      "One of {count} pushes was accepted. Session from {ip} ended after {minutes} minutes, MFA of {user} moved to number matching.",
    ],
    [
      "New admin role for {user} in {idp}",
      "Expected: change {ticket} gives {user} the role for the on-call week, with an end date.",
      "No change asks for this role. It was given by a takeover of the help desk account; role removed, both accounts locked.",
    ],
    [
      "Sign-in of {user} from a hosting provider ({ip})",
      "False positive: {ip} belongs to the new egress range that the network team announced last week.",
      "{ip} is a proxy for hire. Password of {user} was on a list of last month; reset, sessions revoked.",
    ],
    [
      "Password spray against {count} accounts from {ip}",
      "Benign: a scanner of our own with an old list. No sign-in succeeded; the scanner's owner was told.",
      "Confirmed spray from {ip}. Two of {count} accounts had the guessed password; both are locked.",
    ],
    [
      "Session token of {user} used from two devices",
      "Benign: {user} moved to {host} today and restored the browser from a backup.",
      "Token theft by malware on {host}. Tokens revoked, host isolated, see {ticket}.",
    ],
    [
      "MFA reset for {user} by the help desk, {city}",
      "Legitimate: {user} lost the phone in {city}; identity was checked on video, {ticket}.",
      "The caller was not {user}. Reset undone after {minutes} minutes, no sign-in happened.",
    ],
    [
      "Dormant account {user} is active again",
      "{user} is back from parental leave since Monday; HR confirms.",
      "{user} left in spring and the account was never closed. It was used from {ip}; closed now.",
    ],
    [
      "Legacy protocol sign-in, {user}, {ip}",
      "An old scanner in {city} sends mail with this account. Owner will move it by the end of the month.",
      "Legacy sign-in used to pass by MFA. {count} mails read, protocol blocked, {user} informed.",
    ],
    [
      "اتصال غير معتاد: {user}, {city}",
      "Benign: {user} is travelling; the booking shows {city} until tomorrow.",
      "Sign-in from {ip} was not {user}. Sessions revoked, password reset.",
    ],
  ],
  inconclusive: [
    "{user} did not answer within four hours. Sessions left open and watched for another day; see {ticket}.",
  ],
  triggers: [
    {
      source: "webhook",
      name: "Panther high severity",
      description: "Opens an investigation for each alert of high severity",
    },
    { source: "slack", name: "#sec-identity", description: "Mentions of the agent in the identity channel" },
    manual,
  ],
  platforms: ["panther", "okta", "entra_id"],
  steps: [
    "Compared both addresses with the list of VPN exits",
    "Confirmed the device by its certificate",
    "Asked the user over a second channel",
    "Looked for new inbox rules after the sign-in",
  ],
};

export const phishing: Playbook = {
  name: "Phishing Triage",
  share: 20,
  cases: [
    [
      "Reported mail: “{subject}”, from {sender}",
      "Newsletter of {company}: sender passes SPF and DKIM, links lead to its own site. Reporter thanked.",
      "Credential phishing. Removed from {count} mailboxes, {domain} blocked. {user} clicked but entered nothing.",
    ],
    [
      "Invoice fraud attempt against {team} ({sender})",
      "Legitimate invoice of {company}; its domain changed in spring and is on our list.",
      "Thread of {company} was hijacked and the bank details changed. {team} was warned before payment.",
    ],
    [
      "QR code in a mail to {count} people",
      "It is the registration for the fire drill, sent by facilities.",
      "The code leads to a copy of our sign-in page on {domain}. Blocked; {count} people were told.",
    ],
    [
      "Lookalike domain {domain}",
      "Registered by our own brand protection; it redirects to the real site.",
      "{domain} has a mail server since yesterday. Takedown requested, sender blocked in advance.",
    ],
    [
      "Credential form behind “{subject}”",
      "Internal phishing test {ticket}; {user} did well to report it.",
      "The form posts to {domain}. Two colleagues entered a password; both reset, see {ticket}.",
    ],
    [
      "{user} entered a password on {domain}",
      "Test of the awareness programme. No data left; training was sent.",
      "Password of {user} reset within {minutes} minutes, sessions revoked, no foreign sign-in found.",
    ],
    [
      "Vendor {company} asks for new bank details",
      "Confirmed by phone with the known contact at {company}: they changed banks.",
      "{company} knows nothing of it. Its mailbox was taken over; {team} stopped the payment.",
    ],
    [
      "Gift card request in the name of the CEO, {team}",
      "A real request for the team event, confirmed by the assistant of the CEO.",
      "Impersonation from a free mail account. {count} copies removed, nobody answered.",
    ],
    [
      "Calendar invite spam: {domain}",
      "An open webinar of {company}; harmless, sender added to the quiet list.",
      "Invites from {domain} carry a link to malware. Removed from {count} calendars.",
    ],
    [
      "不審なメール「{subject}」{sender}",
      "{company} の正規の通知でした。送信元の認証も問題ありません。",
      "認証情報を盗むフィッシングでした。{count} 通を削除し、{domain} を遮断しました。",
    ],
  ],
  inconclusive: ["The page behind the link is gone and the sandbox saw nothing. {domain} stays on the watch list."],
  triggers: [
    { source: "email", name: "phishing@ mailbox", description: "Each mail that somebody reports" },
    { source: "jira", name: "SEC phishing queue", description: "Tickets with the label phishing" },
    manual,
  ],
  platforms: ["panther", "abnormal"],
  steps: [
    "Checked SPF, DKIM and the age of the domain",
    "Opened the link in a sandbox",
    "Searched all mailboxes for the same campaign",
    "Listed who clicked",
  ],
  isStructured: true,
};
