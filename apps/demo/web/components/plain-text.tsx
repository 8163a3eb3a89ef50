import { type ReactNode, useState } from "react";

/** Characters that show nothing themselves but change how others are shown, or hide among them. */
const names: Readonly<Record<string, string>> = {
  "\u200b": "ZWSP",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2060": "WJ",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
  "\ufeff": "BOM",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/**
 * A text of somebody else's, isolated, so that its direction does not reach what stands beside it. What would act without
 * being seen is shown as its name instead, and does not act.
 */
export function PlainText({ text }: { text: string }) {
  return <bdi>{invisible.test(text) ? markInvisible(text) : text}</bdi>;
}

/** The same, as it is laid out. */
export function Pre({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <pre tabIndex={0}>
      <PlainText text={text} />
    </pre>
  );
}

function markInvisible(text: string): ReactNode[] {
  return text.split(new RegExp(`(${invisible.source})`)).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={index} className="control-mark" title="A control character, which is shown and does not act">
        {names[piece] ?? `U+${(piece.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`}
      </span>
    ),
  );
}

/** Characters of a text that are shown before one asks for all. */
const mostCharacters = 20_000;

/** A long text: its beginning, and the rest on demand. `render` shows what is cut to length. */
export function LongText({ text, render }: { text: string; render: (shown: string) => ReactNode }) {
  const [isFull, setFull] = useState(false);
  if (isFull || text.length <= mostCharacters) return render(text);
  return (
    <>
      {render(cut(text))}
      <p className="cut-note">
        <span>{mostCharacters.toLocaleString("en")} characters shown</span>
        <button type="button" className="button" onClick={() => setFull(true)}>
          Show all {text.length.toLocaleString("en")}
        </button>
      </p>
    </>
  );
}

/** Not between the two halves of one character. */
function cut(text: string): string {
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(mostCharacters - 1));
  return text.slice(0, isHalf ? mostCharacters - 1 : mostCharacters);
}
