import type { Pagination, VendorId } from "@agent-chats/schema";
import type { vendors } from "../vendors.ts";
import type { ListDials } from "./list-dials.ts";

type Operations<V extends VendorId> = (typeof vendors)[V]["vendor"]["operations"];

/** Names of the operations that list. */
type ListingName<V extends VendorId> = {
  [Name in keyof Operations<V>]: Operations<V>[Name] extends { readonly pagination: Pagination } ? Name : never;
}[keyof Operations<V>];

/** Names of the query parameters that an operation can do without. */
type Ignorable<Operation> = Operation extends { readonly parameters: readonly (infer Parameter)[] }
  ? Extract<Parameter, { readonly in: "query"; readonly required: false }> extends { readonly name: infer Name }
    ? Name & string
    : never
  : never;

/** The dials of every operation that lists, by vendor. */
export type EmulatorDials = {
  readonly [V in VendorId]: { [Name in ListingName<V>]: ListDials<Ignorable<Operations<V>[Name]>> };
};

/** The dials to begin with: those that are left out are as the vendor is. */
export type InitialDials = { readonly [V in VendorId]?: Partial<EmulatorDials[V]> };
