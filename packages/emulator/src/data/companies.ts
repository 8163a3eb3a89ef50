import type { Random } from "../random.ts";

/** A firm that somebody sells to or works for. */
export interface Company {
  readonly name: string;
  /** A domain below `.example`, which nobody can own (RFC 2606). */
  readonly domain: string;
  readonly industry: string;
}

const words = (text: string) => text.split(" ");

const stems = words(
  "Halden Pellworm Norrvik Tessellate Brightwater Quillon Marrow Copperline Fenwick Ostara Lumenhall Ravensgate " +
    "Kestrel Solvang Thornfield Bluemoor Aldergrove Cinderpeak Vantry Ironwood Meridian Okanda Saltmarsh Juniper " +
    "Wexcombe Palisade Hollowell Nimbus Zephyrine Arkwright Delmora Evertide Goldcrest Harrowgate Islay Jadestone " +
    "Kingsmere Larkspur Mossbridge Northlight Opaline Pinehurst Quarrystone Rosewarne Silverbirch Tamarack Umberline " +
    "Verdant Wavecrest Yarrow Älvdal Böhmer Crèmont Damião Eskişar Fjordane Gdańsko Hábilis",
);

/** Second words of a firm's name by industry. */
const industries: readonly (readonly [industry: string, words: readonly string[]])[] = [
  ["Logistics", ["Logistics", "Freight", "Supply Chain", "Shipping"]],
  ["Robotics", ["Robotics", "Automation", "Dynamics"]],
  ["Healthcare", ["Health", "Medical", "Diagnostics", "Clinics"]],
  ["Financial services", ["Capital", "Payments", "Bank", "Insurance"]],
  ["Software", ["Software", "Cloud", "Systems", "Analytics", "Labs"]],
  ["Manufacturing", ["Manufacturing", "Works", "Components", "Steel"]],
  ["Energy", ["Energy", "Renewables", "Grid", "Solar"]],
  ["Retail", ["Retail", "Outfitters", "Home", "Markets"]],
  ["Food and drink", ["Foods", "Brewing", "Roasters", "Dairy"]],
  ["Media", ["Media", "Studios", "Press"]],
  ["Education", ["Learning", "Academy"]],
  ["Biotechnology", ["Bio", "Genomics", "Therapeutics"]],
  ["Construction", ["Construction", "Engineering", "Properties"]],
  ["Travel", ["Travel", "Hotels", "Airways"]],
];

/** Every firm that there can be. */
const companies: readonly Company[] = stems.flatMap((stem) =>
  industries.flatMap(([industry, seconds]) =>
    seconds.map((second): Company => {
      const name = `${stem} ${second}`;
      return { name, domain: toDomain(name), industry };
    }),
  ),
);

/** Some firm, of some three thousand. */
export function pickCompany(random: Random): Company {
  return random.pick(companies);
}

function toDomain(name: string): string {
  const letters = name.toLowerCase().normalize("NFD").replaceAll("ş", "s");
  return `${letters.replace(/[^a-z]/g, "")}.example`;
}
