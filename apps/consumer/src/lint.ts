import { vendorIds } from "@agent-chats/schema";
import { load } from "../tools/load.ts";
import { findFaults } from "./contents.ts";
import type { Packed } from "./pack.ts";
import type { Step } from "./step.ts";

/** What of publint is used. */
interface Publint {
  publint(options: object): Promise<{ messages: object[]; pkg: object }>;
}
interface PublintWords {
  formatMessage(message: object, pkg: object): string;
}

/** What of "Are the types wrong?" is used. */
interface Attw {
  createPackageFromTarballData(data: Uint8Array): object;
  checkPackage(
    archive: object,
    options: object,
  ): Promise<{ types: unknown; entrypoints: object; problems?: Problem[] }>;
}
interface Problem {
  readonly kind: string;
  readonly entrypoint?: string;
  readonly resolutionKind?: string;
}

/** What a package of ES modules alone cannot be: resolved without `exports`, or required by a compiler as CommonJS. */
const esModulesOnly = new Set(["node10", "node16-cjs"]);

/** The steps that look at a package as it lies there. */
export function lintSteps(packages: readonly Packed[]): Step[] {
  return packages.flatMap((packed) => {
    const { name } = packed.manifest;
    return [
      {
        name: `${name}, files`,
        run: async () => refuse(findFaults(packed), `${packed.files.length}, ${toKilobytes(packed)}`),
      },
      { name: `${name}, publint`, run: () => lintWithPublint(packed) },
      { name: `${name}, attw`, run: () => lintWithAttw(packed) },
    ];
  });
}

async function lintWithPublint({ tarball }: Packed): Promise<string> {
  const { publint } = await load<Publint>("publint");
  const { formatMessage } = await load<PublintWords>("publint/utils");
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return refuse(
    messages.map((message) => formatMessage(message, pkg)),
    "nothing to say",
  );
}

async function lintWithAttw({ tarball, manifest }: Packed): Promise<string> {
  const { checkPackage, createPackageFromTarballData } = await load<Attw>("@arethetypeswrong/core");
  const entrypoints = entryPoints(manifest.exports);
  const { problems = [], types } = await checkPackage(createPackageFromTarballData(tarball), { entrypoints });
  if (types === false) throw new Error("It has no types.");
  const wrong = problems.filter(({ resolutionKind = "" }) => !esModulesOnly.has(resolutionKind));
  return refuse(
    wrong.map((problem) => JSON.stringify(problem)),
    `${entrypoints.length} entry points`,
  );
}

/** The entry points of `exports`, a pattern for each vendor; attw does not fill in patterns itself. */
export function entryPoints(exports: object): string[] {
  return Object.keys(exports).flatMap((path) =>
    path.includes("*") ? vendorIds.map((id) => path.replace("*", id)) : [path],
  );
}

function refuse(faults: readonly string[], detail: string): string {
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return detail;
}

function toKilobytes({ tarball }: Packed): string {
  return `${(tarball.byteLength / 1000).toFixed(0)} kB packed`;
}
