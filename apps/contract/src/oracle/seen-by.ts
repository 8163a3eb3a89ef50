import type { Oracle } from "./seeded-fault.ts";

/** Which oracles see a fault. */
export const both: readonly Oracle[] = ["prism", "schema"];
export const onlySchema: readonly Oracle[] = ["schema"];
export const none: readonly Oracle[] = [];
