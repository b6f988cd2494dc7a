import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Pixels per module: sharp at 300 dpi on 2.5 cm. */
const SCALE = 8;

/** A QR code as a black-and-white PNG with the quiet zone that scanners want (four modules). */
export function qrPng(text: string): Uint8Array {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const side = size * SCALE;
  const rowBytes = Math.ceil(side / 8);
  const pixels = Buffer.alloc((rowBytes + 1) * side);
  for (let y = 0; y < side; y += 1) {
    // The first byte of a row names its filter: none.
    const row = y * (rowBytes + 1) + 1;
    for (let x = 0; x < side; x += 1) {
      const dark = data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ?? false;
      if (!dark) pixels[row + (x >> 3)] = (pixels[row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit a pixel, greyscale.
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
