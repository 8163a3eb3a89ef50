import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../program/", import.meta.url));

/** The programs of a stranger, and what each prints. */
export const programs = {
  /** Uses every entry point of the three packages. */
  everyEntryPoint: {
    file: "every-entry-point",
    prints: [
      "cargo: 40 chats, complete: true",
      "invent: 40 chats in pages",
      "cotool: exact",
      "unified: 80 chats",
      "refused: http",
      "drift: true, 1 operation",
      "schema: cargo, cotool, invent",
    ],
  },
  /** Uses the client, and names no other package. */
  clientAlone: { file: "client-alone", prints: ["0 chats"] },
} as const;

/** One of the programs. */
export type Program = (typeof programs)[keyof typeof programs];

/** The packages that a project names, all at the version that was packed. */
export const allPackages = ["@agent-chats/client", "@agent-chats/schema", "@agent-chats/emulator"];

/** Makes a project that has a program and names packages. Nothing is installed yet. */
export async function createProject(folder: string, { file }: Program, packages: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(program, `${file}.ts`), join(folder, `${file}.ts`));
  const manifest = {
    name: "a-consumer",
    private: true,
    type: "module",
    dependencies: Object.fromEntries(packages.map((name) => [name, "*"])),
    devDependencies: { "@types/node": "20.19.43" },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
}

/** Throws where a program has not printed what it should. */
export function checkOutput({ prints }: Program, output: string): string {
  if (output.trim() !== prints.join("\n")) throw new Error(`It printed\n${output}and not\n${prints.join("\n")}`);
  return `${prints.length} ${prints.length === 1 ? "line" : "lines"}, as expected`;
}
