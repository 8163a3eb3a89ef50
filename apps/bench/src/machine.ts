import { readFileSync } from "node:fs";
import { cpus } from "node:os";

/** In a line: the day, what a run was made on, and with which versions of ours. */
export function describeMachine(): string {
  const [core] = cpus();
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const day = new Date().toISOString().slice(0, 10);
  const processor = `${cpus().length} × ${core?.model.trim() || "unknown processor"}`;
  return `${day}, agent-chats ${version}, Node ${process.versions.node} on ${process.platform} ${process.arch}, ${processor}`;
}
