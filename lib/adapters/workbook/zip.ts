import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from "fflate";
import type { ZipWriter } from "../../app/ports/reports.ts";

/** Already compressed inside. */
const compressed = /\.(?:xlsx|docx|zip|png|jpe?g|heic|webp|mp[34]|m4a|amr)$/i;

/** An entry as another archive holds it. */
export interface PackedEntry {
  readonly path: string;
  readonly data: Uint8Array;
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number;
}

/**
 * A zip that grows file by file; only what is compressed is kept. A `Date` is written as its local time.
 * @throws whatever the compression throws
 */
export function zipWriter(madeAt: string | Date): ZipWriter & { pass(entry: PackedEntry): void } {
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
    /** Takes an entry over as it is packed. */
    pass({ path, data, crc, size, method }) {
      const entry: ZipInputFile = { filename: path, size, crc, compression: method, mtime: madeAt };
      zip.add(entry);
      entry.ondata?.(null, new Uint8Array(data), true);
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
