import type { Operation, Parameter } from "@agent-chats/schema";
import { vendor } from "@agent-chats/schema/cargo";
import { expect, test } from "vitest";
import { parsePath, parseQuery } from "./parameters.ts";

const parameter = (name: string, type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({
  name,
  type,
  in: "query",
  required: false,
  array: false,
  style: "form",
  explode: true,
  ...more,
});

const operation: Operation = {
  ...vendor.operations.listChats,
  parameters: [
    parameter("text", "string"),
    parameter("whole", "integer"),
    parameter("ratio", "number"),
    parameter("flag", "boolean"),
    parameter("tags", "string", { array: true, arrayFormat: "brackets" }),
    parameter("plain", "integer", { array: true }),
    parameter("joined", "string", { array: true, explode: false }),
    parameter("id", "string", { in: "path", required: true, style: "simple", explode: false }),
  ],
};

test.each([
  ["text=a+b%20%C3%A9%26", { text: "a b é&" }],
  ["text=", { text: "" }],
  ["text", { text: "" }],
  ["text=a=b", { text: "a=b" }],
  ["whole=-7&ratio=0.5&flag=true", { whole: -7, ratio: 0.5, flag: true }],
  ["tags=a&tags=b", { tags: ["a", "b"] }],
  ["tags[]=a&tags%5B%5D=b", { tags: ["a", "b"] }],
  ["tags=a", { tags: ["a"] }],
  ["plain=1&plain=2", { plain: [1, 2] }],
  ["joined=a,b", { joined: ["a", "b"] }],
  ["unknown=1&unknown=2&id=3&plain[]=4&&", {}],
  ["", {}],
])("the query %s is read in the types of the table", (query, expected) => {
  expect(parseQuery(operation, query)).toEqual(expected);
});

test.each([
  ["whole=0x10", "whole must be a whole number"],
  ["whole=1e1", "whole must be a whole number"],
  ["whole=", "whole must be a whole number"],
  ["whole=%201", "whole must be a whole number"],
  ["whole=+1", "whole must be a whole number"],
  ["whole=01", "whole must be a whole number"],
  ["whole=1.0", "whole must be a whole number"],
  ["whole=Infinity", "whole must be a whole number"],
  ["ratio=.5", "ratio must be a number"],
  ["flag=1", "flag must be true or false"],
  ["plain=1&plain=x", "plain must be a whole number"],
  ["whole=1&whole=1", "whole is given 2 times"],
  ["text=%E9", "text is not well encoded"],
])("the query %s is refused: %s", (query, message) => {
  expect(() => parseQuery(operation, query)).toThrow(message);
});

test("a path parameter is decoded, and a plus sign stays one", () => {
  expect(parsePath(operation, { id: "a%2Fb+c" })).toEqual({ id: "a/b+c" });
  expect(() => parsePath(operation, { id: "%ZZ" })).toThrow("id is not well encoded");
});
