import { type Random, weighted } from "../random.ts";
import { type Culture, cultures } from "./names.ts";

/** Somebody. */
export interface Person {
  /** Full name, in the person's own script. */
  readonly name: string;
  /** Lower-case ASCII for accounts: `lucia.ibanez`. */
  readonly handle: string;
  readonly country: string;
  readonly language: string;
}

/** Names in Latin script are more frequent: most of the customers of the vendors write in it. */
const pickCulture = weighted(
  ...cultures.map((culture): [Culture, number] => [culture, isLatin(culture.given[0] ?? "") ? 3 : 1]),
);

/** Makes somebody up. */
export function createPerson(random: Random): Person {
  const culture = pickCulture(random);
  const { country, language, separator = " " } = culture;
  const [given, family] = [random.pick(culture.given), random.pick(culture.family)];
  const name = culture.familyFirst ? family + separator + given : given + separator + family;
  const handle = isLatin(given) ? `${toAscii(given)}.${toAscii(family)}` : `user.${random.integer(1000, 9999)}`;
  return { name, handle, country, language };
}

/** Somebody whose name is written in Latin script, for places that show nothing but an account name. */
export function createLatinPerson(random: Random): Person {
  for (;;) {
    const person = createPerson(random);
    if (isLatin(person.name)) return person;
  }
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{P}\s]/u.test(text);
}

/** Letters that do not fall apart into a base letter and a mark. */
const transliterated: Readonly<Record<string, string>> = { ß: "ss", ł: "l", ı: "i", đ: "d", ø: "o" };

const asciiNames = new Map<string, string>();

/** A name in lower-case ASCII letters. There are some hundred names, so that each is worked out once. */
function toAscii(name: string): string {
  const known = asciiNames.get(name);
  if (known !== undefined) return known;
  const letters = name.toLowerCase().normalize("NFD");
  const ascii = letters.replace(/[ßłıđø]/g, (letter) => transliterated[letter] ?? "").replace(/[^a-z]/g, "");
  asciiNames.set(name, ascii);
  return ascii;
}
