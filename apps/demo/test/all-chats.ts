import type { EmulatorState } from "@agent-chats/emulator";

/** A chat of any vendor, by what the page calls it. */
export interface AnyChat {
  /** `vendor/id`. */
  readonly key: string;
  readonly createdMs: number;
  readonly title: string | null | undefined;
}

/** Every chat of the emulator's, the newest first. */
export function allChats({ cargo, cotool, invent }: EmulatorState): AnyChat[] {
  const ofCotool = cotool.agents.flatMap(({ agentId }) => cotool.chatsOf(agentId) ?? []);
  const toChat = (key: string, created: string | null | undefined, title: string | null | undefined): AnyChat => ({
    key,
    createdMs: Date.parse(created ?? ""),
    title,
  });
  return [
    ...cargo.chats.map(({ uuid, createdAt, name }) => toChat(`cargo/${uuid}`, createdAt, name)),
    ...ofCotool.map(({ id, createdAt, title }) => toChat(`cotool/${id}`, createdAt, title)),
    ...invent.chats.map(({ id, created_at, title }) => toChat(`invent/${id}`, created_at, title)),
  ].sort((left, right) => right.createdMs - left.createdMs);
}
