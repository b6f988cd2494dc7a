import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { synthesize as bundled } from "../../../infra/local/synth.ts";
import { synthesize } from "../../infra/cdk/support.ts";

const withCode = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.looseObject({ Code: z.unknown() }).partial().default({}),
    }),
  ),
});

/**
 * The assembly of stage `local` whose people sign in by WeCom: its own templates, with the bundles of the ordinary one, which
 * are the same code. Made in `folder`.
 */
export async function wecomAssembly(folder: string): Promise<string> {
  const plain = await bundled();
  await mkdir(folder, { recursive: true });
  const { templates } = synthesize("local", { context: { signIn: "wecom" } });
  for (const name of await readdir(plain)) {
    const stack = /^(.*)\.template\.json$/.exec(name)?.[1];
    const made = stack === undefined ? undefined : templates.get(stack)?.toJSON();
    if (made === undefined) {
      await symlink(join(plain, name), join(folder, name));
      continue;
    }
    const template = withCode.parse(made);
    const ordinary = withCode.parse(JSON.parse(await readFile(join(plain, name), "utf8")));
    for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type === "AWS::Lambda::Function") Properties.Code = ordinary.Resources[id]?.Properties.Code;
    }
    await writeFile(join(folder, name), JSON.stringify(template));
  }
  return folder;
}
