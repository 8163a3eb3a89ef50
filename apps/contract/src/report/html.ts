const brand = Symbol("markup");

/** Text that is markup already. Only `html` and `trusted` make it; nothing that was read from JSON can be one. */
export interface Markup {
  readonly [brand]: string;
}

/** What can stand in a template. Everything but markup is escaped; `undefined` and `false` leave nothing. */
export type Child = Markup | string | number | undefined | false | readonly Child[];

/** A template of HTML. What is filled in cannot end the text or the quoted attribute in which it stands. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return trusted(strings.map((text, index) => text + toText(children[index])).join(""));
}

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): Markup {
  const parts = text.split("`");
  // A backtick without its partner is one.
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** Marks our own text as markup, such as a style sheet. Never for anything that came from elsewhere. */
export function trusted(text: string): Markup {
  return { [brand]: text };
}

/** The HTML of what can stand in a template. */
export function toText(child: Child): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "object") return brand in child ? child[brand] : child.map(toText).join("");
  return escapeText(String(child));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Characters that nobody sees, or that turn round what stands beside them: a page that shows evidence shows them as what
 * they are. Lone halves of a pair are no text at all.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

function escapeText(text: string): string {
  return text
    .replace(hidden, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? "");
}
