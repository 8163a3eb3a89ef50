import { describe, expect, test } from "vitest";
import { operations } from "../../test/operations.ts";
import { createTestEmulator, send } from "../../test/testing.ts";
import { createValidator } from "../validation.ts";

const statuses = [400, 401, 403, 404, 408, 418, 429, 500, 501, 502, 503, 504, 599];

describe.each(operations)("$name", (operation) => {
  const { id, statuses: declared } = operation.operation;
  const validate = createValidator(operation.jsonSchemas);
  const emulator = createTestEmulator({ chats: 5 });

  test.each(statuses)(
    "%d is valid by the spec, or of the shape of 500 where the spec does not have it",
    async (status) => {
      operation.setFaults(emulator, [{ kind: "status", status }]);
      const response = await send(emulator, operation.path(emulator), operation.init);
      const body = await response.text();
      const isJson = response.headers.get("content-type") === "application/json";
      expect(response.status).toBe(status);
      // The JSON Schemas have an error where the spec says that its body is JSON.
      const hasSchema = Object.hasOwn(operation.jsonSchemas.$defs, `${id}.${status}`);
      expect(isJson).toBe(hasSchema || !declared.includes(status));
      if (isJson) expect(validate(hasSchema ? `${id}.${status}` : `${id}.500`, JSON.parse(body))).toBeUndefined();
    },
  );

  test("a bad gateway is no JSON", async () => {
    operation.setFaults(emulator, [{ kind: "status", status: 502 }]);
    const response = await send(emulator, operation.path(emulator), operation.init);
    const isCargo = operation.vendor === "cargo";
    expect([response.headers.get("content-type"), await response.text()]).toEqual(
      isCargo ? ["text/plain", "error code: 502"] : ["text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"],
    );
  });
});
