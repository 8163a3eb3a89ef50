import type { Target } from "./target.ts";

/** Another walker: gives the identifiers that it delivers. None of them says whether that was all. */
export interface Rival {
  readonly name: string;
  /** What it does, in a few words. */
  readonly does: string;
  /** Which vendors it can walk; without it, all. */
  readonly style?: Target["style"];
  walk(target: Target, size: number): AsyncGenerator<string, void>;
}

/** Lets an identifier through once. */
function createSieve(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => !seen.has(id) && seen.add(id).size > 0;
}

const naive: Rival = {
  name: "loop until empty",
  does: "advances by the page size, ends on an empty page, drops identifiers that came before",
  async *walk({ read }, size) {
    const isFresh = createSieve();
    for (let start = 0; ; start += size) {
      const { ids } = await read(start, size);
      if (ids.length === 0) return;
      yield* ids.filter(isFresh);
    }
  },
};

const untilShort: Rival = {
  name: "loop until short",
  does: "advances by the page size, ends on a page that is not full",
  async *walk({ read }, size) {
    for (let start = 0; ; start += size) {
      const { ids } = await read(start, size);
      yield* ids;
      if (ids.length < size) return;
    }
  },
};

/** As one writes it who has met a server that clamps the size. */
const byArrival: Rival = {
  name: "loop by arrival",
  does: "advances by what arrived, ends on an empty page, drops identifiers that came before",
  style: "offset",
  async *walk({ read }, size) {
    const isFresh = createSieve();
    for (let start = 0; ; ) {
      const { ids } = await read(start, size);
      if (ids.length === 0) return;
      yield* ids.filter(isFresh);
      start += ids.length;
    }
  },
};

/**
 * SDKs that Stainless generates (OpenAI, Anthropic, Cloudflare). That the base class ends on every empty page is said in
 * https://github.com/openai/openai-node/pull/2561, that an offset advances by the items of the page in
 * https://github.com/kernel/kernel-node-sdk/pull/127.
 */
const stainless: Rival = {
  name: "Stainless",
  does: "the auto-pager of generated SDKs: advances by what arrived or by one page, ends on an empty page",
  async *walk({ style, read }, size) {
    for (let start = 0; ; ) {
      const { ids } = await read(start, size);
      if (ids.length === 0) return;
      yield* ids;
      start += style === "page" ? size : ids.length;
    }
  },
};

/**
 * It follows `rel="next"`; where there is no such link but a total, it goes on while `page * per_page < total`
 * (https://github.com/octokit/plugin-paginate-rest.js/pull/678). None of our vendors sends links, so without a total it
 * goes on here while pages are full, as a server would have it that makes such links.
 */
const octokit: Rival = {
  name: "octokit",
  does: "paginate: page after page, up to the total where there is one, else to a page that is not full",
  async *walk({ read }, size) {
    for (let page = 1; ; page += 1) {
      const { ids, total } = await read((page - 1) * size, size);
      yield* ids;
      if (total === undefined ? ids.length < size : page * size >= total) return;
    }
  },
};

/**
 * `total_path` and `stop_after_empty_page` of
 * https://dlthub.com/docs/api_reference/dlt/sources/helpers/rest_client/paginators. Its PageNumberPaginator, for Invent,
 * knows totals that stand in the body and count pages, so there it goes on to an empty page.
 */
const dlt: Rival = {
  name: "dlt",
  does: "OffsetPaginator: advances by the limit, ends on an empty page or at a total of the body",
  async *walk({ style, read }, size) {
    for (let start = 0; ; ) {
      const { ids, total } = await read(start, size);
      if (ids.length === 0) return;
      yield* ids;
      start += size;
      if (style === "offset" && total !== undefined && start >= total) return;
    }
  },
};

/** The walkers that ours is compared with. */
export const rivals: readonly Rival[] = [naive, untilShort, byArrival, stainless, octokit, dlt];
