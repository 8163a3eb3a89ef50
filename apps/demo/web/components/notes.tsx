import { toLine } from "../format/words.ts";
import type { Note } from "../model/row.ts";
import { LongText, PlainText } from "./plain-text.tsx";

/** The longer texts of a chat. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  return notes.map(({ label, text, tone }) => (
    <section key={label} className="note" data-tone={tone}>
      <h3>{label}</h3>
      {Array.isArray(text) ? (
        <ul>
          {text.map((line, index) => (
            <li key={index}>
              <PlainText text={toLine(line)} />
            </li>
          ))}
        </ul>
      ) : (
        <LongText
          text={toLine(text)}
          render={(shown) => (
            <p className="prose" dir="auto">
              <PlainText text={shown} />
            </p>
          )}
        />
      )}
    </section>
  ));
}
