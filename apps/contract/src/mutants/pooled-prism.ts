import type { Prism, PrismOptions } from "../prism.ts";

// Stands in for src/prism.ts while a mutant is tried: a Prism of a spec that is not changed is started once for all of
// them. It is imported nowhere; its text takes the other module's place.
const pool = process.env.CONTRACT_PRISM_POOL;

/** Borrows a Prism. */
export async function startPrism(file: string, { upstream }: PrismOptions = {}): Promise<Prism> {
  const { id, url } = (await ask("lend", { file, upstream })) as { id: number; url: string };
  return {
    url,
    takeOutput: async () => (await ask("output", { id })) as string[],
    stop: async () => {},
  };
}

async function ask(what: string, body: object): Promise<unknown> {
  const response = await fetch(`${pool}/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
