import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";
import type { VendorView } from "../model/view.ts";
import { createCargoView } from "./cargo/view.ts";
import { optionsOf, type ViewContext } from "./context.ts";
import { createCotoolView } from "./cotool/view.ts";
import { createInventView } from "./invent/view.ts";

/** How each vendor's view is made. A new vendor is one line here and one folder beside. */
const creators = {
  cargo: createCargoView,
  cotool: createCotoolView,
  invent: createInventView,
} satisfies { [V in VendorId]: (context: ViewContext) => VendorView };

/** The views of the vendors that the server shows, in its order. */
export function createViews(origin: string, info: DemoInfo): VendorView[] {
  return info.vendors.map(({ id }) => creators[id]({ info, ...optionsOf(origin, id) }));
}
