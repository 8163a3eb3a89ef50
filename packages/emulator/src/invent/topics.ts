/** One way in which a conversation goes: a title, what the customer says, and what is answered. */
export type Scene = readonly [title: string, customer: string, answer: string];

/** A kind of conversation. Texts hold slots: see `subject.ts`. */
export interface Topic {
  /** Scenes by ISO 639 code of the language; English is always there. */
  readonly scenes: { readonly en: readonly Scene[] } & Readonly<Record<string, readonly Scene[]>>;
}

export const orders: Topic = {
  scenes: {
    en: [
      [
        "Where is order {order}?",
        "Hi, order {order} should have been here on {weekday}. Where is it?",
        "It left our warehouse and is with {carrier} in {city}. Delivery is planned for {weekday}.",
      ],
      [
        "Change address of order {order}",
        "I moved! Can you send {order} to {city} instead?",
        "Done: order {order} now goes to the new address in {city}.",
      ],
      [
        "Wrong item in {order}: {product}",
        "I ordered the {product} in {colour} and got another one.",
        "Sorry about that. A new one in {colour} leaves today, and a label for the other is in your mail.",
      ],
      [
        "Add {product} to order {order}",
        "Can I still add the {product} to my order?",
        "The order is packed already. I can make a second one without shipping costs.",
      ],
      [
        "{carrier} says delivered, nothing here ({order})",
        "Tracking says delivered but there is nothing. Neighbours have nothing either 😕",
        "I opened a search with {carrier}. You get an answer by {weekday}, or a new parcel.",
      ],
      [
        "Delivery slot {weekday}, {city}",
        "Can the driver come after {time}?",
        "{carrier} confirms {weekday} after {time}.",
      ],
      [
        "Parcel damaged: {product}",
        "The box was open and the {product} has a crack, see the photo.",
        "Thank you for the photo. Keep it, a new {product} is on its way.",
      ],
      [
        "Customs form for {order}, {city}",
        "Customs in {city} asks for an invoice for {order}.",
        "The invoice with the customs number is attached.",
      ],
    ],
    es: [
      [
        "¿Dónde está mi pedido {order}?",
        "Hola, mi pedido {order} no ha llegado todavía.",
        "Está en reparto con {carrier} y llega mañana antes de las {time}.",
      ],
      [
        "Pedido {order}: falta {product}",
        "En la caja faltaba un artículo: {product}.",
        "Lo sentimos mucho. Sale hoy mismo sin coste para usted.",
      ],
    ],
    fr: [
      [
        "Commande {order} : colis bloqué à {city}",
        "Bonjour, mon colis est bloqué à {city} depuis trois jours.",
        "Nous avons relancé {carrier}. Nouvelle date prévue : demain.",
      ],
      [
        "Échange {product}, autre couleur",
        "Puis-je l’échanger contre une autre couleur ?",
        "Bien sûr, l’étiquette de retour est dans votre boîte mail.",
      ],
    ],
    de: [
      [
        "Bestellung {order} fehlt",
        "Guten Tag, die Sendung {order} hätte gestern kommen sollen.",
        "Sie liegt bei {carrier} in {city} und wird morgen zugestellt.",
      ],
      ["Lieferadresse ändern ({order})", "Können Sie an die Packstation liefern?", "Ja, das ist jetzt so hinterlegt."],
    ],
    pt: [
      [
        "Pedido {order} atrasado",
        "Oi, meu pedido {order} ainda não chegou 😢",
        "Ele está em {city} com a {carrier} e chega até amanhã.",
      ],
    ],
    ja: [["注文{order}の配送状況", "注文{order}はいつ届きますか？", "{carrier}より明日お届けの予定です。"]],
    zh: [["订单{order}还没到", "你好，订单{order}显示已签收，但我没收到。", "非常抱歉，我们已联系{carrier}核实。"]],
    ko: [["주문 {order} 배송 문의", "주문 {order} 언제 도착하나요?", "{carrier}에서 내일 도착 예정입니다."]],
    ar: [["أين طلبي {order}؟", "مرحبا، لم يصل الطلب {order} بعد.", "الطلب مع {carrier} وسيصل غدًا إن شاء الله."]],
    uk: [
      [
        "Де замовлення {order}?",
        "Добрий день, замовлення {order} ще не приїхало.",
        "Воно у {carrier}, доставка завтра.",
      ],
    ],
    el: [
      [
        "Παραγγελία {order}: καθυστέρηση",
        "Καλησπέρα, δεν έχω λάβει την παραγγελία {order}.",
        "Είναι στην {carrier} και παραδίδεται αύριο.",
      ],
    ],
    tr: [["{order} numaralı sipariş nerede?", "Merhaba, siparişim hâlâ gelmedi.", "{carrier} yarın teslim edecek."]],
    pl: [
      [
        "Gdzie jest zamówienie {order}?",
        "Dzień dobry, paczka miała być wczoraj.",
        "Paczka jest w {carrier}, dostawa jutro.",
      ],
    ],
    vi: [["Đơn hàng {order} ở đâu?", "Chào shop, đơn {order} chưa tới ạ.", "{carrier} sẽ giao ngày mai nhé ạ."]],
  },
};

