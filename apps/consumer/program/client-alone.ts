// A project that names only the client: its types must be whole although the schema package is not its own.
import { type ChatFilters, createCargo } from "@agent-chats/client/cargo";

const filters: ChatFilters = { messageStatuses: ["error"] };
const answer = async () => new Response('{"chats":[]}', { headers: { "content-type": "application/json" } });
const chats = await createCargo({ token: "t", fetch: answer }).chats.list(filters).toArray();
// @ts-expect-error a misspelt field does not compile either: `Chat` is no `any`.
chats.map(({ nmae }) => nmae);
console.log(`${chats.length} chats`);
