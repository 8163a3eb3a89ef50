import type { components } from "@agent-chats/schema/invent";
import { createAddress, createPhoneNumber, createUserAgent } from "../data/internet.ts";
import { createPerson, type Person } from "../data/people.ts";
import type { Random } from "../random.ts";
import type { Assistant, Channel, Integration, Organization } from "./organization.ts";

type Member = components["schemas"]["Member"];
type ContactChannel = components["schemas"]["ContactChannel"];

/** A conversation with somebody: may hold several chats. */
export interface Thread {
  readonly conversationId: string;
  readonly assistant: Assistant;
  readonly integration: Integration;
  /** Who writes: a customer, a visitor without a name, or a colleague. */
  readonly author: Member;
  readonly language: string;
}

/** Starts a conversation. */
export function createThread(random: Random, organization: Organization): Thread {
  const assistant = organization.assistant(random);
  const integration = assistant.integration(random);
  const person = createPerson(random);
  return {
    conversationId: random.uuid(),
    assistant,
    integration,
    author: createAuthor(random, organization, assistant, integration, person),
    language: assistant.isForColleagues ? "en" : person.language,
  };
}

function createAuthor(
  random: Random,
  organization: Organization,
  assistant: Assistant,
  { channel }: Integration,
  person: Person,
): Member {
  const id = random.uuid();
  const nobody = { user: null, session: null, contact_channel: null };
  if (assistant.isForColleagues) return { ...toMember(id, random.pick(organization.colleagues)), role: null };
  if (channel === "internal" && random.chance(0.6))
    return { id, role: null, ...nobody, session: { id: random.uuid() } };
  return { id, role: null, ...nobody, contact_channel: createContactChannel(random, channel, person) };
}

/** A colleague as a member of a chat. */
export function toMember(id: string, colleague: Organization["colleagues"][number]): Member {
  const { id: userId, name, avatar = null } = colleague;
  return { id, role: "ADMIN", user: { id: userId, name, avatar }, session: null, contact_channel: null };
}

/** Who the customer is in each kind of channel: an identifier, a name, and an address where there is one. */
type Account = (random: Random, person: Person) => { id: string; name: string | null; link: string | null };

const phone: Account = (random, { country }) => {
  const number = createPhoneNumber(random, country);
  return { id: number.slice(1), name: number, link: `https://wa.me/${number.slice(1)}` };
};

const named =
  (site: string | null): Account =>
  (random, { handle }) => {
    const name = `${handle}${random.integer(1, 99)}`;
    return { id: String(random.integer(1e9, 9e9)), name, link: site && `https://${site}.example/${name}` };
  };

const mail: Account = (random, { handle }) => {
  const address = `${handle}${random.integer(1, 99)}@mail.example`;
  return { id: address, name: address, link: `mailto:${address}` };
};

const accounts: Readonly<Record<Channel, Account>> = {
  internal: (random) => ({ id: random.uuid(), name: null, link: null }),
  custom: (random) => ({ id: `kiosk-${random.integer(1, 40)}`, name: "Store kiosk", link: null }),
  whatsapp_bot: phone,
  twilio: (random, person) => ({ ...phone(random, person), link: null }),
  messenger_bot: named("messenger"),
  instagram_dm: named("instagram"),
  telegram_bot: named("telegram"),
  slack_bot: named(null),
  gmail: mail,
  google_calendar: mail,
};

function createContactChannel(random: Random, channel: Channel, person: Person): ContactChannel {
  const account = accounts[channel](random, person);
  const isWeb = channel === "internal" || channel === "custom";
  return {
    id: random.uuid(),
    channel_type: channel,
    channel_id: account.id,
    channel_name: account.name,
    channel_display_name: random.chance(0.9) ? person.name : null,
    channel_avatar: random.chance(0.4)
      ? `https://media.halcyonvale.example/contacts/${random.integer(1, 400)}.jpg`
      : null,
    country: random.chance(0.9) ? person.country : null,
    agent: isWeb ? createUserAgent(random) : null,
    ip: isWeb ? createAddress(random) : null,
    language: person.language,
    contact: random.chance(0.03) ? null : { id: random.uuid(), name: person.name, blocked: random.chance(0.01) },
    link: account.link,
  };
}
