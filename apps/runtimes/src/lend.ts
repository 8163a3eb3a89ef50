import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/** What has no `node:` module says so when one is used, not when it is imported. */
const borrowed = (name: string) => `
const missing = (_, member) => {
  if (member === "__esModule") return undefined;
  return () => { throw new Error("This runtime has no ${name}: " + String(member) + " was used."); };
};
module.exports = globalThis.process?.getBuiltinModule?.("${name}") ?? new Proxy({}, { get: missing });
`;

/** A task of its own, as in Node: after all promises that are settled. */
const setImmediateSource = `
const createSetImmediate = () => {
  const { port1, port2 } = new MessageChannel();
  const calls = [];
  port1.onmessage = () => calls.shift()();
  return (call) => {
    calls.push(call);
    port2.postMessage(undefined);
  };
};
export const setImmediate = globalThis.setImmediate ?? createSetImmediate();
`;

/**
 * Lends tests, and tests alone, what the client may not use: modules of Node where the runtime has them, `setImmediate`
 * everywhere, and their own address. A client that imported a module of Node would leave an import in the bundle, on
 * which a browser fails.
 */
export function lendToTests(isTest: (path: string) => boolean): Plugin {
  return {
    name: "lend-to-tests",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "lent:set-immediate") return `\0${id}`;
      if (!id.startsWith("node:")) return;
      return importer !== undefined && isTest(importer) ? `\0lent:${id}.cjs` : { id, external: true };
    },
    load(id) {
      if (id === "\0lent:set-immediate") return setImmediateSource;
      const [, name] = /^\0lent:(node:.*)\.cjs$/.exec(id) ?? [];
      return name && borrowed(name);
    },
    transform(code, id) {
      if (!isTest(id)) return;
      const located = code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href));
      return /\bsetImmediate\(/.test(code) ? `import { setImmediate } from "lent:set-immediate";${located}` : located;
    },
  };
}
