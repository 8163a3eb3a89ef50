import type { components } from "@agent-chats/schema/cargo";
import type { Subject } from "./subject.ts";

type Tool = components["schemas"]["Tool"];

/** A tool, and what calls of it look like. */
export interface ToolModel {
  readonly name: string;
  readonly description: string;
  readonly kind: string;
  readonly isBulkAllowed: boolean;
  input(subject: Subject): object;
  output(subject: Subject): unknown;
  readonly failure: string;
}

/** The tools of the workspace by slug. */
const toolModels: Readonly<Record<string, ToolModel>> = {
  "web-search": {
    name: "Web search",
    description: "Searches the public web",
    kind: "native",
    isBulkAllowed: false,
    input: ({ company, words }) => ({ query: `${company.name} ${words.topic}`, limit: 5 }),
    output: ({ company, words }) => ({
      results: [
        {
          title: `${company.name} names ${words.topic} a priority`,
          url: `https://news.${company.domain}/2026/priorities`,
        },
        { title: `Careers at ${company.name}`, url: `https://${company.domain}/careers` },
      ],
    }),
    failure: "The search engine answered with status 503",
  },
  "company-lookup": {
    name: "Company lookup",
    description: "Firmographic data by domain",
    kind: "tool",
    isBulkAllowed: true,
    input: ({ company }) => ({ domain: company.domain }),
    output: ({ company, words }) => ({
      name: company.name,
      industry: company.industry,
      employees: Number(words.count),
    }),
    failure: "No firm is known for this domain",
  },
  "linkedin-profile": {
    name: "Profile lookup",
    description: "Public profile of a person",
    kind: "connector",
    isBulkAllowed: true,
    input: ({ words }) => ({ fullName: words.person, company: words.company }),
    output: ({ words }) => ({
      fullName: words.person,
      headline: `${words.role} at ${words.company}`,
      confidence: 0.93,
    }),
    failure: "The provider's quota for today is used up",
  },
  "waterfall-enrich": {
    name: "Waterfall enrichment",
    description: "Asks one provider after another until one has an answer",
    kind: "tool",
    isBulkAllowed: true,
    input: ({ words }) => ({ records: [{ fullName: words.person, domain: words.domain }], fields: ["title", "email"] }),
    output: ({ words }) => ({ matched: 1, records: [{ fullName: words.person, title: words.role, email: null }] }),
    failure: "All three providers timed out",
  },
  "verify-email": {
    name: "Email verification",
    description: "Checks whether an address takes mail",
    kind: "native",
    isBulkAllowed: true,
    input: ({ words }) => ({ email: `${words.handle}@${words.domain}` }),
    output: () => ({ deliverable: true, catchAll: false }),
    failure: "The mail server greylisted the check",
  },
  "crm-search": {
    name: "Search the CRM",
    description: "Finds accounts, contacts and deals",
    kind: "connector",
    isBulkAllowed: false,
    input: ({ words }) => ({ object: "account", query: words.company }),
    output: ({ words }) => ({ total: 1, records: [{ name: words.company, domain: words.domain, owner: words.rep }] }),
    failure: "The CRM refused the connection: its token has expired",
  },
  "crm-update-record": {
    name: "Update a CRM record",
    description: "Writes fields of one record",
    kind: "connector",
    isBulkAllowed: true,
    input: ({ words }) => ({ object: "contact", match: words.person, fields: { jobtitle: words.role } }),
    output: () => ({ updated: 1 }),
    failure: "The field jobtitle is read-only for this user",
  },
  "crm-merge": {
    name: "Merge CRM records",
    description: "Merges two records of the same kind",
    kind: "connector",
    isBulkAllowed: false,
    input: ({ words }) => ({ object: "account", keep: words.domain, drop: `${words.company} (old)` }),
    output: () => ({ merged: true, activitiesMoved: 14 }),
    failure: "The second record is locked by an approval process",
  },
  "warehouse-query": {
    name: "Query the warehouse",
    description: "Read-only SQL",
    kind: "connector",
    isBulkAllowed: false,
    input: ({ words }) => ({
      sql: `select stage, count(*) from deals where region = '${words.region}' group by stage`,
    }),
    output: () => ({
      rows: [
        { stage: "Discovery", count: 41 },
        { stage: "Proposal", count: 12 },
      ],
    }),
    failure: "Query cancelled after 60 seconds",
  },
};

/** What an agent says of a tool that stands in no model: its name, made from the slug. */
const generic = (slug: string): ToolModel => ({
  name: slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase()),
  description: "",
  kind: "tool",
  isBulkAllowed: false,
  input: ({ words }) => ({ target: words.company }),
  output: () => ({ ok: true }),
  failure: "The tool did not answer within 30 seconds",
});

export function toolModel(slug: string): ToolModel {
  return toolModels[slug] ?? generic(slug);
}

/** The tool as a message lists it. */
export function toTool(slug: string): Tool {
  const { name, description, kind, isBulkAllowed } = toolModel(slug);
  const isTemplate = kind === "native";
  return {
    name,
    slug,
    description: description || null,
    isBulkAllowed,
    config: kind === "connector" ? { mode: "read-write" } : {},
    kind,
    toolUuid: null,
    templateSlug: isTemplate ? slug : null,
  };
}
