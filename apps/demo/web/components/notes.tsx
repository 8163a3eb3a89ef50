import { toLine } from "../format/words.ts";
import type { Note } from "../model/row.ts";

/** The longer texts of a chat. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  return notes.map(({ label, text, tone }) => (
    <section key={label} className="note" data-tone={tone}>
      <h3>{label}</h3>
      {Array.isArray(text) ? (
        <ul>
          {text.map((line, index) => (
            <li key={index}>{toLine(line)}</li>
          ))}
        </ul>
      ) : (
        <p className="prose" dir="auto">
          {toLine(text)}
        </p>
      )}
    </section>
  ));
}
