import { createEmulator, type Emulator, listen } from "@agent-chats/emulator";
import { token } from "./session.ts";

/** An answer that an upstream gives once, whatever it is asked. */
export interface SetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What stands behind Prism's proxies: the emulator on a port, which can be made to give set answers. */
export interface Upstream {
  readonly url: string;
  readonly emulator: Emulator;
  /** The next request gets this answer, and not the emulator's. */
  answerNext(answer: SetAnswer): void;
  /** Forgets answers that nobody came for. */
  forgetAnswers(): void;
  stop(): Promise<void>;
}

/** The emulator's time: its data ends here, and is read a minute later. */
const end = Date.UTC(2026, 10, 20, 15, 4);

/** Starts the emulator on a free port. */
export async function startUpstream(chats = 400): Promise<Upstream> {
  let now = end;
  const emulator = createEmulator({ chats, token, clock: () => new Date(now) });
  now += 60_000;
  const answers: SetAnswer[] = [];
  const listener = await listen({
    async fetch(request) {
      const answer = answers.shift();
      if (!answer) return emulator.fetch(request);
      // Bytes: for text, a media type would be made up where there is none.
      return new Response(new TextEncoder().encode(answer.body), { status: answer.status, headers: answer.headers });
    },
  });
  return {
    url: listener.url,
    emulator,
    answerNext: (answer) => void answers.push(answer),
    forgetAnswers: () => void answers.splice(0),
    stop: () => listener.close(),
  };
}
