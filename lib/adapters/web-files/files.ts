import { readFile } from "node:fs/promises";
import * as z from "zod";

/** How a file may be sent: as it is, or compressed when the files were built. */
export const encodings = ["br", "gzip", "identity"] as const;
export type FileEncoding = (typeof encodings)[number];

/** `files.json` beside the files: what there is, by its path, and the compressed editions of it. */
export const fileList = z.record(
  z.string(),
  z.strictObject({ type: z.string(), encodings: z.array(z.enum(encodings)) }),
);

export interface WebFile {
  readonly type: string;
  readonly encoding: FileEncoding;
  readonly bytes: Buffer;
}

/** The built files of the staff's pages. */
export interface WebFiles {
  /** The first of these encodings in which the file is there; undefined: no such file. */
  read(path: string, accepted: readonly FileEncoding[]): Promise<WebFile | undefined>;
}

const endings: Readonly<Record<FileEncoding, string>> = { br: ".br", gzip: ".gz", identity: "" };

/** Files of a folder that infra/web/build.ts has made. Only what its list names can be read. */
export function webFiles(folder: URL): WebFiles {
  let listed: Promise<z.infer<typeof fileList>> | undefined;
  const list = () => {
    listed ??= readFile(new URL("files.json", folder), "utf8").then((text) =>
      fileList.parse(JSON.parse(text)),
    );
    return listed;
  };
  const kept = new Map<string, Promise<Buffer>>();
  const bytesOf = (name: string) => {
    const known = kept.get(name) ?? readFile(new URL(name, folder));
    kept.set(name, known);
    return known;
  };
  return {
    read: async (path, accepted) => {
      const files = await list();
      const entry = Object.hasOwn(files, path) ? files[path] : undefined;
      if (entry === undefined) return undefined;
      const encoding = accepted.find((one) => entry.encodings.includes(one)) ?? "identity";
      return { type: entry.type, encoding, bytes: await bytesOf(`${path}${endings[encoding]}`) };
    },
  };
}
