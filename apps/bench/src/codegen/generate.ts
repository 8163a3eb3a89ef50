import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../../packages/schema/scripts/codegen.ts", import.meta.url));

/** Where the code goes that is generated from the specs in a folder. */
export function generatedIn(folder: string): string {
  return join(folder, "out");
}

/** The command that is `pnpm codegen` for the specs in a folder: a program and its arguments. */
export function ourCodegen(folder: string): [string, string[]] {
  const paths = ["--spec", folder, "--out", generatedIn(folder)];
  return [process.execPath, ["--conditions=@agent-chats/source", script, ...paths]];
}
