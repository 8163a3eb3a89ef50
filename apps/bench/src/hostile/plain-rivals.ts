import { cargoAnswers, memberOf, plantedHeaders, plantedText, type Rival, type Situation } from "./rival.ts";

type Load = (name: string) => Promise<unknown>;
// biome-ignore lint/suspicious/noExplicitAny: rivals are installed when the bench runs, and their types are not there before
type Untyped = any;

const query = { name: plantedText };
const body = { name: plantedText, trigger: { type: "draft" } };
const toHeaders = async ({ token }: Situation) => ({ ...plantedHeaders, authorization: `Bearer ${await token()}` });
const isInstanceOf = (error: unknown, type: unknown) => error instanceof (type as new () => Error);

/** Clients of any HTTP API. */
export const plainRivals: readonly ((load: Load) => Promise<Rival>)[] = [
  async (load) => {
    const createClient = ((await load("openapi-fetch")) as Untyped).default;
    const clientOf = async (situation: Situation) =>
      createClient({ baseUrl: situation.baseUrl, headers: await toHeaders(situation), signal: situation.signal });
    const orThrow = ({ data, error }: Untyped) => {
      // As its documentation has it.
      if (error) throw error;
      return data;
    };
    return {
      name: "openapi-fetch",
      does: "`const { data, error } = await client.GET(…)`, throwing `error` where there is one",
      valid: cargoAnswers,
      list: async (situation) =>
        memberOf(orThrow(await (await clientOf(situation)).GET("/ai/chats/list", { params: { query } })), "chats"),
      create: async (situation) =>
        memberOf(orThrow(await (await clientOf(situation)).POST("/ai/chats", { body })), "chat"),
      isOwnError: () => false,
    };
  },
  async (load) => {
    const { default: ky, KyError } = (await load("ky")) as Untyped;
    const optionsOf = async (situation: Situation) => ({
      headers: await toHeaders(situation),
      signal: situation.signal,
      timeout: situation.timeoutMs,
    });
    return {
      name: "ky",
      does: "`ky.get(…).json()`, its retries as they are by default",
      valid: cargoAnswers,
      list: async (situation) => {
        const options = { ...(await optionsOf(situation)), searchParams: query };
        return memberOf(await ky.get(`${situation.baseUrl}/ai/chats/list`, options).json(), "chats");
      },
      create: async (situation) => {
        const options = { ...(await optionsOf(situation)), json: body };
        return memberOf(await ky.post(`${situation.baseUrl}/ai/chats`, options).json(), "chat");
      },
      isOwnError: (error) => isInstanceOf(error, KyError),
    };
  },
  async (load) => {
    const { default: axios, isAxiosError } = (await load("axios")) as Untyped;
    const clientOf = async ({ baseUrl, timeoutMs, signal, ...situation }: Situation) =>
      axios.create({
        baseURL: baseUrl,
        timeout: timeoutMs,
        signal,
        headers: await toHeaders({ baseUrl, timeoutMs, signal, ...situation }),
      });
    return {
      name: "axios",
      does: "`axios.get(…)`, which has no retries",
      valid: cargoAnswers,
      list: async (situation) =>
        memberOf((await (await clientOf(situation)).get("/ai/chats/list", { params: query })).data, "chats"),
      create: async (situation) => memberOf((await (await clientOf(situation)).post("/ai/chats", body)).data, "chat"),
      isOwnError: (error) => isAxiosError(error),
    };
  },
  async (load) => {
    const { ofetch, FetchError } = (await load("ofetch")) as Untyped;
    const optionsOf = async (situation: Situation) => ({
      baseURL: situation.baseUrl,
      headers: await toHeaders(situation),
      signal: situation.signal,
      timeout: situation.timeoutMs,
    });
    return {
      name: "ofetch",
      does: "`ofetch(…)`, its retry as it is by default",
      valid: cargoAnswers,
      list: async (situation) =>
        memberOf(await ofetch("/ai/chats/list", { ...(await optionsOf(situation)), query }), "chats"),
      create: async (situation) =>
        memberOf(await ofetch("/ai/chats", { ...(await optionsOf(situation)), method: "POST", body }), "chat"),
      isOwnError: (error) => isInstanceOf(error, FetchError),
    };
  },
];
