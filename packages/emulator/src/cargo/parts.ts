import type { UnknownTag } from "@agent-chats/schema";
import type { components } from "@agent-chats/schema/cargo";
import { fill } from "../data/phrases.ts";
import type { Random } from "../random.ts";
import type { Subject } from "./subject.ts";
import { toolModel } from "./tools.ts";

type Part = components["schemas"]["Part"];
type Trigger = components["schemas"]["Trigger"];

/** What a user says: a text, and sometimes what it is about. */
export function createQuestionParts(
  random: Random,
  { words }: Subject,
  question: string,
  isFirst: boolean,
  trigger: Trigger | undefined,
): Part[] {
  const parts: Part[] = [{ type: "text", text: fill(question, words) }];
  if (isFirst && trigger?.type === "web_extension" && "url" in trigger && trigger.url) {
    parts.push({ type: "data-page-context", id: "page", data: { url: trigger.url, title: words.company } });
  }
  if (isFirst && random.chance(0.1)) {
    const [name, s3Filename] = ["booth-scans.csv", `uploads/${random.uuid()}.csv`];
    parts.push({ type: "s3File", name, s3Filename, contentType: "text/csv" });
  }
  if (random.chance(0.04)) {
    const [filename, url] = ["org-chart.png", `https://files.cargo.example/${random.uuid()}.png`];
    parts.push({ type: "file", mediaType: "image/png", url, filename });
  }
  return parts;
}

/** What the agent says, so far as its status lets it. */
export function createAnswerParts(random: Random, subject: Subject, answer: string, status: string): Part[] {
  if (status === "pending") return [];
  const steps = random.integer(1, 2);
  const parts = Array.from({ length: steps }, () => createStep(random, subject, status)).flat();
  if (status === "error" || status === "cancelled" || status === "cancelling") return parts;
  const text = fill(answer, subject.words);
  if (status === "generating") {
    return [...parts, { type: "text", text: text.slice(0, Math.ceil(text.length / 2)), state: "streaming" }];
  }
  return [...parts, { type: "step-start" }, { type: "text", text, state: "done" }, ...createSources(random, subject)];
}

/** One step of the agent: it may think, then calls a tool. */
function createStep(random: Random, subject: Subject, status: string): Part[] {
  const parts: Part[] = [{ type: "step-start" }];
  if (random.chance(0.5)) {
    parts.push({ type: "reasoning", text: fill(random.pick(subject.play.thoughts), subject.words), state: "done" });
  }
  if (random.chance(0.75)) parts.push(createToolCall(random, subject, status));
  if (random.chance(0.06)) parts.push(createDynamicCall(random, subject));
  return parts;
}

function createToolCall(random: Random, subject: Subject, status: string): Part {
  const slug = random.pick(subject.play.tools);
  const tool = toolModel(slug);
  const call = { type: `tool-${slug}`, toolCallId: createCallId(random), input: tool.input(subject) } as const;
  if (status === "error" || random.chance(0.04)) return { ...call, state: "output-error", errorText: tool.failure };
  if (status === "cancelled" || status === "cancelling") return { ...call, state: "input-available" };
  return { ...call, state: "output-available", output: tool.output(subject) };
}

function createDynamicCall(random: Random, { words }: Subject): Part {
  return {
    type: "dynamic-tool",
    toolName: "notion_search",
    toolCallId: createCallId(random),
    state: "output-available",
    input: { query: words.topic },
    output: { pages: random.integer(0, 12) },
  };
}

function createCallId(random: Random): string {
  return `call_${random.uuid().replaceAll("-", "").slice(0, 24)}`;
}

/** What an answer rests on, and what only some answers carry. */
function createSources(random: Random, { company, words, play }: Subject): Part[] {
  const parts: Part[] = [];
  const [url, title] = [`https://${company.domain}/careers`, `Careers at ${company.name}`];
  if (play.tools.includes("web-search") && random.chance(0.6))
    parts.push({ type: "source-url", sourceId: "1", url, title });
  if (random.chance(0.08)) {
    const document = {
      mediaType: "application/pdf",
      title: `Annual report, ${company.name}`,
      filename: "annual-report.pdf",
    };
    parts.push({ type: "source-document", sourceId: "2", ...document });
  }
  if (random.chance(0.15)) {
    const data = { account: company.name, owner: words.rep, confidence: random.pick(["low", "medium", "high"]) };
    parts.push({ type: "data-record-card", id: "card", data });
  }
  // A kind that the spec does not know: vendors add them, and a reader must live with it.
  if (random.chance(0.01)) parts.push({ type: "canvas" as UnknownTag, canvasId: random.uuid() });
  return parts;
}
