import { plantedHeaders, plantedText, type Rival, type Situation } from "./rival.ts";

type Load = (name: string) => Promise<unknown>;
// biome-ignore lint/suspicious/noExplicitAny: rivals are installed when the bench runs, and their types are not there before
type Untyped = any;

const two = [{ id: "1" }, { id: "2" }];

/** What an auto-pager gives. */
async function collect(pager: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of pager) items.push(item);
  return items;
}

/** SDKs of one vendor each, with pagination, retries and errors of their own, pointed at our server. */
export const sdkRivals: readonly ((load: Load) => Promise<Rival>)[] = [
  async (load) => {
    const { default: OpenAI, OpenAIError } = (await load("openai")) as Untyped;
    const clientOf = ({ baseUrl, timeoutMs, token }: Situation) =>
      new OpenAI({
        apiKey: async () => token(),
        baseURL: baseUrl,
        timeout: timeoutMs,
        defaultHeaders: plantedHeaders,
      });
    return {
      name: "openai (Stainless)",
      does: "`for await (… of client.fineTuning.jobs.list())`, its retries as they are by default",
      takesFunction: true,
      valid: { list: { object: "list", data: two, has_more: false }, create: { id: "1" } },
      list: (situation) =>
        collect(clientOf(situation).fineTuning.jobs.list({ after: plantedText }, { signal: situation.signal })),
      create: (situation) =>
        clientOf(situation).fineTuning.jobs.create(
          { model: "gpt", training_file: plantedText },
          { signal: situation.signal },
        ),
      isOwnError: (error) => error instanceof OpenAIError,
    };
  },
  async (load) => {
    const { Octokit } = (await load("@octokit/core")) as Untyped;
    const { paginateRest } = (await load("@octokit/plugin-paginate-rest")) as Untyped;
    const { retry } = (await load("@octokit/plugin-retry")) as Untyped;
    const WithPlugins = Octokit.plugin(paginateRest, retry);
    const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const clientOf = async ({ baseUrl, token }: Situation) =>
      new WithPlugins({
        auth: await token(),
        baseUrl,
        log: silent,
        // It waits for 1, 4 and 9 s; a tenth of that is enough here.
        retry: { retryAfterBaseValue: 100 },
      });
    return {
      name: "octokit",
      does: "`octokit.paginate(…)` with plugin-retry, its waits cut to a tenth; it has no timeout",
      valid: { list: two, create: { id: "1" } },
      list: async (situation) =>
        (await clientOf(situation)).paginate("GET /orgs/{org}/repos", {
          org: "acme",
          type: plantedText,
          headers: plantedHeaders,
          request: { signal: situation.signal },
        }),
      create: async (situation) => {
        const options = {
          org: "acme",
          name: plantedText,
          headers: plantedHeaders,
          request: { signal: situation.signal },
        };
        return (await (await clientOf(situation)).request("POST /orgs/{org}/repos", options)).data;
      },
      isOwnError: (error) => error instanceof Error && error.name === "HttpError",
    };
  },
  async (load) => {
    const { default: Stripe } = (await load("stripe")) as Untyped;
    const clientOf = async ({ baseUrl, timeoutMs, token }: Situation) => {
      const { hostname, port } = new URL(baseUrl);
      return new Stripe(await token(), {
        host: hostname,
        port,
        protocol: "http",
        timeout: timeoutMs,
        telemetry: false,
      });
    };
    return {
      name: "stripe",
      does: "`for await (… of stripe.customers.list())`, its retries as they are by default; it takes no signal",
      ownPort: true,
      ignoresSignal: true,
      valid: { list: { object: "list", url: "/v1/customers", has_more: false, data: two }, create: { id: "1" } },
      list: async (situation) => collect((await clientOf(situation)).customers.list({ email: plantedText })),
      create: async (situation) => (await clientOf(situation)).customers.create({ name: plantedText }),
      isOwnError: (error) => error instanceof Stripe.errors.StripeError,
    };
  },
];
