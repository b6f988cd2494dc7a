import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isObject, type Json, TemplateError } from "./json.ts";

const jsonSchema = z.json();
const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), jsonSchema).default({}),
  Condition: z.string().optional(),
});
const templateSchema = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: jsonSchema.optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), jsonSchema))).default({}),
  Conditions: z.record(z.string(), jsonSchema).default({}),
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({
        Value: jsonSchema,
        Export: z.object({ Name: jsonSchema }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
});

export type CloudTemplate = z.infer<typeof templateSchema>;

/** One stack as `cdk synth` wrote it. */
export interface SynthesizedStack {
  readonly name: string;
  readonly template: CloudTemplate;
}

/** A cloud assembly: its stacks and where each asset (by object key in the bootstrap bucket) lies on disk. */
export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly SynthesizedStack[];
  readonly assets: ReadonlyMap<string, string>;
}

const manifestSchema = z.object({
  artifacts: z
    .record(
      z.string(),
      z.looseObject({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }),
    )
    .default({}),
});
const assetsSchema = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

async function readJson(file: string): Promise<unknown> {
  const parsed: unknown = JSON.parse(await readFile(file, "utf8"));
  return parsed;
}

function text(properties: Record<string, unknown>, key: string): string | undefined {
  const value = properties[key];
  return typeof value === "string" ? value : undefined;
}

/** Reads a cloud assembly folder (assemblies of CDK stages inside it too). Throws TemplateError if it has no stack. */
export async function loadAssembly(directory: string): Promise<Assembly> {
  const manifest = manifestSchema.parse(await readJson(join(directory, "manifest.json")));
  const stacks: SynthesizedStack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    if (artifact.type === "aws:cloudformation:stack") {
      const file = text(artifact.properties, "templateFile") ?? `${id}.template.json`;
      const template = templateSchema.parse(await readJson(join(directory, file)));
      stacks.push({ name: text(artifact.properties, "stackName") ?? id, template });
    } else if (artifact.type === "cdk:asset-manifest") {
      const file = text(artifact.properties, "file") ?? `${id}.json`;
      const parsed = assetsSchema.parse(await readJson(join(directory, file)));
      for (const { source, destinations } of Object.values(parsed.files)) {
        for (const { objectKey } of Object.values(destinations)) {
          if (source.path !== undefined) assets.set(objectKey, join(directory, source.path));
        }
      }
    } else if (artifact.type === "cdk:cloud-assembly") {
      const inner = await loadAssembly(join(directory, text(artifact.properties, "directoryName") ?? id));
      stacks.push(...inner.stacks);
      for (const [key, path] of inner.assets) assets.set(key, path);
    }
  }
  if (stacks.length === 0) throw new TemplateError(`${directory}: the cloud assembly has no stack`);
  return { directory, stacks, assets };
}

/** A template written by hand (tests). Throws ZodError if its form is wrong. @internal */
export function parseTemplate(template: Json): CloudTemplate {
  if (!isObject(template)) throw new TemplateError("a template must be an object");
  return templateSchema.parse(template);
}
