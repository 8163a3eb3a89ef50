export type { EmulatorDials, InitialDials } from "./dials/emulator-dials.ts";
export type { Amount, Churn, ListDials, ListOrder } from "./dials/list-dials.ts";
export type { Emulator, EmulatorOptions } from "./emulator.ts";
export { createEmulator } from "./emulator.ts";
export type { RequestRecord } from "./request-log.ts";
export type { Listener, ListenOptions } from "./server.ts";
export { listen } from "./server.ts";
export type { EmulatorState } from "./vendors.ts";
