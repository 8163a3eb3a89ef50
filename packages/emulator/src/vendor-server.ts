import type { Operation, Vendor } from "@agent-chats/schema";
import { authorize } from "./authorization.ts";
import { readBody } from "./body.ts";
import type { Behaviour } from "./dials/behaviour.ts";
import { wait } from "./dials/wait.ts";
import { toErrorResponse } from "./error-response.ts";
import type { Fault } from "./faults/fault.ts";
import { inject } from "./faults/inject.ts";
import { createLazy } from "./lazy.ts";
import { parsePath, parseQuery } from "./parameters.ts";
import { Problem } from "./problem.ts";
import type { Noted } from "./request-log.ts";
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
  /** Answers a request whose path below the base URL is given. `note` hears what is worth noting of it. */
  answer(request: Request, path: string, note: Note): Promise<Response>;
}

type Note = (noted: Noted) => void;

/** What is asked at each request. */
export interface Conduct {
  /** How an operation behaves. */
  behaviourOf(operation: Operation): Behaviour;
  /** The fault that hits a request of an operation. */
  takeFault(operation: Operation): Fault | undefined;
}

/** Puts a vendor to work. Makes no data yet. */
export function createVendorServer<State>(
  emulation: VendorEmulation<State>,
  origin: Origin,
  token: string,
  conduct: Conduct,
): VendorServer<State> {
  const state = createLazy(() => emulation.createState(origin));
  const validator = createLazy(() => createValidator(emulation.jsonSchemas));

  async function reply(request: Request, path: string, note: Note): Promise<Response> {
    const match = findOperation(emulation.vendor, request.method, path);
    // Taken on arrival, so that faults hit requests in the order in which they came.
    const fault = conduct.takeFault(match.operation);
    note({ operation: match.operation.id, ...(fault && { fault: fault.kind }) });
    const behaviour = conduct.behaviourOf(match.operation);
    await wait(behaviour.latencyMs, request.signal);
    const answer = () => carryOut(request, match, behaviour, note).catch(toError);
    return fault ? inject(fault, { request, answer, toError }) : answer();
  }

  async function carryOut(request: Request, match: OperationMatch, behaviour: Behaviour, note: Note) {
    authorize(request.headers, token);
    const call = await readCall(request, match, behaviour.operation, validator.get());
    const route = emulation.routes[match.operation.id];
    if (!route) throw new TypeError(`${emulation.vendor.id} has no route for ${match.operation.id}`);
    const { body, headers = {} } = route({ ...call, state: state.get() }, behaviour);
    const given = behaviour.drift(body);
    if (given !== body) note({ drifted: true });
    return Response.json(given, { status: 200, headers });
  }

  /** A problem in the vendor's own shape. Anything else is a fault of this package and goes to the caller. */
  function toError(error: unknown): Response {
    if (!(error instanceof Problem)) throw error;
    return toErrorResponse(emulation, error);
  }

  return {
    vendor: emulation.vendor,
    get state() {
      return state.get();
    },
    reset: state.clear,
    answer: (request, path, note) => reply(request, path, note).catch(toError),
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
