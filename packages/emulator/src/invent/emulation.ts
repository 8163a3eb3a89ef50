import type { operations } from "@agent-chats/schema/invent";
import { vendor } from "@agent-chats/schema/invent";
import { jsonSchemas } from "@agent-chats/schema/invent/json-schemas";
import type { ChangingList } from "../changing-list.ts";
import { type Filters, listing } from "../listing.ts";
import type { Predicate } from "../page.ts";
import { Problem, toTitle } from "../problem.ts";
import type { VendorEmulation } from "../vendor-emulation.ts";
import type { Chat } from "./chats.ts";
import { createInventState, type InventState } from "./state.ts";

type ChatQuery = NonNullable<operations["listOrgChats"]["parameters"]["query"]>;
type View = NonNullable<ChatQuery["filter"]>;

const isResolved: Predicate<Chat> = (chat) => chat.state?.state === "CLOSED";

/** The inbox's ready-made views. What they mean is a guess, from their names. */
const views: { readonly [V in View]: (state: InventState) => Predicate<Chat> } = {
  ALL: () => () => true,
  UNREAD: () => (chat) => (chat.state?.admin_unseen_count ?? 0) > 0,
  UNRESOLVED: () => (chat) => !isResolved(chat),
  RESOLVED: () => isResolved,
  ASSIGNED_TO_ME:
    ({ userId }) =>
    (chat) =>
      chat.state?.assigned_user?.id === userId,
  UNASSIGNED: () => (chat) => !chat.state?.assigned_user,
};

/** A filter whose value ALL chooses nothing. */
const unlessAll =
  <Value extends string>(toPredicate: (value: Exclude<Value, "ALL">) => Predicate<Chat>) =>
  (value: Value): Predicate<Chat> =>
    value === "ALL" ? () => true : toPredicate(value as Exclude<Value, "ALL">);

const chatFilters: Filters<ChatQuery, Chat, InventState, "page" | "take" | "next"> = {
  search: (text) => {
    const wanted = text.toLowerCase();
    const matches = (found: string | null | undefined) => found?.toLowerCase().includes(wanted) ?? false;
    return ({ title, members }) => matches(title) || members.some((member) => matches(contactName(member)));
  },
  assistant_id: (id) => (chat) => chat.state?.assistant_id === id,
  assistant_integration_id: (id) => (chat) => chat.state?.assistant_integration_id === id,
  integration_id: (kind) => (chat) => chat.state?.integration_id === kind,
  conversation_id: (id) => (chat) => chat.state?.conversation_id === id,
  status: unlessAll((status) => (chat) => chat.status === status),
  state: unlessAll((state) => (chat) => chat.state?.state === state),
  ai_status: unlessAll((status) => (chat) => chat.state?.ai_enabled === (status === "ENABLED")),
  filter: (view, state) => views[view](state),
};

function contactName(member: Chat["members"][number]): string | null | undefined {
  return member.contact_channel?.contact?.name;
}

/** The one organisation, by its id or by the literal that stands for it. */
function chatsOf(state: InventState, orgId: string): ChangingList<Chat> {
  if (orgId !== "c" && orgId !== state.orgId) throw new Problem(404, "Organization not found");
  return state.chatList;
}

/** Invent: customer-support assistants. */
export const invent = {
  vendor,
  jsonSchemas,
  createState: createInventState,
  routes: {
    listOrgChats: listing({
      pagination: vendor.operations.listOrgChats.pagination,
      list: ({ state, path }) => chatsOf(state, path.org_id ?? ""),
      filters: chatFilters,
      toHeaders: (_, { position, size }) => ({
        "pagination-page": String(position),
        "pagination-take": String(size),
      }),
    }),
  } satisfies { [Id in keyof typeof vendor.operations]: VendorEmulation<InventState>["routes"][string] },
  toErrorBody: ({ status, message }) => ({ message, error: toTitle(status), statusCode: status }),
  textErrors: { 502: { type: "text/html", body: "<html><body><h1>502 Bad Gateway</h1></body></html>" } },
} satisfies VendorEmulation<InventState>;
