import { deflateSync, inflateSync } from "node:zlib";
import { readPng } from "./read-png.ts";
import { writePng } from "./write-png.ts";

/** Colours of the palette. With twice as many a picture is a tenth larger, and looks the same. */
const most = 128;

/**
 * The same picture with a palette: a page has few colours, and the rarest, which are shades at the edges of letters, look
 * like their nearest neighbours.
 */
export function toSmallPng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = readPng(png, inflateSync);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts.keys()].sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
  const palette = colours.slice(0, most);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of colours.slice(most)) places.set(colour, nearest(palette, colour));
  const indices = Uint8Array.from(pixels, (pixel) => places.get(pixel) ?? 0);
  return writePng({ width, height, palette, indices }, (bytes) => deflateSync(bytes, { level: 9, memLevel: 9 }));
}

function nearest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [place, other] of palette.entries()) {
    const difference = distance(colour, other);
    if (difference < least) [best, least] = [place, difference];
  }
  return best;
}

/** The square of how far two colours are apart; the eye sees green best. */
function distance(left: number, right: number): number {
  const of = (shift: number) => ((left >> shift) & 255) - ((right >> shift) & 255);
  return 3 * of(16) ** 2 + 6 * of(8) ** 2 + of(0) ** 2;
}
