/**
 * What must never be printed: each value is unlike anything else, so that finding it anywhere is a leak. Planted in
 * requests and in the server's answers.
 */
export const secrets = {
  token: "planted-token-7d1f0c",
  renewedToken: "planted-renewed-token-2b9e44",
  headerValue: "planted-header-value-51aa09",
  queryValue: "planted-query-value-c03e7b",
  /** A path parameter that the vendor wants as a UUID. */
  pathValue: "5ec2e700-aaaa-4bbb-8ccc-00d1e9a7ed00",
  accessToken: "planted-access-token-9c42d1",
  refreshToken: "planted-refresh-token-60b7ee",
  clientSecret: "planted-client-secret-f81c35",
  urlKey: "planted-url-key-3ed90a",
} as const;

/** Every secret with its name. */
const plantedSecrets: readonly (readonly [name: string, value: string])[] = Object.entries(secrets);

/** An MCP client's credentials, as an answer of Cargo holds them. */
export const credentials = {
  name: "CRM",
  url: `https://mcp.example/sse?key=${secrets.urlKey}`,
  authentication: {
    accessToken: secrets.accessToken,
    refreshToken: secrets.refreshToken,
    clientSecret: secrets.clientSecret,
    tokenType: "Bearer",
  },
} as const;

/** Names of the secrets that a text holds. */
export function findSecrets(text: string): string[] {
  return plantedSecrets.filter(([, value]) => text.includes(value)).map(([name]) => name);
}
