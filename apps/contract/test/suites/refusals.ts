import { expect, test } from "vitest";
import type { Refusal } from "../../src/case.ts";
import { type Violation, violationsOf } from "../../src/exchange.ts";
import { isForbidden } from "../../src/rules.ts";
import { type Session, token } from "../../src/session.ts";
import { examplesOf, type Spec } from "../../src/specs.ts";

/** Prism refuses what the spec forbids, for the reason that the spec has. Sent raw: the client would not send most. */
export function describeRefusals(spec: Spec, refusals: readonly Refusal[], session: () => Session): void {
  test.for(refusals.map((refusal) => [refusal.operation, refusal.what, refusal] as const))(
    "%s refuses %s",
    async ([, , refusal]) => {
      const operation = spec.operations.find(({ id }) => id === refusal.operation);
      if (!operation) throw new Error(`${spec.vendor} has no operation ${refusal.operation}`);
      expect(isForbidden(operation, refusal), "the spec itself forbids it").toBe(true);

      const response = await session().fetch(toRequest(session().url, operation.method, refusal));

      expect(response.status).toBe(400);
      expect(await response.json()).toStrictEqual(examplesOf(operation, 400)[0]?.value);
      const violations = violationsOf(session().last());
      const { name, keyword } = refusal.breaks;
      expect(violations.map(({ code }) => code)).toContain(keyword);
      // Nothing else is wrong with the request.
      expect(violations.filter((violation) => !isAbout(violation, name))).toEqual([]);
      expect(await session().takeComplaints()).toContain(`sl-violations: ${violations[0]?.message}`);
    },
  );
}

/** Prism writes the names of parameters in small letters, and a member that is missing stands in the message only. */
function isAbout({ location, message }: Violation, name: string): boolean {
  return [...location, message].join(" ").toLowerCase().includes(name.toLowerCase());
}

function toRequest(root: string, method: string, { target, body }: Refusal): Request {
  const authorization = `Bearer ${token}`;
  if (!body) return new Request(`${root}${target}`, { method, headers: { authorization } });
  const headers = { authorization, "content-type": "application/json" };
  return new Request(`${root}${target}`, { method, headers, body: JSON.stringify(body) });
}
