/** What a tool makes of a spec that it should not. */
interface Defect {
  readonly tool: string;
  /** Examples of answers that the generated types refuse, by vendor. */
  readonly refused: Readonly<Record<string, number>>;
  readonly words: string;
}

/** Known defects of the versions in `spec-tools/package.json`. The command fails where one is gone, or another has come. */
export const defects: readonly Defect[] = [
  {
    tool: "oazapfts",
    refused: { cargo: 2, invent: 2 },
    words: 'drops `null` from `type: [object, "null"]` where `additionalProperties` stands beside it',
  },
  {
    tool: "swagger-typescript-api",
    refused: { invent: 1 },
    words: 'drops `null` from `type: [object, "null"]` where `properties` stand beside it',
  },
];
