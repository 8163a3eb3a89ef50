import { toNumber } from "../format/words.ts";
import type { Tone } from "../model/row.ts";
import { toBytes } from "./bytes.ts";
import type { Manifest } from "./manifest.ts";

const words: readonly {
  readonly is: Manifest["complete"];
  readonly label: string;
  readonly tone: Tone;
  readonly why: string;
}[] = [
  { is: true, label: "Complete", tone: "good", why: "Every walk says that it gave everything." },
  {
    is: "unknown",
    label: "Unknown",
    tone: "warning",
    why: "A list can have hidden a row that moved. The manifest says which.",
  },
  { is: false, label: "Not complete", tone: "bad", why: "A list was not read to its end. The manifest says which." },
];

interface ExportResultProps {
  readonly manifest: Manifest;
  /** Saves the manifest once more. */
  onSave(): void;
}

/** What was exported, and how sure it is that nothing is missing. */
export function ExportResult({ manifest, onSave }: ExportResultProps) {
  const { rows, bytes, sha256, complete, file, leftOut } = manifest;
  const word = words.find(({ is }) => is === complete);
  return (
    <section className="export-result" aria-label="Result">
      <p className="export-sum" role="status">
        <strong>
          {toNumber(rows)} {rows === 1 ? "chat" : "chats"}
        </strong>
        , {toBytes(bytes)}
        <span className="badge" data-tone={word?.tone}>
          {word?.label}
        </span>
      </p>
      <p className="export-why">
        {word?.why}
        {leftOut.length > 0 && ` Not asked, because they cannot answer these filters: ${leftOut.join(", ")}.`}
      </p>
      <dl>
        <div>
          <dt>File</dt>
          <dd>{file}</dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </div>
        <div>
          <dt>Manifest</dt>
          <dd>
            <button type="button" className="link-button" onClick={onSave}>
              Save again
            </button>
          </dd>
        </div>
      </dl>
    </section>
  );
}
