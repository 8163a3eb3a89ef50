import type { ChangingList } from "../changing-list.ts";
import { createRandom } from "../random.ts";
import type { Chat } from "./chats.ts";
import { createMessages, type Message } from "./messages.ts";
import { createNextMessage, toHead } from "./next-message.ts";
import type { Workspace } from "./workspace.ts";

/** The messages of all chats. Made from a chat when they are asked for, and kept where they have changed since. */
export interface Conversations {
  messagesOf(chat: Chat): readonly Message[];
  /** The messages of a chat as a list that can change. The chat then has another last message: `onChange` hears of it. */
  listOf(chat: Chat, onChange: (chat: Chat) => void): ChangingList<Message>;
}

/** Makes the conversations of a workspace. */
export function createConversations(seed: number, workspace: Workspace, clock: () => Date): Conversations {
  const random = createRandom(`${seed}/cargo/new-messages`);
  const changed = new Map<string, readonly Message[]>();
  const messagesOf = (chat: Chat) => changed.get(chat.uuid) ?? createMessages(seed, workspace, chat);

  function listOf(given: Chat, onChange: (chat: Chat) => void): ChangingList<Message> {
    let [chat, items, revision] = [given, messagesOf(given), 0];
    const change = (messages: readonly Message[]) => {
      items = messages;
      revision += 1;
      chat = withMessages(chat, messages, clock());
      changed.set(chat.uuid, messages);
      onChange(chat);
    };
    return {
      get items() {
        return items;
      },
      get revision() {
        return revision;
      },
      insert: () => {
        const next = createNextMessage({ random, seed, workspace, chat, messages: items, now: clock() });
        change([...items, next]);
      },
      update: (index) => change(items.with(index, { ...(items[index] as Message), updatedAt: clock().toISOString() })),
      remove: (index) => change(items.toSpliced(index, 1)),
    };
  }

  return { messagesOf, listOf };
}

/** The chat as it stands when these are its messages. */
function withMessages(chat: Chat, messages: readonly Message[], now: Date): Chat {
  const last = messages.at(-1);
  return {
    ...chat,
    lastMessage: last ? toHead(last) : null,
    creditsUsedCount: messages.reduce((sum, { usage }) => sum + (usage?.creditsUsedCount ?? 0), 0),
    updatedAt: now.toISOString(),
  };
}
