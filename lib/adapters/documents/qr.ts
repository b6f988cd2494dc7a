import { encode } from "uqr";
import { png } from "../formats/png.ts";

/** Pixels per module: sharp at 300 dpi on 2.5 cm. A row is whole bytes. */
const SCALE = 8;

/** A QR code as a black-and-white PNG with the quiet zone that scanners want (four modules). */
export function qrPng(text: string): Uint8Array {
  const { data: modules, size } = encode(text, { ecc: "M", border: 4 });
  const side = size * SCALE;
  const data = new Uint8Array(size * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = modules[Math.floor(y / SCALE)]?.[x] ?? false;
      if (!dark) data[y * size + x] = 0xff;
    }
  }
  return png({ width: side, height: side, pixels: "grey1", data });
}
