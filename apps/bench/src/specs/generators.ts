import type { Spec } from "./spec.ts";

/** A tool that makes TypeScript of a document. */
export interface Generator {
  /** Its package. */
  readonly name: string;
  /** What it makes. */
  readonly as: string;
  /** Its configuration, where it wants a file: name and text, in the folder where it writes. */
  readonly configuration?: (spec: Spec) => readonly [file: string, text: string];
  /** Its command, in the folder where it writes: that is where the configuration is. */
  readonly command: (spec: Spec) => readonly [program: string, ...args: string[]];
  /** Module that has the types of the schemas, in that folder. */
  readonly module: string;
  /** How the type of a schema is written; its name where left out. */
  readonly isZod?: boolean;
}

/** Generators as their documentation shows them, each with what it calls its usual client. */
export const generators: readonly Generator[] = [
  {
    name: "@hey-api/openapi-ts",
    as: "types and a client on fetch",
    command: ({ path }) => ["openapi-ts", "--input", path, "--output", "."],
    module: "index.ts",
  },
  {
    name: "orval",
    as: "types and a client on fetch",
    // It reads no file beside the document that is not named to it.
    configuration: ({ path, otherFiles }) => {
      const input = { target: path, parserOptions: { externalRefs: { allow: otherFiles } } };
      const configuration = { api: { input, output: { target: "./api.ts", client: "fetch" } } };
      return ["orval.config.mjs", `export default ${JSON.stringify(configuration)};\n`];
    },
    command: () => ["orval", "--config", "orval.config.mjs"],
    module: "api.ts",
  },
  {
    name: "@kubb/cli",
    as: "types and a client on fetch, by `plugin-ts` and `plugin-client`",
    configuration: ({ path }) => ["kubb.config.mjs", kubbConfiguration(path)],
    command: () => ["kubb", "generate", "--config", "kubb.config.mjs"],
    module: "api/types/index.ts",
  },
  {
    name: "oazapfts",
    as: "types and functions",
    command: ({ path }) => ["oazapfts", path, "api.ts"],
    module: "api.ts",
  },
  {
    name: "swagger-typescript-api",
    as: "types and a class",
    command: ({ path }) => ["swagger-typescript-api", "generate", "--path", path, "--output", ".", "--name", "api.ts"],
    module: "api.ts",
  },
  {
    name: "openapi-zod-client",
    as: "Zod schemas and a Zodios client",
    command: ({ path }) => ["openapi-zod-client", path, "--output", "api.ts"],
    module: "api.ts",
    isZod: true,
  },
];

function kubbConfiguration(path: string): string {
  return `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default defineConfig({
  root: ".",
  input: { path: ${JSON.stringify(path)} },
  output: { path: "./api", format: false },
  plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: "fetch" })],
});
`;
}
