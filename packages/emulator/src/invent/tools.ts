import type { components } from "@agent-chats/schema/invent";
import type { Random } from "../random.ts";

type Tool = components["schemas"]["Tool"];

/** What the assistants can call: name, name for people, action, what it does, and its one parameter. */
const models = [
  ["find_order", "Find an order", "shop.orders.get", "Reads an order and its parcels by number", "order_number"],
  ["create_return", "Open a return", "shop.returns.create", "Opens a return and makes its label", "order_number"],
  ["refund", "Refund", "payments.refunds.create", "Pays money back to where it came from", "payment_id"],
  ["free_slots", "Free slots", "calendar.slots.list", "Lists free appointments of a studio", "city"],
  ["send_invoice", "Send an invoice", "billing.invoices.send", "Sends an invoice again", "order_number"],
  ["stock", "Stock", "shop.stock.get", "Reads how many pieces a shop has", "product"],
] as const;

/** Which of them each assistant has, by their places above. */
const sets: Readonly<Record<string, readonly number[]>> = {
  "Shop Concierge": [0, 5],
  "Returns Desk": [0, 1, 2],
  "Studio Booking": [3],
  "Billing Desk": [4, 2],
  "Team Helper": [5],
};

/** The tools of an assistant. */
export function createTools(random: Random, assistant: string): Tool[] {
  const connection = random.uuid();
  return (sets[assistant] ?? []).flatMap((place): Tool[] => {
    const model = models[place];
    if (!model) return [];
    const [name, displayName, action, description, parameter] = model;
    return [
      {
        name,
        display_name: displayName,
        action_name: action,
        description,
        icon: random.chance(0.5) ? "StepFormIcon" : null,
        icon_url: random.chance(0.5) ? `https://media.halcyonvale.example/icons/${name}.svg` : null,
        connection_id: connection,
        parameters: { type: "object", properties: { [parameter]: { type: "string" } }, required: [parameter] },
        enabled_by_default: random.chance(0.8),
        callback: null,
      },
    ];
  });
}
