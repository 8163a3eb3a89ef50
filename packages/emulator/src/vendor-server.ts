import type { Operation, Vendor } from "@agent-chats/schema";
import { authorize } from "./authorization.ts";
import { readBody } from "./body.ts";
import type { Behaviour } from "./dials/behaviour.ts";
import { wait } from "./dials/wait.ts";
import { createLazy } from "./lazy.ts";
import { parsePath, parseQuery } from "./parameters.ts";
import { Problem, toTitle } from "./problem.ts";
import { findOperation, type OperationMatch } from "./router.ts";
import { createValidator, type Validator } from "./validation.ts";
import type { Call, Origin, VendorEmulation } from "./vendor-emulation.ts";

/** One vendor at work: answers its requests from its current data. */
export interface VendorServer<State> {
  readonly vendor: Vendor;
  /** The current data; made at the first look. */
  readonly state: State;
  /** Forgets the data, so that the next look finds the beginning. */
  reset(): void;
  /** Answers a request whose path below the base URL is given. `onOperation` hears which operation it is. */
  answer(request: Request, path: string, onOperation: (id: string) => void): Promise<Response>;
}

/** Puts a vendor to work. Makes no data yet. `behaviourOf` is asked at each request how an operation behaves. */
export function createVendorServer<State>(
  emulation: VendorEmulation<State>,
  origin: Origin,
  token: string,
  behaviourOf: (operation: Operation) => Behaviour,
): VendorServer<State> {
  const state = createLazy(() => emulation.createState(origin));
  const validator = createLazy(() => createValidator(emulation.jsonSchemas));

  async function reply(request: Request, path: string, onOperation: (id: string) => void): Promise<Response> {
    const match = findOperation(emulation.vendor, request.method, path);
    onOperation(match.operation.id);
    const behaviour = behaviourOf(match.operation);
    await wait(behaviour.latencyMs, request.signal);
    authorize(request.headers, token);
    const call = await readCall(request, match, behaviour.operation, validator.get());
    const route = emulation.routes[match.operation.id];
    if (!route) throw new TypeError(`${emulation.vendor.id} has no route for ${match.operation.id}`);
    const { body, headers } = route({ ...call, state: state.get() }, behaviour);
    return Response.json(body, { status: 200, headers: headers ?? {} });
  }

  return {
    vendor: emulation.vendor,
    get state() {
      return state.get();
    },
    reset: state.clear,
    answer: (request, path, onOperation) =>
      reply(request, path, onOperation).catch((error: unknown) => toErrorResponse(emulation, error)),
  };
}

/** The parts of a valid request, so far as the server reads them. Throws 400 for one that is not valid. */
async function readCall(
  request: Request,
  { operation, segments }: OperationMatch,
  heeded: Operation,
  validate: Validator,
): Promise<Omit<Call<unknown>, "state">> {
  const path = parsePath(operation, segments);
  const query = parseQuery(heeded, new URL(request.url).search.slice(1));
  check(validate(`${operation.id}.path`, path));
  check(validate(`${operation.id}.query`, query));
  const body = await readBody(operation, request);
  if (operation.requestBody) check(validate(`${operation.id}.request`, body));
  return { operation, path, query, body };
}

function check(problem: string | undefined): void {
  if (problem !== undefined) throw new Problem(400, problem);
}

/** A problem in the vendor's own shape. Anything else is a fault of this package and goes to the caller. */
function toErrorResponse(emulation: Pick<VendorEmulation<unknown>, "toErrorBody">, error: unknown): Response {
  if (!(error instanceof Problem)) throw error;
  const { status, headers } = error;
  return Response.json(emulation.toErrorBody(error), { status, statusText: toTitle(status), headers });
}
