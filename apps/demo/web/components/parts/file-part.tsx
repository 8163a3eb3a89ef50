import type { Part } from "../../model/row.ts";
import { PlainText } from "../plain-text.tsx";
import { toText } from "./members.ts";

/** A file, by its name; it is not fetched. */
export function FilePart({ part }: { part: Part }) {
  const name = toText(part, "filename") ?? toText(part, "name") ?? "Unnamed file";
  return (
    <p className="part part-line" data-part={part.type}>
      <span className="part-kind">File</span>
      <span className="part-name">
        <PlainText text={name} />
      </span>
      <span className="part-note">{toText(part, "mediaType") ?? toText(part, "contentType")}</span>
    </p>
  );
}
