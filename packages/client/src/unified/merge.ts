import type { UnifiedChat } from "./chat.ts";
import type { FeedSource, Waiting } from "./feed-source.ts";

/** Several lists as one, the newest first. */
export interface Merge {
  /** The next chat, at once where one is known to be; `undefined` where nothing more can be given now. */
  next(): UnifiedChat | undefined | Promise<UnifiedChat | undefined>;
  /** What was read and is not given yet, the newest first. */
  readonly waiting: readonly UnifiedChat[];
  /** No chat is still to come that is newer, of the lists that failed neither; infinite where nobody knows. */
  readonly bound: number;
  /** The earliest time of a chat that was given, here or before; infinite where none was. */
  readonly earliest: number;
  /** Cancels what is under way; nothing more is given. */
  stop(): void;
}

/**
 * Merges lists. A chat is given once no list can have a newer one to come. One that failed holds up nobody; one whose order
 * says nothing is read to its end first, unless `waits` is false.
 */
export function createMerge(sources: readonly FeedSource[], waits: boolean, earliest: number): Merge {
  let isLeft = false;
  const newest = () => {
    const [first, ...others] = sources.filter(({ first }) => first !== undefined);
    return others.reduce((best, source) => (timeOf(source) > timeOf(best as FeedSource) ? source : best), first);
  };
  /** Whether a list has to be read on before the newest chat can be given. */
  const blocks = (source: FeedSource, time: number) => {
    if (!source.isOpen) return false;
    return source.isInOrder === false && !waits ? source.first === undefined : source.bound > time;
  };
  const give = () => {
    const source = isLeft ? undefined : newest();
    if (!source) return undefined;
    const time = timeOf(source);
    const chat = source.give(time > earliest);
    earliest = Math.min(earliest, time);
    return chat;
  };
  /** Lists are read side by side: the newest chat can only become newer by it, so that others come to block nobody. */
  const fill = async (blocking: readonly FeedSource[]) => {
    await Promise.all(
      blocking.map(async (source) => {
        while (blocks(source, timeOf(newest()))) await source.read();
      }),
    );
    return give();
  };
  return {
    next() {
      const time = timeOf(newest());
      const blocking = sources.filter((source) => blocks(source, time));
      return blocking.length > 0 ? fill(blocking) : give();
    },
    get waiting() {
      const all: Waiting[] = sources.flatMap(({ waiting }) => waiting);
      return all.sort((left, right) => right.time - left.time || 0).map(({ chat }) => chat);
    },
    get bound() {
      const open = sources.filter(({ isExhausted }) => !isExhausted);
      return Math.max(...open.map(({ bound }) => bound));
    },
    get earliest() {
      return earliest;
    },
    stop() {
      isLeft = true;
      for (const source of sources) source.stop();
    },
  };
}

function timeOf(source: FeedSource | undefined): number {
  return source?.first?.time ?? Number.NEGATIVE_INFINITY;
}
