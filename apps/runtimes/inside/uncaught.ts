/** Errors and rejections that nobody catches. */
export interface Uncaught {
  /** All of them until now. */
  list(): Promise<readonly string[]>;
}

/** Longest until a runtime tells of a rejection that nobody catches. */
const limitMs = 5000;

/** Hears of what nobody catches from now on. Node would end at the first. */
export function watchUncaught(): Uncaught {
  const probe = new Error("This one is ours.");
  const heard: unknown[] = [];
  const told = new Promise<void>((resolve) => {
    listen((error) => (error === probe ? resolve() : heard.push(error)));
  });
  return {
    async list() {
      // Runtimes tell late, but in turn: once they told of ours, they have told of those before. And they do tell.
      void Promise.reject(probe);
      const silent = () => heard.push("This runtime does not tell of rejections that nobody catches.");
      const limit = new Promise<void>((resolve) => setTimeout(() => resolve(void silent()), limitMs));
      await Promise.race([told, limit]);
      return heard.map((error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    },
  };
}

function listen(hear: (error: unknown) => void): void {
  if (typeof process === "object" && typeof process.on === "function") {
    process.on("unhandledRejection", hear);
    process.on("uncaughtException", hear);
  } else {
    globalThis.addEventListener("unhandledrejection", ({ reason }) => hear(reason));
    globalThis.addEventListener("error", ({ error, message }) => hear(error ?? message));
  }
}
