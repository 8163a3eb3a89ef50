import { fileURLToPath } from "node:url";

/** Loads a tool as a module of this folder would: nobody else can see it. */
export function load<Module>(name: string): Promise<Module> {
  return import(name) as Promise<Module>;
}

/** A file of a tool, such as `yarn/bin/yarn.js`. */
export function toolFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
}
