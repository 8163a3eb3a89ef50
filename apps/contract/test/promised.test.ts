import type { JsonSchemas } from "@agent-chats/schema";
import { expect, test } from "vitest";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { branchesOf, follow, propertiesOf, requiredOf, typesOf } from "../src/schema/definitions.ts";
import { specs } from "../src/specs.ts";

/**
 * What a caller may read without a look whether it is there, written by hand: where the pages say so, where a listing
 * cannot work without it (an id, a time, a status to filter by), and the tag of a union. One less breaks whoever compiles
 * against the types; one more refuses answers that are right today.
 */
const promised = {
  cargo: {
    ChatPage: "chats",
    CreatedChat: "chat",
    MessagePage: "messages",
    NewChat: "trigger",
    Chat: "uuid createdAt updatedAt",
    LastMessage: "uuid status createdAt updatedAt",
    Message: "uuid status createdAt updatedAt",
    ConnectorTrigger: "type connectorUuid",
    DraftTrigger: "type",
    WebExtensionTrigger: "type",
    AppTrigger: "type",
    WorkflowTrigger: "type uuid",
    ChatTrigger: "type uuid",
    ScheduleTrigger: "type",
    UnknownTrigger: "type",
    TextPart: "type text",
    ReasoningPart: "type text",
    FilePart: "type mediaType url",
    SourceUrlPart: "type",
    SourceDocumentPart: "type",
    StepStartPart: "type",
    ToolPart: "type",
    DynamicToolPart: "type",
    DataPart: "type",
    S3FilePart: "type name s3Filename contentType",
    UnknownPart: "type",
    ModelResource: "kind",
    FileResource: "kind",
    UnknownResource: "kind",
  },
  cotool: { ChatPage: "chats totalCount", Chat: "id createdAt" },
  invent: {
    Chat: "id title model members temporary visibility pinned status shared_url created_at updated_at",
    Member: "id",
    ChatState: "state integration_id",
    TextPart: "type",
    UnknownPart: "type",
  },
};

const isOfAnswer = ([name]: readonly [string, unknown]) => !/\.(path|query)$/.test(name);

/** Of every object that a caller sends or gets; the parameters of operations are counted elsewhere. */
function requiredIn({ $defs }: JsonSchemas): Record<string, string> {
  const named = Object.entries($defs)
    .filter(isOfAnswer)
    .map(([name, schema]) => [name, requiredOf({ ...schema }).join(" ")] as const);
  return Object.fromEntries(named.filter(([, members]) => members !== ""));
}

test.each(specs)("what is promised to be there, $vendor's spec requires, and nothing else", ({ vendor }) => {
  expect(requiredIn(jsonSchemas[vendor])).toEqual(promised[vendor]);
});

/** What may be null in Cargo's answers, which its own client says. */
const nullable = {
  Chat: "userUuid agentUuid releaseUuid name activeStreamUuid deletedAt lastMessage",
  LastMessage: "agentUuid releaseUuid userUuid errorMessage finishedAt deletedAt",
  WebExtensionTrigger: "url",
  WorkflowTrigger: "runUuid",
  ChatTrigger: "agentUuid messageUuid",
  Message:
    "agentUuid releaseUuid userUuid errorMessage systemPrompt withReasoning temperature maxSteps integrationSlug " +
    "connectorUuid languageModelSlug usage output meta temporalWorkflowId finishedAt deletedAt",
  ToolPart: "input output",
  DynamicToolPart: "input output",
  DataPart: "data",
  Tool: "description toolUuid templateSlug",
  ModelResource: "description integrationSlug filter selectedColumnSlugs limit prompt",
  FileResource: "description prompt",
  McpClient: "authentication",
  McpAuthentication: "expiresIn refreshToken scope clientSecret",
};

/** Names of an object's properties that may be null, or not. */
function propertiesThatAre(document: JsonSchemas, schema: object, isWanted: boolean): string[] {
  const isNullable = (each: unknown): boolean => {
    const { schema: own } = follow(document, each);
    const [types, branches] = [typesOf(own), branchesOf(own)];
    // A schema that says nothing takes any JSON.
    return types.includes("null") || branches.some(isNullable) || (types.length === 0 && branches.length === 0);
  };
  return propertiesOf({ ...schema }).flatMap(([name, each]) => (isNullable(each) === isWanted ? [name] : []));
}

test("what Cargo's client says may be null may be, and nothing else", () => {
  const { cargo } = jsonSchemas;
  const named = Object.entries(cargo.$defs)
    .filter(isOfAnswer)
    .map(([name, schema]) => [name, propertiesThatAre(cargo, schema, true).join(" ")] as const);
  expect(Object.fromEntries(named.filter(([, names]) => names !== ""))).toEqual(nullable);
});

// Their pages do not say what may be null. A JSON Schema within an answer, and an error, are no things that are listed.
test.each(["cotool", "invent"] as const)("in a list of %s, what is not promised may be null", (vendor) => {
  const document = jsonSchemas[vendor];
  const listed = Object.entries(document.$defs).filter(isOfAnswer);
  const never = listed
    .filter(([name]) => !["Error", "StructuredOutputSchema"].includes(name))
    .flatMap(([name, schema]) =>
      propertiesThatAre(document, schema, false)
        .filter((property) => !requiredOf({ ...schema }).includes(property))
        .map((property) => `${name}.${property}`),
    );
  expect(never).toEqual([]);
});
