import { crc32 } from "node:zlib";

/** A picture whose pixels are places in a palette of at most 256 colours, each 0xRRGGBB. */
export interface PalettePicture {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly number[];
  readonly indices: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Writes a PNG with a palette. Rows are not predicted: that helps photographs, not flat colours. */
export function writePng(picture: PalettePicture, deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const { width, height, palette, indices } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, by palette.
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [toChunk("IHDR", header), toChunk("PLTE", colours), toChunk("IDAT", deflate(rows))];
  return Buffer.concat([Buffer.from(signature), ...chunks, toChunk("IEND", Buffer.alloc(0))]);
}

function toChunk(kind: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.byteLength, 0);
  ends.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([ends.subarray(0, 4), content, ends.subarray(4)]);
}
