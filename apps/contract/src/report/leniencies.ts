import { readFileSync } from "node:fs";

const readme = new URL("../../../../packages/emulator/README.md", import.meta.url);

/** Where the emulator is more lenient than a vendor may be, by its own documentation. */
export function readLeniencies(): string[] {
  const [, section = ""] = readFileSync(readme, "utf8").split("## Where it is more lenient than a vendor may be\n");
  const [list = ""] = section.split("\n## ");
  return list
    .split("\n- ")
    .slice(1)
    .map((item) => item.replace(/\s+/g, " ").trim());
}
