import { hostOf, toWebAddress } from "../../format/links.ts";
import type { Part } from "../../model/row.ts";
import { PlainText } from "../plain-text.tsx";
import { toText } from "./members.ts";

/** What an answer rests on. */
export function SourcePart({ part }: { part: Part }) {
  const url = toText(part, "url");
  const address = toWebAddress(url);
  const name = toText(part, "title") ?? toText(part, "filename") ?? url ?? "Unnamed source";
  return (
    <p className="part part-line" data-part={part.type}>
      <span className="part-kind">Source</span>
      {address ? (
        <a className="part-name" href={address.href} target="_blank" rel="noopener noreferrer">
          <PlainText text={name} />
        </a>
      ) : (
        <span className="part-name">
          <PlainText text={name} />
        </span>
      )}
      <span className="part-note">{address ? hostOf(address) : toText(part, "mediaType")}</span>
    </p>
  );
}
