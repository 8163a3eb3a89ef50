/** What package managers say when a connection failed, and nothing that a package can be the reason of. */
const networkFault = /\b(ERR_SOCKET_\w+|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|EPIPE)\b/;

/** How often something is tried whose connection fails. */
const mostTries = 3;

/**
 * Runs something again when a connection failed, and says so. Yarn 4 on Node 24 loses one in about thirty installs to
 * `ERR_SOCKET_CLOSED_BEFORE_CONNECTION`; whatever else goes wrong is thrown at once.
 */
export async function withoutNetworkFaults(run: () => Promise<string>, tries = 1): Promise<string> {
  try {
    const detail = await run();
    return tries === 1 ? detail : `${detail}, at try ${tries}: connections failed before`;
  } catch (error) {
    const isFault = error instanceof Error && networkFault.test(error.message);
    if (!isFault || tries === mostTries) throw error;
    return withoutNetworkFaults(run, tries + 1);
  }
}
