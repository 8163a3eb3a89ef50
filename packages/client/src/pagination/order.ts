import type { Row } from "./row.ts";

/** The order of a list, as far as the times of its items show one. */
export interface ListOrder {
  readonly by: "created" | "updated";
  readonly direction: "ascending" | "descending";
}

/** Where an item that changes goes: it stays, or it jumps to an end of the list. */
export type Movement = "none" | "toHead" | "toEnd" | "unrecognised";

/** Recognises the order of a list from what arrives. No vendor documents it. */
export interface OrderWatch {
  /** Looks at the items of one answer, in their order; those of two answers may be from different times. */
  observe(rows: readonly Row<unknown>[]): void;
  readonly order: ListOrder | undefined;
  readonly movement: Movement;
  /** Neighbours that show the order: with a few, it may be there by chance. */
  readonly evidence: number;
}

/** Makes a watch that has seen nothing. */
export function createOrderWatch(): OrderWatch {
  const created = createTrend();
  const updated = createTrend();
  // Where both fit, the order that asks more of a walk counts.
  const recognise = (): ListOrder | undefined => {
    if (updated.fits("descending")) return { by: "updated", direction: "descending" };
    if (updated.fits("ascending")) return { by: "updated", direction: "ascending" };
    if (created.fits("descending")) return { by: "created", direction: "descending" };
    return created.fits("ascending") ? { by: "created", direction: "ascending" } : undefined;
  };
  return {
    observe(rows) {
      for (let index = 1; index < rows.length; index++) {
        const [before, after] = [rows[index - 1] as Row<unknown>, rows[index] as Row<unknown>];
        created.observe(before.createdAt, after.createdAt);
        updated.observe(before.updatedAt, after.updatedAt);
      }
    },
    get order() {
      return recognise();
    },
    get evidence() {
      const order = recognise();
      return order ? (order.by === "updated" ? updated : created).count : 0;
    },
    get movement() {
      const order = recognise();
      if (order?.by === "updated") return order.direction === "descending" ? "toHead" : "toEnd";
      // Where all were updated at the same moment, they may be in the order of that as well.
      return order && !updated.isLevel ? "none" : "unrecognised";
    },
  };
}

/** Whether times only rise or only fall, from neighbour to neighbour. Equal times are neither. */
function createTrend() {
  let [rises, falls, isBroken] = [0, 0, false];
  return {
    observe(before: number, after: number) {
      if (after > before) rises++;
      else if (after < before) falls++;
      else if (after !== before) isBroken = true;
    },
    get count() {
      return rises + falls;
    },
    get isLevel() {
      return !isBroken && rises + falls === 0;
    },
    fits(direction: ListOrder["direction"]): boolean {
      return !isBroken && (direction === "ascending" ? rises > 0 && falls === 0 : falls > 0 && rises === 0);
    },
  };
}
