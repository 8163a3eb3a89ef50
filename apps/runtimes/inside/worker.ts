// For workerd: answers with the report. Loaded by the request, because a worker may start no timer before one.
const worker = {
  async fetch(): Promise<Response> {
    const { runTests } = await import("./run-tests.ts");
    return Response.json(await runTests());
  },
};

// biome-ignore lint/style/noDefaultExport: it is how a worker is found.
export default worker;
