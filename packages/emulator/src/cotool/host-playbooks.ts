import { manual, type Playbook } from "./playbook.ts";

export const cloud: Playbook = {
  name: "Cloud Guard",
  share: 17,
  cases: [
    [
      "S3 bucket {bucket} is public",
      "Intended: {bucket} serves the public website and holds no other data. Exception recorded in {ticket}.",
      "{bucket} held exports and was read from {ip}. Closed after {minutes} minutes, privacy team informed.",
    ],
    [
      "Access key of {user} used from {ip}",
      "{ip} is the new build runner; the platform team confirms.",
      "The key of {user} was in a public repository for {minutes} minutes. Revoked, {count} API calls reviewed, no data read.",
    ],
    [
      "Security group opens 22 to the world ({region})",
      "Change {ticket} for a migration; closed again after {minutes} minutes, nobody connected.",
      "{count} sign-in attempts within {minutes} minutes, one succeeded on {host}. Host isolated.",
    ],
    [
      "Root login in account {account}",
      "Yearly check of the break-glass procedure, announced in {ticket}.",
      "Nobody announced it. Root sessions ended, MFA replaced, support case opened with the provider.",
    ],
    [
      "CloudTrail stopped in {region}, account {account}",
      "Moved to the organisation trail, {ticket}; no event is missing.",
      "Stopped by a stolen key to hide the calls that followed. Trail is on again, key revoked.",
    ],
    [
      "New IAM policy with * on {bucket}",
      "Left over from a test and attached to nothing; deleted by its author.",
      "The policy let a foreign account read {bucket}. Removed, access logs under review in {ticket}.",
    ],
    [
      "GPU instances in {region}: crypto mining?",
      "Training run of the data team, budget approved in {ticket}.",
      "Mining on {count} instances with a leaked key. Instances stopped, key revoked.",
    ],
    [
      "Snapshot of {database} shared with account {account}",
      "{account} is our own archive account; the share ends tonight.",
      "Account {account} is not ours. Share removed; whether the snapshot was copied is being asked.",
    ],
    [
      "Kubernetes: privileged pod on {node}",
      "The new monitoring agent of the platform team; signed image.",
      "A cron job of {repository} was changed to start it. Pod removed, {node} drained, token rotated.",
    ],
    [
      "Secrets in the user data of {host}",
      "They are sample values from the template. Template cleaned.",
      "A live database password of {database}. Rotated; reads in the last {minutes} minutes were ours.",
    ],
  ],
  inconclusive: ["Access logs were off at the time, so that reads cannot be excluded. Escalated as {ticket}."],
  triggers: [
    { source: "webhook", name: "GuardDuty findings", description: "Findings of severity 5 and above" },
    { source: "cron", name: "Nightly exposure check", description: "Every night at 02:00 UTC" },
    { source: "linear", name: "Cloud security board", description: "Issues moved to Triage" },
  ],
  platforms: ["panther", "guardduty", "wiz"],
  steps: [
    "Read the policy history of the resource",
    "Checked the access logs for foreign addresses",
    "Asked the owning team in its channel",
    "Named the change that caused it",
  ],
};

export const endpoint: Playbook = {
  name: "Endpoint Analyst",
  share: 15,
  cases: [
    [
      "EDR: {process} reads LSASS on {host}",
      "Benign: the inventory agent, signed, does the same on {count} hosts since its last release.",
      "Credential dumping by {process}. {host} isolated, passwords of {user} reset, image taken.",
    ],
    [
      "Encoded PowerShell on {host} ({user})",
      "Software distribution of the IT team; the script decodes to an installer call.",
      "Decoded script loads a second stage from {ip}. Host isolated, {ip} blocked.",
    ],
    [
      "{process} from a temp folder, {host}",
      "Developer tooling: {user} builds the installer there. Exclusion proposed in {ticket}.",
      "Info-stealer from a fake browser update. {host} isolated, browser passwords of {user} reset.",
    ],
    [
      "USB copy of {count} files, {host}",
      "Photos for the trade fair, agreed with the manager.",
      "{count} customer files; {user} could not say why. Handed to HR and legal as {ticket}.",
    ],
    [
      "Ransomware note name on {host}?",
      "A training slide about ransomware, saved as text.",
      "First files were encrypted; isolation came after {minutes} minutes. Backups are whole, see {ticket}.",
    ],
    [
      "Unsigned driver loaded, {host}",
      "Driver of a label printer in {city}; hash known to its maker.",
      "A vulnerable driver used to switch off the sensor. {host} rebuilt.",
    ],
    [
      "{host} beacons to {ip} every {minutes} minutes",
      "Telemetry of the video room system; contract with its maker covers it.",
      "Beacon of a known framework. Host isolated; no lateral movement seen.",
    ],
    [
      "EDR sensor silent: {host}, {city}",
      "Device of a leaver, wiped and in stock.",
      "Sensor was removed with a local admin account. {host} isolated at the switch, account closed.",
    ],
    [
      "Persistence by scheduled task on {host}",
      "Task of the backup client, set up by IT.",
      "Task starts {process} at sign-in and calls {ip}. Removed, host rebuilt.",
    ],
  ],
  inconclusive: ["{host} has been offline since the alert. Isolation is queued; {user} was written to. See {ticket}."],
  triggers: [
    { source: "webhook", name: "CrowdStrike detections", description: "Detections of medium severity and above" },
    { source: "slack", name: "#soc", description: "Mentions of the agent in the channel of the SOC" },
    manual,
  ],
  platforms: ["crowdstrike", "sentinelone", "panther"],
  steps: [
    "Walked the process tree to its origin",
    "Compared the hash with other hosts",
    "Checked the signature of the binary",
    "Decided on isolation within the agreed time",
  ],
};
