import { vendorIds } from "@agent-chats/schema";
import { expect, test } from "vitest";
import { createTestEmulator, send } from "../test/testing.ts";
import { redactCredentials } from "./redact-credentials.ts";
import { vendors } from "./vendors.ts";

const redact = (target: string, { token = "emulator-token", authorization = "" } = {}) =>
  redactCredentials(target, token, new Headers(authorization === "" ? {} : { authorization }));

test("an address without credentials stays letter by letter as it was", () => {
  for (const target of [
    "/cargo/ai/chats/list",
    "/cargo/ai/chats/list?messageStatuses%5B%5D=error&name=a+b%20c&&limit=&x",
    "/cargo/%E0?name=%&a=b=c?d",
    "/invent/orgs/c/chats?next=%2Ftoken&search=key",
  ]) {
    expect(redact(target)).toBe(target);
    expect(redact(target, { token: "c0" })).toBe(target);
  }
});

test.each([
  ["/cargo/emulator-token/x", {}, "/cargo/[redacted]/x"],
  ["/cargo/x?name=Bearer%20emulator-token&limit=1", {}, "/cargo/x?name=Bearer%20[redacted]&limit=1"],
  ["/cargo/x?emulator-token", {}, "/cargo/x?[redacted]"],
  ["/cargo/x?name=a%2Fb%2Bc%3D%3D9&limit=1", { token: "a/b+c==9" }, "/cargo/x?name=[redacted]&limit=1"],
  ["/cargo/x?name=a/b+c==9", { token: "a/b+c==9" }, "/cargo/x?name=[redacted]"],
  ["/cargo/x?name=Bearer%20%65mulator-token&limit=1", {}, "/cargo/x?name=[redacted]&limit=1"],
  ["/cargo/x?name=a%2fb%2bc%3d%3d9&limit=1", { token: "a/b+c==9" }, "/cargo/x?name=[redacted]&limit=1"],
  ["/cargo/t?name=t&search=at", { token: "t" }, "/cargo/[redacted]?name=[redacted]&search=at"],
  ["/cargo/x?name=real-token-of-theirs", { authorization: "Bearer real-token-of-theirs" }, "/cargo/x?name=[redacted]"],
  ["/cargo/x?api_key=k&access_token=a=b&limit=1", {}, "/cargo/x?api_key=[redacted]&access_token=[redacted]&limit=1"],
  ["/cargo/x?X-Amz-Signature=s&%73ecret=s", {}, "/cargo/x?X-Amz-Signature=[redacted]&%73ecret=[redacted]"],
])("%s loses its credentials", (target, options, expected) => {
  expect(redact(target, options)).toBe(expected);
});

test("no documented parameter has a name that tells of a secret", () => {
  for (const id of vendorIds) {
    for (const { parameters } of Object.values(vendors[id].vendor.operations)) {
      for (const { name } of parameters) expect(redact(`/${id}?${name}=1`)).toBe(`/${id}?${name}=1`);
    }
  }
});

test("the log holds nothing of what is planted in headers, bodies and addresses, whatever comes of the request", async () => {
  const emulator = createTestEmulator({ chats: 40, token: "planted-token" });
  const headers = {
    "content-type": "application/json",
    cookie: "sid=planted-cookie",
    "x-api-key": "planted-key",
    "selected-workspace-uuid": "planted-workspace",
  };
  const body = '{"trigger":{"type":"app"},"name":"planted-name"}';
  const kinds = ["reset", "cut", "stall", "truncated", "html", "empty"] as const;
  const faults = [...kinds.map((kind) => ({ kind })), { kind: "status", status: 429, retryAfter: "planted" }] as const;
  emulator.faults.cargo.createChat = faults;
  for (const authorization of ["Bearer planted-token", "Bearer planted-real-token", "Basic planted:password"]) {
    for (const query of ["", "?api_key=planted-key", "?name=planted-token"]) {
      const init = { method: "POST", headers: { ...headers, authorization }, body };
      await send(emulator, `/cargo/ai/chats${query}`, init).catch(() => {});
    }
    await send(emulator, "/cargo/ai/planted-token", { headers: { ...headers, authorization } });
    await send(emulator, "/planted-real-token", {
      headers: { ...headers, authorization: "Bearer planted-real-token" },
    });
  }
  const withSecrets = emulator.state.cargo.chats.map(({ uuid }) => `/cargo/ai/messages/list?chatUuid=${uuid}`);
  emulator.dials.cargo.listMessages = { drift: [{ kind: "renamed-field" }] };
  const answers = await Promise.all(withSecrets.map((path) => send(emulator, path).then((answer) => answer.text())));
  expect(answers.join()).toContain("example-");
  const log = JSON.stringify(emulator.requests);
  expect(emulator.requests).toHaveLength(15 + withSecrets.length);
  expect(log).not.toMatch(/planted|example-|Bearer|Basic|password/);
});
