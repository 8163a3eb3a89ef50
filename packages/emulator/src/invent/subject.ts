import { pickCompany } from "../data/companies.ts";
import { fill, type Words } from "../data/phrases.ts";
import type { Random } from "../random.ts";
import type { Scene, Topic } from "./topics.ts";

const words = (text: string) => text.split("|");

const vocabulary = {
  product: words(
    "Kestrel kettle|Nordby lamp|Tolva toaster|Fjell blanket|Ovo knife set|Alma mug|Bruma humidifier|Lindo chair|Marais teapot|Pico grinder|Sörby shelf|Terra planter|Yuki rice cooker|Calma pillow|Rua rug|Vento fan|Selva candle|Mira mirror|Hygge throw|Brisa curtain",
  ),
  otherProduct: words("Vento Mini|Nordby Clip|Pico Go|Lindo Fold|Tolva Solo|Mira Round|Alma Large|Terra Wall"),
  colour: words("sage green|ochre|midnight blue|terracotta|off-white|graphite|coral|mustard"),
  carrier: words("DHL|UPS|GLS|Correos|DPD|FedEx|La Poste|Yamato|PostNord|InPost"),
  city: words(
    "Lisbon|Madrid|Lyon|Berlin|Chicago|Toronto|Porto|Valencia|Dublin|Austin|Kyoto|Seoul|Dubai|Gdańsk|Malmö|Mérida|Zürich|Athens",
  ),
  weekday: words("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"),
  time: words("9:00|10:30|11:15|14:00|15:45|17:00|18:30"),
  device: words("Pixel 10|iPhone 17|Galaxy S26|iPad mini|Xperia 5"),
} as const;

/** What a conversation is about, and what is said. */
export interface Subject {
  readonly title: string;
  /** What the customer says, or what is answered. */
  say(author: "user" | "assistant"): string;
}

/** Makes a conversation up, in the language of the customer where the topic knows it. */
export function createSubject(random: Random, topic: Topic, language: string, colleague: string): Subject {
  const own = random.chance(0.8) ? topic.scenes[language] : undefined;
  const [title, customer, answer]: Scene = random.pick(own ?? topic.scenes.en);
  const filled = createWords(random, colleague);
  return { title: fill(title, filled), say: (author) => fill(author === "user" ? customer : answer, filled) };
}

function createWords(random: Random, colleague: string): Words {
  return {
    product: random.pick(vocabulary.product),
    otherProduct: random.pick(vocabulary.otherProduct),
    colour: random.pick(vocabulary.colour),
    carrier: random.pick(vocabulary.carrier),
    city: random.pick(vocabulary.city),
    weekday: random.pick(vocabulary.weekday),
    time: random.pick(vocabulary.time),
    device: random.pick(vocabulary.device),
    colleague,
    company: pickCompany(random).name,
    order: `HV-${random.integer(10_000, 99_999)}`,
    member: `M-${random.integer(100_000, 999_999)}`,
    voucher: `SPRING${random.integer(10, 99)}`,
    amount: `${random.pick(["€", "$", "£"])}${random.integer(9, 480)}.${random.pick(["00", "50", "90", "95"])}`,
  };
}
