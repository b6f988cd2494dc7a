import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEntry } from "../../../infra/constructs/bundle.ts";
import { functionVariables } from "../../../lib/config/environment.ts";
import { type Figure, rounded, shareOf } from "./measured.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const TIMES = 5;
/** Loads a bundle in a process of its own and says how long that took; what its first call would ask for is not there. */
const load =
  'process.on("unhandledRejection", () => {}); const began = performance.now(); ' +
  "await import(process.argv[1]); console.log(performance.now() - began); process.exit();";

/** How long each function's bundle takes to load, beside a handler that has the table's client and nothing else. */
export async function starts(tell: (text: string) => void): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "jiesu-bench-"));
  const built = (name: string, entry: string) => {
    buildEntry(join(root, entry), join(folder, name));
    return join(folder, name, "index.mjs");
  };
  const bare = built("bare", "test/bench/desk/bare-handler.ts");
  const figures: Figure[] = [];
  for (const [name, variables] of Object.entries(functionVariables)) {
    tell(name);
    const settings = exampleSettings(variables);
    const bundle = built(name, `functions/${name}.ts`);
    const [own, floor]: [number[], number[]] = [[], []];
    // In turn, so that whatever else the machine does meets both.
    for (let time = 0; time < TIMES; time += 1) {
      own.push(loaded(bundle, settings));
      floor.push(loaded(bare, exampleSettings([])));
    }
    const [mine, others] = [middle(own), middle(floor)];
    figures.push({
      part: "starts",
      what: name,
      count: TIMES,
      inFlight: 1,
      seconds: rounded(mine / 1000, 3),
      perSecond: 0,
      p50Ms: mine,
      p95Ms: shareOf(own.toSorted(ascending), 0.95),
      note: `${rounded(mine / others, 2)} × a bare handler (${others} ms)`,
    });
  }
  await rm(folder, { recursive: true });
  return figures;
}

const ascending = (a: number, b: number) => a - b;
const middle = (all: readonly number[]) => shareOf(all.toSorted(ascending), 0.5);

/** Settings with which a function loads, and nothing else: what they name is not there. */
export function exampleSettings(variables: readonly string[]): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(variables.map((variable) => [variable, exampleOf(variable)])),
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
  };
}

/** Of a form of their own; a function whose settings are refused has not loaded. */
const ownForm: Readonly<Record<string, string>> = {
  SECRETS: "/example/",
  OIDC_AUDIENCE_CLAIM: "aud",
  SIGN_IN: "oidc",
};

function exampleOf(variable: string): string {
  const kept = ownForm[variable];
  if (kept !== undefined) return kept;
  if (/_(URL|ORIGIN|ORIGINS|ISSUER)$/.test(variable)) return "https://desk.example";
  return variable.endsWith("_ARN") ? "arn:aws:sqs:us-east-1:000000000000:example" : "example";
}

function loaded(bundle: string, settings: Readonly<Record<string, string>>): number {
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "-e", load, bundle], { env: { ...settings } }),
  );
}
