/** The error that a call fails with. Throws where it does not fail, and what it throws where that is another error. */
export async function failureOf<Failure extends Error>(
  call: Promise<unknown>,
  type: abstract new (...values: never[]) => Failure,
): Promise<Failure> {
  const [result] = await Promise.allSettled([call]);
  if (result.status === "fulfilled") throw new Error(`The call did not fail; it gave ${JSON.stringify(result.value)}`);
  if (result.reason instanceof type) return result.reason;
  throw result.reason;
}
