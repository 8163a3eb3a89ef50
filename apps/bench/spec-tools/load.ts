/** Loads a tool as a module of this folder would: nobody else can see it. */
export function load(name: string): Promise<unknown> {
  return import(name);
}
