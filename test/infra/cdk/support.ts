import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { addJiesu, jiesuApp } from "../../../infra/jiesu.ts";
import { readStage } from "../../../infra/stages/stage.ts";

export const root = join(import.meta.dirname, "..", "..", "..");

/** Templates are JSON of many shapes; a wrong guess about one fails the test that makes it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = Record<string, any>;

/** A resource of any stack with the stack's name. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Loose;
  readonly raw: Loose;
}

export interface Synthesized {
  readonly app: App;
  readonly stacks: readonly Stack[];
  readonly templates: ReadonlyMap<string, Template>;
  readonly resources: readonly Resource[];
  /** Resources of one type, in all stacks. */
  ofType(type: string): readonly Resource[];
  /** The resource an intrinsic leads to, through exports of other stacks; undefined for anything else. */
  follow(from: string, value: unknown): { resource: Resource; attribute: string } | undefined;
}

const cache = new Map<string, Synthesized>();

/** Synthesizes a stage, once for all promises, with the context of cdk.json; without code bundles unless asked for. */
export function synthesize(stage: string, options: SynthesizeOptions = {}): Synthesized {
  const key = JSON.stringify([stage, options]);
  const known = cache.get(key) ?? build(stage, options);
  cache.set(key, known);
  return known;
}

/** What a company would have to say itself before a stage other than local is synthesized. */
export const ownAddresses = {
  mailDomain: "desk.jiesu.internal",
  mailFrom: "接诉 <desk@desk.jiesu.internal>",
  oidcIssuer: "https://login.jiesu.internal",
  alarmEmail: "duty@jiesu.internal",
};

interface SynthesizeOptions {
  readonly bundles?: boolean;
  readonly context?: Record<string, string>;
}

function build(stage: string, options: SynthesizeOptions): Synthesized {
  const { context } = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  const app = jiesuApp({
    context: {
      ...context,
      stage,
      ...(stage === "local" ? {} : ownAddresses),
      ...options.context,
      ...(options.bundles === true ? {} : { "aws:cdk:bundling-stacks": [] }),
    },
    outdir: temporaryFolder(),
  });
  const stacks = addJiesu(
    app,
    readStage((key) => app.node.tryGetContext(key)),
  );
  const templates = new Map(stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]));
  const resources = [...templates].flatMap(([stack, template]) =>
    Object.entries<Loose>(template.toJSON().Resources ?? {}).map(([id, raw]) => ({
      stack,
      id,
      type: String(raw.Type),
      properties: raw.Properties ?? {},
      raw,
    })),
  );
  const exported = new Map(
    [...templates].flatMap(([stack, template]) =>
      Object.values<Loose>(template.toJSON().Outputs ?? {}).flatMap((output) =>
        output.Export === undefined ? [] : [[output.Export.Name, { stack, value: output.Value }] as const],
      ),
    ),
  );

  const follow: Synthesized["follow"] = (from, value) => {
    if (typeof value !== "object" || value === null) return undefined;
    const intrinsic = value as Loose;
    if (intrinsic["Fn::ImportValue"] !== undefined) {
      const target = exported.get(intrinsic["Fn::ImportValue"]);
      if (target === undefined) throw new Error(`no export ${intrinsic["Fn::ImportValue"]}`);
      return follow(target.stack, target.value);
    }
    const [id, attribute] = intrinsic["Fn::GetAtt"] ?? [intrinsic.Ref, "Ref"];
    const resource = resources.find((candidate) => candidate.stack === from && candidate.id === id);
    return resource === undefined ? undefined : { resource, attribute };
  };

  return {
    app,
    stacks,
    templates,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    follow,
  };
}

/** A function's resource: the construct is named after the function (`mail-in` → MailIn…). */
export function lambdaOf(synthesized: Synthesized, name: string): Resource {
  const prefix = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = synthesized
    .ofType("AWS::Lambda::Function")
    .filter((resource) => resource.id.startsWith(`${prefix}Function`));
  if (found.length !== 1) throw new Error(`${found.length} functions for ${name}`);
  return found[0]!;
}

/** Every statement of the policies attached to a function's role. */
export function statementsOf(synthesized: Synthesized, lambda: Resource): readonly Loose[] {
  const [roleId] = lambda.properties.Role["Fn::GetAtt"];
  return synthesized
    .ofType("AWS::IAM::Policy")
    .filter((policy) => policy.stack === lambda.stack)
    .filter((policy) => policy.properties.Roles.some((role: Record<string, string>) => role.Ref === roleId))
    .flatMap((policy) => policy.properties.PolicyDocument.Statement);
}

export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the test process does. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jiesu-cdk-"));
  folders.push(folder);
  return folder;
}
