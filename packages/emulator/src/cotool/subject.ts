import { pickCompany } from "../data/companies.ts";
import { createAddress } from "../data/internet.ts";
import { createLatinPerson } from "../data/people.ts";
import type { Words } from "../data/phrases.ts";
import type { Random } from "../random.ts";

const words = (text: string) => text.split("|");

const vocabulary = {
  city: words(
    "Lagos|Oslo|São Paulo|Kraków|Singapore|Austin|Zürich|Nairobi|Toronto|Málaga|Pune|Sydney|İzmir|Lyon|Denver|Malmö",
  ),
  otherCity: words(
    "Frankfurt|Dublin|Ashburn|Hong Kong|Reykjavík|Bucharest|Ho Chi Minh City|Bogotá|Tallinn|Osaka|Tbilisi|Accra",
  ),
  team: words("finance|payroll|people|sales|legal|platform|data|support|procurement|design|the board office"),
  subject: words(
    "Your invoice is overdue|Benefits enrolment ends today|Document shared with you|Mailbox almost full|Parcel on hold|Re: contract draft|Voicemail (0:42)|Action required: payroll|Paiement en attente|Rechnung 20931|お支払いのご確認",
  ),
  idp: words("Okta|Entra ID|Google Workspace|JumpCloud|AWS IAM Identity Center"),
  region: words("eu-west-1|eu-central-1|us-east-1|us-west-2|ap-southeast-1|sa-east-1|ca-central-1"),
  process: words(
    "rundll32.exe|svchost.exe|msbuild.exe|powershell.exe|updater.exe|wscript.exe|regsvr32.exe|werfault.exe|mshta.exe",
  ),
  app: words(
    "MailBoost|CalendarPro Sync|PDF Helper|NoteTaker AI|SignFast|Zoomlytics|Inbox Zero+|ExpenseBot|TeamPulse|GridExport",
  ),
  document: words(
    "Pricing 2027|Board deck|Customer list EMEA|Salary bands|Roadmap H1|Merger Q&A|Pentest report|Churn model",
  ),
  repository: words(
    "payments-api|infra-live|mobile-app|design-tokens|ml-notebooks|billing-worker|edge-proxy|data-contracts",
  ),
  package: words("libwebp|openssl|log4j-core|xz-utils|lodash|requests|spring-web|golang.org/x/net|libvpx"),
  database: words("orders-prod|ledger|crm-replica|analytics|identity"),
  tactic: words("initial access|persistence|credential access|lateral movement|exfiltration|defence evasion|discovery"),
  rule: words(
    "AWS.Root.Activity|Okta.MFA.Bombing|GitHub.Repo.Public|GSuite.Forwarding|Net.Beaconing|EDR.LSASS.Read|S3.Public.ACL|K8s.Exec.Pod",
  ),
} as const;

const buckets = words("backups|exports|assets|invoices|logs|uploads|models|reports");
const stages = words("prod|staging|eu|archive|public|internal|tmp");

/** What an investigation is about: one value for each slot that a text may have. */
export function createSubject(random: Random): Words {
  const user = createLatinPerson(random).handle;
  const company = pickCompany(random);
  return {
    city: random.pick(vocabulary.city),
    otherCity: random.pick(vocabulary.otherCity),
    team: random.pick(vocabulary.team),
    subject: random.pick(vocabulary.subject),
    idp: random.pick(vocabulary.idp),
    region: random.pick(vocabulary.region),
    process: random.pick(vocabulary.process),
    app: random.pick(vocabulary.app),
    document: random.pick(vocabulary.document),
    repository: random.pick(vocabulary.repository),
    package: random.pick(vocabulary.package),
    database: random.pick(vocabulary.database),
    tactic: random.pick(vocabulary.tactic),
    rule: random.pick(vocabulary.rule),
    user: `${user[0]}.${user.split(".")[1]}`,
    company: company.name,
    domain: `${company.domain.split(".")[0]}-secure.example`,
    sender: `billing@${company.domain}`,
    ip: createAddress(random),
    host: `${random.pick(["lt", "ws", "srv", "fin-ws"])}-${random.integer(1000, 9999)}`,
    node: `k8s-node-${random.integer(10, 99)}`,
    bucket: `${random.pick(buckets)}-${random.pick(stages)}-${random.integer(1, 99)}`,
    account: String(random.integer(100_000_000_000, 999_999_999_999)),
    cve: `CVE-2026-${random.integer(1000, 49_999)}`,
    ticket: `SEC-${random.integer(800, 9400)}`,
    count: String(random.integer(3, 180)),
    minutes: String(random.integer(4, 95)),
  };
}
