import { type Declaration, findDeclarations } from "./declarations.ts";
import { type EntryPoint, entryPoints } from "./entry-points.ts";

/** Where the pages are, from the root of the repository. */
export const referenceFolder = "docs/reference";

const note =
  "<!-- Made from the doc comments by `pnpm --filter @agent-chats/documentation reference`. Do not edit. -->";

const kinds: readonly (readonly [Declaration["kind"], string])[] = [
  ["function", "Functions"],
  ["class", "Classes"],
  ["value", "Values"],
  ["type", "Types"],
];

/** The pages of the reference, by the names of their files. */
export function toReference(): Map<string, string> {
  const declarations = [...findDeclarations(entryPoints)];
  const pages = declarations.map(([entryPoint, found]): [string, string] => [
    entryPoint.page,
    toPage(entryPoint, found),
  ]);
  return new Map([["README.md", toIndex(declarations)], ...pages]);
}

function toIndex(declarations: readonly (readonly [EntryPoint, readonly Declaration[]])[]): string {
  const rows = declarations.map(([{ name, page }, found]) => `| [\`${name}\`](${page}) | ${toNames(found, page)} |`);
  const words =
    "Everything that the client and the emulator export, as it is declared, with its doc comments. What `@agent-chats/schema` exports is generated: [its page](../../packages/schema/README.md) lists it.";
  return [note, "", "# Reference", "", words, "", "| import from | exports |", "| --- | --- |", ...rows, ""].join("\n");
}

function toNames(found: readonly Declaration[], page: string): string {
  return found.map(({ name }) => `[${name}](${page}#${name.toLowerCase()})`).join(", ");
}

function toPage({ name, is }: EntryPoint, found: readonly Declaration[]): string {
  const sections = kinds.flatMap(([kind, title]) => {
    const those = found.filter((declaration) => declaration.kind === kind);
    return those.length === 0 ? [] : [`## ${title}`, ...those.map(toSection)];
  });
  return `${[note, `# ${name}`, is, ...sections].join("\n\n")}\n`;
}

/** Lines of a value's type from which on it says less than its source. */
const tooLong = 30;

function toSection({ name, kind, comment, code, source }: Declaration): string {
  const words = comment
    .replace(/^@throws \{(\w+)\} /gm, "Throws `$1` ")
    .replace(/^@param (\w+) /gm, "`$1`: ")
    .replace(/\{@link (\w+)\}/g, "`$1`");
  const isShown = kind !== "value" || code.split("\n").length < tooLong;
  // `typescript`, where examples say `ts`: declarations are no programs.
  const shown = isShown ? `\`\`\`typescript\n${code}\n\`\`\`` : `A constant: [${source}](../../${source}).`;
  return [`### ${name}`, ...(words ? [words] : []), shown].join("\n\n");
}
