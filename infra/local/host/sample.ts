import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

const sampleSchema = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), post: z.string() })),
  channelKeys: z.array(z.object({ system: z.string(), key: z.string() })),
});

/** Who can sign in and which systems may post, as the importer of the sample company tells it. */
export type SampleCompany = z.infer<typeof sampleSchema>;

/** What the importer may use. It must be repeatable: after a crash in the middle it is called again. */
export interface SeedContext {
  /** AWS_* with the operator's credentials, and the template's variables of all functions together. */
  readonly env: Readonly<Record<string, string>>;
  /** The virtual now, epoch milliseconds. */
  readonly now: number;
}

export interface Seed {
  /** Imports the company into a new data folder. */
  import(context: SeedContext): Promise<SampleCompany>;
  /** Tells the installation where the receivers of this start are: their port may be another one than before. */
  connect(context: SeedContext): Promise<void>;
}

const nobody: SampleCompany = { users: [], channelKeys: [] };

/** The sample company of this data folder; imported once, when the folder is new. */
export async function sampleCompany(
  directory: string,
  seed: Seed | undefined,
  context: SeedContext,
): Promise<SampleCompany> {
  const file = join(directory, "sample.json");
  try {
    return sampleSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  if (seed === undefined) return nobody;
  const company = await seed.import(context);
  await writeFile(`${file}.new`, JSON.stringify(company, undefined, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return company;
}
