import { attempts, largestPhoto } from "./photo-plan.ts";

/** A file made on this phone, ready for the outbox. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Draws what the camera gave smaller, with these lines at its foot, as JPEG of at most 300 KB. Throws for no picture. */
export async function watermarked(picture: Blob, lines: readonly string[], name: string): Promise<MadeFile> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" });
  try {
    let smallest: Blob | undefined;
    for (const { width, height, quality } of attempts(bitmap.width, bitmap.height)) {
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      draw(canvas, bitmap, lines);
      smallest = await blobOf(canvas, "image/jpeg", quality);
      if (smallest.size <= largestPhoto) break;
    }
    if (smallest === undefined) throw new TypeError("no picture");
    return { name, type: "image/jpeg", bytes: await smallest.arrayBuffer() };
  } finally {
    bitmap.close();
  }
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, lines: readonly string[]): void {
  const { width, height } = canvas;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new TypeError("no canvas");
  pen.drawImage(bitmap, 0, 0, width, height);
  const size = Math.max(12, Math.round(Math.min(width, height) / 26));
  const line = size * 1.4;
  const band = line * lines.length + size * 0.6;
  pen.fillStyle = "rgb(0 0 0 / 55%)";
  pen.fillRect(0, height - band, width, band);
  pen.fillStyle = "#fff";
  pen.font = `${size}px system-ui, sans-serif`;
  pen.textBaseline = "top";
  for (const [index, text] of lines.entries()) {
    pen.fillText(text, size * 0.6, height - band + size * 0.4 + line * index, width - size * 1.2);
  }
}

/** What a canvas shows. Throws where the browser cannot say. */
export function blobOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new TypeError("no picture")) : resolve(blob)),
      type,
      quality,
    ),
  );
}
