import type { ReactNode } from "react";
import type { Part } from "../../model/row.ts";
import { DataPart } from "./data-part.tsx";
import { FilePart } from "./file-part.tsx";
import { SourcePart } from "./source-part.tsx";
import { ReasoningPart, TextPart } from "./text-part.tsx";
import { ToolPart } from "./tool-part.tsx";

type RenderPart = (props: { part: Part }) => ReactNode;

const byType: Readonly<Record<string, RenderPart>> = {
  text: TextPart,
  reasoning: ReasoningPart,
  file: FilePart,
  s3File: FilePart,
  "source-url": SourcePart,
  "source-document": SourcePart,
  "step-start": () => null,
  "dynamic-tool": ToolPart,
};

/** Types that end in a name of the vendor's or the user's. */
const byPrefix: readonly (readonly [prefix: string, RenderPart])[] = [["tool-", ToolPart]];

/** A piece of a message, by its type; a type that is not known is shown as the data it is. */
export function ShownPart({ part }: { part: Part }) {
  const type = String(part.type);
  const known = Object.hasOwn(byType, type) ? byType[type] : byPrefix.find(([prefix]) => type.startsWith(prefix))?.[1];
  const Known = known ?? DataPart;
  return <Known part={part} />;
}
