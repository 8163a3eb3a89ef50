import { createRecorder, type TraceWriter } from "./recorder.ts";
import { createSwitch } from "./switch.ts";
import { createWatch, type Watch } from "./watch.ts";

/** What the page's requests are written into. */
export const recorder = createRecorder((tell) => void setTimeout(tell, 50));

let list: TraceWriter | undefined;

/** The list that the page shows is another, or begins anew: what clients of the page ask from now on belongs to it. */
export function beginListTrace(title: string, hint?: string): TraceWriter {
  list = recorder.begin("list", title, hint);
  return list;
}

/** For the options of each client of the page: `createCargo({ …, ...watchPage() })`. */
export function watchPage(): Watch {
  return createWatch(() => (list ?? beginListTrace("This list")).book);
}

/** Whether the inspector is shown. */
export const shown = createSwitch();
