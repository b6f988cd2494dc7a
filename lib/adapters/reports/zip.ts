import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { ZipWriter } from "../../app/ports.ts";

/** Already compressed inside. */
const compressed = /\.(?:xlsx|docx|zip|png)$/;

/** A zip that grows file by file; only what is compressed is kept. @throws whatever the compression throws */
export function zipWriter(madeAt: string): ZipWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((failure, chunk) => {
    if (failure !== null) throw failure;
    chunks.push(chunk);
  });
  return {
    add(name, body) {
      const entry = compressed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.mtime = madeAt;
      zip.add(entry);
      entry.push(body, true);
    },
    end() {
      zip.end();
      const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.byteLength;
      }
      return whole;
    },
  };
}
