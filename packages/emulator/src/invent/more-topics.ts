import { appointments, orders, refunds, type Topic } from "./topics.ts";

const billing: Topic = {
  scenes: {
    en: [
      [
        "Charged twice: {amount}",
        "My card shows {amount} two times for {order}.",
        "One is a reservation and falls away by {weekday}.",
      ],
      [
        "Invoice for {order} with VAT number",
        "I need the invoice in the name of {company}.",
        "Here is the invoice for {company}.",
      ],
      [
        "Voucher {voucher} refused",
        "The voucher {voucher} does not work at checkout.",
        "It was for orders above {amount}. I made an exception: try again.",
      ],
      [
        "Pay {amount} for {product} in three parts?",
        "Do you offer instalments?",
        "Yes, choose “three parts” at checkout.",
      ],
      [
        "Direct debit failed ({amount})",
        "You wrote that the debit failed?",
        "Your bank refused it. Here is a link to pay by card.",
      ],
      [
        "Cancel membership {member}",
        "Please end my membership with this month.",
        "It ends on the last of the month; no further charge.",
      ],
    ],
    es: [["Factura del pedido {order}", "Necesito la factura a nombre de {company}.", "Adjunta la encuentra."]],
    fr: [["Facture {order} au nom de {company}", "Il me faut une facture avec TVA.", "La voici en pièce jointe."]],
    de: [
      [
        "Doppelt abgebucht: {amount}",
        "Auf dem Konto steht der Betrag zweimal.",
        "Eine der Buchungen ist nur vorgemerkt und verfällt.",
      ],
    ],
    pt: [["Nota fiscal {order}", "Preciso da nota em nome da {company}.", "Segue em anexo."]],
  },
};

const advice: Topic = {
  scenes: {
    en: [
      [
        "{product} in {colour}: which size?",
        "I am between two sizes. Which one for the {product}?",
        "Take the larger one; it runs small.",
      ],
      [
        "Is the {product} back in {colour}?",
        "When will {colour} be back?",
        "In about two weeks. Shall I write to you?",
      ],
      [
        "{product} or {otherProduct}?",
        "For a small flat in {city}, which would you take?",
        "The {otherProduct}: quieter, and it folds.",
      ],
      [
        "Care instructions {product}, {colour}",
        "Can it go in the dishwasher?",
        "Better by hand; the coating lasts longer.",
      ],
      [
        "Warranty of {product} ({order})",
        "It stopped working after 14 months.",
        "You have two years. Send us a photo of the label.",
      ],
      [
        "Spare part for {product}, {order}",
        "I lost the small screw at the back.",
        "It is on the way, free of charge. 🔩",
      ],
      ["Allergens in {product}, {colour}", "Does the cover have latex in it?", "No, it is plain cotton."],
      [
        "Wholesale prices for {company}",
        "We are {company}, 40 pieces a month.",
        "{colleague} will write to you today.",
      ],
    ],
    es: [["¿Cuándo vuelve {product}?", "Está agotado en la web.", "En dos semanas, le avisamos."]],
    fr: [["Conseil : {product}", "Lequel pour un petit appartement ?", "Le plus léger, il se plie."]],
    de: [["Ersatzteil für {product}", "Die kleine Schraube fehlt.", "Kommt kostenlos mit der Post."]],
    zh: [["{product}有货吗？", "网上显示缺货。", "两周后到货，到时通知您。"]],
    ja: [["{product}の在庫確認", "再入荷の予定はありますか？", "二週間後の予定です。"]],
  },
};

const account: Topic = {
  scenes: {
    en: [
      [
        "Cannot sign in on {device} ({member})",
        "The code never comes.",
        "Your mail provider blocked it; I sent it as a text message.",
      ],
      [
        "Change e-mail address of {member}",
        "I have a new address, how do I change it?",
        "Confirm the link in both mails, then it is changed.",
      ],
      [
        "Delete my account ({member})",
        "Please delete all my data.",
        "I handed it to {colleague}; it is done within 30 days.",
      ],
      [
        "Newsletter {weekday} does not stop 😤",
        "I unsubscribed three times!",
        "Your address is blocked by hand now. Sorry.",
      ],
      ["Two accounts, one loyalty card: {member}", "Can you put them together?", "Done, you have 1,240 points."],
      [
        "App crashes on {device}: {product} page",
        "Since the update the app closes at once.",
        "Version 8.2.1 of {weekday} fixes that.",
      ],
    ],
    es: [["No puedo entrar en mi cuenta {member}", "El código no llega.", "Se lo envié por SMS."]],
    fr: [["Mot de passe oublié ({member})", "Le lien ne marche pas.", "En voici un nouveau, valable une heure."]],
    ar: [["لا أستطيع تسجيل الدخول {member}", "الرمز لا يصل.", "أرسلناه برسالة نصية."]],
    tr: [["Hesabıma giremiyorum ({member})", "Kod gelmiyor.", "SMS ile gönderdik."]],
  },
};

const colleagues: Topic = {
  scenes: {
    en: [
      ["Stock of {product} in {city}", "How many {product} are left in {city}?", "Eleven, two of them reserved."],
      [
        "Who covers {weekday} {time} in {city}?",
        "{colleague} is ill. Who is free?",
        "Two people are free from {time}; I asked both.",
      ],
      [
        "Draft answer to review about {product}",
        "Three stars: “{product} arrived late”. Write an answer.",
        "Here is a draft of 60 words; it promises nothing.",
      ],
      ["Translate care sheet of {product}", "Into Portuguese please.", "Here it is; check the paragraph on vouchers."],
      [
        "Complaints about {product}, {weekday}",
        "What did customers complain about?",
        "Mostly {carrier} in {city}; nine of 21.",
      ],
    ],
  },
};

/** Kinds of conversation with how frequent they are, by who serves them. */
export const desks = {
  "Shop Concierge": [
    [orders, 5],
    [advice, 4],
    [account, 1],
  ],
  "Returns Desk": [
    [refunds, 5],
    [orders, 2],
  ],
  "Studio Booking": [
    [appointments, 6],
    [advice, 1],
  ],
  "Billing Desk": [
    [billing, 6],
    [refunds, 2],
    [account, 2],
  ],
  "Team Helper": [[colleagues, 1]],
} as const satisfies Readonly<Record<string, readonly (readonly [Topic, number])[]>>;
