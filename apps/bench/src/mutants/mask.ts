/** What a mutant cannot be in: comments, imports and types, and what is inside of strings, templates and patterns. */
const hidden = [
  /\/\*[\s\S]*?\*\//y,
  /\/\/.*/y,
  /^import [\s\S]*?;$/my,
  /^(?:export )?interface [\s\S]*?^\}$/my,
  /^(?:export )?type [\s\S]*?;$/my,
  /"(?:[^"\\\n]|\\.)*"/y,
  /(?<=[(,=:[!&|?{};] ?)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
];

/** The text of a module with spaces in place of all that is not code. Every character keeps its place. */
export function mask(text: string): string {
  let masked = "";
  while (masked.length < text.length) {
    const place = masked.length;
    const length = text[place] === "`" ? templateLength(text, place) : hiddenLength(text, place);
    masked += length > 0 ? blank(text.slice(place, place + length)) : text[place];
  }
  return masked;
}

function hiddenLength(text: string, place: number): number {
  for (const pattern of hidden) {
    pattern.lastIndex = place;
    const length = pattern.exec(text)?.[0].length;
    if (length) return length;
  }
  return 0;
}

/** What is between the quotes goes, so that a string still stands as one. */
function blank(text: string): string {
  const spaces = text.replaceAll(/[^\n]/g, " ");
  return /^["`]/.test(text) ? `"${spaces.slice(1, -1)}"` : spaces;
}

/** Up to the end of a template, with what is written in its holes. */
function templateLength(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === "\\") place++;
    else if (text[place] === "`") return place + 1 - start;
    else if (text.startsWith("${", place)) place = endOfBrackets(text, place + 1) - 1;
  }
  return text.length - start;
}

/** The place behind the bracket that closes the one at a place. */
export function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let place = start; place < text.length; place++) {
    const character = text[place] as string;
    if (place > start && character === "`") place += templateLength(text, place) - 1;
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && --depth === 0) return place + 1;
  }
  return text.length;
}
