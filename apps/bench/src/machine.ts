import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";

const fromContract = createRequire(new URL("../../contract/package.json", import.meta.url));

/** In a line: the day, what a run was made on, and with which versions of ours. */
export function describeMachine(): string {
  const [core] = cpus();
  const { version } = readPackage(new URL("../package.json", import.meta.url));
  const day = new Date().toISOString().slice(0, 10);
  const processor = `${cpus().length} × ${core?.model.trim() || "unknown processor"}`;
  return `${day}, agent-chats ${version}, Node ${process.versions.node} on ${process.platform} ${process.arch}, ${processor}`;
}

/** In a line: what is compared with ours, in the versions that the commands install. */
export function describeRivals(): string {
  const { dependencies = {} } = readPackage(new URL("../rivals-packages/package.json", import.meta.url));
  const prism = "@stoplight/prism-cli";
  const { version } = readPackage(fromContract.resolve(`${prism}/package.json`));
  const versions = Object.entries({ ...dependencies, [prism]: version });
  return versions
    .map((each) => each.join(" "))
    .sort()
    .join(", ");
}

function readPackage(path: string | URL): { version: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(path, "utf8"));
}
