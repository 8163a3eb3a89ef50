import type { Random } from "../random.ts";

/** When one message of a chat was written, and what it cost. */
export interface Turn {
  readonly isAnswer: boolean;
  readonly isLast: boolean;
  readonly createdAt: Date;
  readonly finishedAt: Date;
  /** Null while that is not known: the answer is being written. */
  readonly credits: number | null;
}

/** What the turns of a chat must add up to. */
export interface TurnSums {
  readonly count: number;
  readonly from: Date;
  readonly to: Date;
  readonly credits: number;
  /** How many answers are finished, and share the credits. */
  readonly finished: number;
}

/** The turns of a chat from its creation to its last message: user and agent alternate, the user begins. */
export function createTurns(random: Random, { count, from, to, credits, finished }: TurnSums): Turn[] {
  const times = spread(random, from.getTime(), to.getTime(), count);
  const costs = share(random, credits, finished);
  return times.map((time, index) => {
    const isAnswer = index % 2 === 1;
    const pause = (times[index + 1] ?? time) - time;
    return {
      isAnswer,
      isLast: index === count - 1,
      createdAt: new Date(time),
      finishedAt: new Date(Math.floor(time + pause * (isAnswer ? 0.2 : 0.01))),
      credits: isAnswer ? (costs[(index - 1) / 2] ?? null) : null,
    };
  });
}

/** Times from the first message to the last, each later than the one before. */
function spread(random: Random, from: number, to: number, count: number): number[] {
  const steps = Array.from({ length: count - 1 }, () => 0.2 + random.next());
  const total = steps.reduce((sum, step) => sum + step, 0);
  let passed = 0;
  const before = steps.map((step) => {
    const time = Math.floor(from + ((to - from) * passed) / total);
    passed += step;
    return time;
  });
  return [...before, to];
}

/** Splits the credits among the answers in whole quarters, which are exact in binary; the last takes what is left. */
function share(random: Random, credits: number, answers: number): number[] {
  let left = Math.round(credits * 4);
  return Array.from({ length: answers }, (_, index) => {
    const part = index === answers - 1 ? left : Math.floor((left / answers) * random.next());
    left -= part;
    return part / 4;
  });
}