export const refunds: Topic = {
  scenes: {
    en: [
      [
        "Refund for {order} ({amount})",
        "I sent the {product} back two weeks ago. Where are my {amount}?",
        "The parcel came in on {weekday}. {amount} are on their way to your card; banks take up to five days.",
      ],
      [
        "Return {product} ({order}), label missing",
        "There was no return label in the box.",
        "Here it is as a PDF. Any {carrier} shop in {city} takes the parcel.",
      ],
      [
        "Refund of {amount} to another card?",
        "The card I paid with has expired.",
        "The bank moves it to your new card. If not, tell us by {weekday}.",
      ],
      ["Partial refund, {product} scratched", "I would keep it for a discount.", "We can give back {amount}. Shall I?"],
      [
        "Return of {product} after 40 days",
        "I was ill and missed the deadline by ten days.",
        "No problem. We take it back, see the label.",
      ],
      [
        "Gift return without receipt: {product}",
        "It was a present; can I get a voucher for the {product}?",
        "Yes. Tell me the number on the slip, it begins with HV.",
      ],
    ],
    es: [["Devolución de {product}", "¿Cuándo me devuelven los {amount}?", "Ya está tramitado, tarda de 3 a 5 días."]],
    fr: [
      [
        "Remboursement {order} toujours en attente",
        "J’attends {amount} depuis dix jours.",
        "Le virement est parti ce matin.",
      ],
    ],
    de: [["Rückerstattung {order}", "Die {amount} sind noch nicht da.", "Die Zahlung ist heute angewiesen worden."]],
    pt: [["Estorno do pedido {order}", "Quando cai o estorno de {amount}?", "Em até duas faturas do cartão."]],
    ja: [["返品・返金のお願い（{product}）", "サイズが合わないので返品したいです。", "返送用ラベルをお送りしました。"]],
    zh: [["退款进度 {order}", "退款{amount}什么时候到账？", "预计三到五个工作日。"]],
    ar: [["استرجاع مبلغ {amount}", "متى يصل المبلغ إلى حسابي؟", "خلال خمسة أيام عمل."]],
  },
};

export const appointments: Topic = {
  scenes: {
    en: [
      [
        "Book a fitting in {city}, {weekday} {time}",
        "Is there a slot on {weekday} after {time}?",
        "{weekday} at {time} in {city} is yours. You get a reminder the day before.",
      ],
      [
        "Reschedule {weekday} {time}, {city}",
        "Something came up, can we move it by a week?",
        "Moved. Same time, one week later.",
      ],
      ["Cancel {weekday} appointment in {city}", "Please cancel, no new one needed.", "It is cancelled. All the best!"],
      [
        "Repair drop-off {city}: {product}",
        "Can I bring the {product} without an appointment?",
        "Yes, until {time}. The repair takes four days.",
      ],
      [
        "Late for {time} in {city}",
        "Stuck in traffic, 15 minutes late 🙏",
        "Thanks for telling us, the team in {city} knows.",
      ],
      [
        "Home visit {city}, {weekday}: who comes?",
        "Who will come on {weekday}?",
        "{colleague} comes, with an identity card.",
      ],
    ],
    es: [
      ["Cita en {city} el viernes, {time}", "¿Tienen hueco el viernes a las {time}?", "Sí, reservado a las {time}."],
    ],
    fr: [["Rendez-vous à {city}, {time}", "Je voudrais un rendez-vous vers {time}.", "C’est noté, à bientôt !"]],
    de: [
      [
        "Termin in {city} verschieben ({time})",
        "Geht es auch um {time}?",
        "Ja, {time} ist frei und für Sie eingetragen.",
      ],
    ],
    pt: [["Remarcar horário das {time}", "Posso remarcar para a tarde?", "Remarcado para as {time}."]],
    ja: [["{city}店の予約変更", "予約を{time}に変更できますか？", "{time}に変更いたしました。"]],
    ko: [["{time} 예약 변경", "예약 시간을 바꾸고 싶어요.", "{time}으로 변경했습니다."]],
  },
};
