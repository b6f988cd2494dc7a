import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type FunctionProfile, functionProfiles } from "../../../../infra/catalogue/functions.ts";
import { grantsOf } from "../../../../infra/catalogue/grants.ts";
import { type FunctionName, functionVariables, readEnvironment } from "../../../../lib/config/environment.ts";
import { functionSecrets } from "../../../../lib/config/secrets.ts";
import { handlerPaths, pagePaths } from "../../../../lib/contracts/pages/paths.ts";
import { routes } from "../../../../lib/contracts/routes.ts";
import { type Loose, lambdaOf, list, root, type Synthesized, statementsOf, synthesize } from "../support.ts";

const names = Object.keys(functionVariables) as FunctionName[];
let local: Synthesized;
beforeAll(() => {
  local = synthesize("local");
}, 180_000);

/** What a reference becomes at deployment, as far as lib/config checks it. */
const isJoin = (value: unknown): value is { "Fn::Join": [string, unknown[]] } =>
  typeof value === "object" && value !== null && "Fn::Join" in value;
const isPseudo = (value: unknown): value is { Ref: string } =>
  typeof value === "object" && value !== null && "Ref" in value && String(value.Ref).startsWith("AWS::");

function deployed(from: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (isJoin(value)) return value["Fn::Join"][1].map((part) => deployed(from, part)).join("");
  if (isPseudo(value)) return value.Ref.slice("AWS::".length).toLowerCase();
  const target = local.follow(from, value);
  if (target === undefined) throw new Error(`not a reference: ${JSON.stringify(value)}`);
  const { resource, attribute } = target;
  if (attribute.endsWith("Arn")) return `arn:${resource.id}`;
  return resource.type === "AWS::SQS::Queue" ? `https://queues.example/${resource.id}` : resource.id;
}

/** A grant's resource in words: `ComplaintTable.Arn/index/facts`. */
function inWords(from: string, value: unknown): string {
  if (typeof value === "string") return value;
  const join = (value as Loose)["Fn::Join"];
  if (join !== undefined) return join[1].map((part: unknown) => inWords(from, part)).join("");
  const target = local.follow(from, value);
  return target === undefined
    ? `<${(value as { Ref: string }).Ref}>`
    : `${target.resource.id}.${target.attribute}`;
}

describe("the functions", () => {
  it("are those lib/config names, no more", () => {
    expect(local.ofType("AWS::Lambda::Function")).toHaveLength(names.length);
    for (const name of names) expect(lambdaOf(local, name).properties.Handler).toBe("index.handler");
  });

  it("run on Node 24 and arm64 with an explicit size, their own log group and no tracing", () => {
    for (const name of names) {
      const { properties } = lambdaOf(local, name);
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        MemorySize: functionProfiles[name].memoryMb,
        Timeout: functionProfiles[name].timeoutSeconds,
      });
      expect(properties.LoggingConfig.LogGroup.Ref).toBeDefined();
      expect(properties.TracingConfig).toBeUndefined();
      expect(properties.ReservedConcurrentExecutions).toBeUndefined();
    }
  });

  it.each(names)("%s gets exactly the settings it reads, and they parse", (name) => {
    const lambda = lambdaOf(local, name);
    const env = Object.fromEntries(
      Object.entries(lambda.properties.Environment.Variables).map(([key, value]) => [
        key,
        deployed(lambda.stack, value),
      ]),
    );
    const { process = {} }: FunctionProfile = functionProfiles[name];
    const ours = Object.fromEntries(Object.entries(env).filter(([key]) => !(key in process)));
    expect(Object.keys(ours).sort()).toEqual([...functionVariables[name]].sort());
    expect(readEnvironment(name, env)).toEqual(ours);
    expect(env).toMatchObject(process);
  });

  it.each(names)("%s may do what infra/catalogue/grants.ts says and nothing else", (name) => {
    const lambda = lambdaOf(local, name);
    const allowed = statementsOf(local, lambda)
      .filter((statement) => !list<string>(statement.Action).some((action) => action.startsWith("logs:")))
      .filter((statement) => !inWords(lambda.stack, statement.Resource).endsWith("DeadLetters.Arn"))
      .flatMap((statement) => list<string>(statement.Action));
    expect([...allowed].sort()).toEqual(
      grantsOf(name)
        .flatMap((grant) => [...grant.actions])
        .sort(),
    );
  });

  /** Of these a missing one is a fault either way: nothing names what is not there. */
  const neverMissing = new Set(["documents", "send reports"]);
  it.each(names)("%s hears that an object is missing, not that it may not read it", (name) => {
    const lists = new Set<string>(
      grantsOf(name).flatMap(({ actions, on }) =>
        list<string>(actions).includes("s3:ListBucket") ? [on] : [],
      ),
    );
    for (const { actions, on } of grantsOf(name)) {
      if (!list<string>(actions).includes("s3:GetObject")) continue;
      const bucket = ["inbox", "kept-mails"].includes(on) ? "mail" : on.slice("objects:".length);
      if (neverMissing.has(bucket) || neverMissing.has(`${name} ${bucket}`)) continue;
      expect({ bucket, lists: lists.has(`bucket:${bucket}`) }).toEqual({ bucket, lists: true });
    }
  });

  it.each(names)("%s reads the secrets that lib/config names for it, each by its name", (name) => {
    const lambda = lambdaOf(local, name);
    const resources = statementsOf(local, lambda)
      .filter(({ Action }) => list<string>(Action).includes("secretsmanager:GetSecretValue"))
      .flatMap(({ Resource: resource }) => list<unknown>(resource))
      .map((resource) => inWords(lambda.stack, resource).replace(/^.*:secret:/, ""));
    expect(resources).toEqual(functionSecrets[name].map((secret) => `jiesu/local/${secret}-??????`));
  });

  it("what anybody reaches touches the partitions of residents only, and writes fewer than it reads", () => {
    const lambda = lambdaOf(local, "public-api");
    const partitionsOf = (action: string) =>
      statementsOf(local, lambda)
        .filter(({ Action, Condition }) => list<string>(Action).includes(action) && Condition !== undefined)
        .flatMap(({ Condition }) => Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"] as string[]);
    const [reads, writes] = [partitionsOf("dynamodb:GetItem"), partitionsOf("dynamodb:PutItem")];
    for (const kind of [
      "KEY#*",
      "WEBHOOK#*",
      "QUARANTINE",
      "REPORT#*",
      "JOB#*",
      "HELD#*",
      "READS#",
      "RETENTION",
    ])
      expect(reads.filter((pattern) => pattern.startsWith(kind))).toEqual([]);
    for (const kind of ["SETTINGS", "ORG", "RULES", "POLICY#*", "G#*", "WEBHOOKS"]) {
      expect(reads).toContain(kind);
      expect(writes).not.toContain(kind);
    }
    const onTable = statementsOf(local, lambda).filter(
      ({ Action, Resource: resource }) =>
        list<string>(Action).some((action) => action.startsWith("dynamodb:")) &&
        list<unknown>(resource).some((one) => inWords(lambda.stack, one).endsWith("ComplaintTable.Arn")),
    );
    expect(onTable.length).toBeGreaterThan(0);
    expect(onTable.every(({ Condition }) => Condition !== undefined)).toBe(true);
  });

  it("never have a wildcard action, and a wildcard resource only where AWS knows no name beforehand", () => {
    const wildcards = new Set<string>();
    for (const name of names) {
      const lambda = lambdaOf(local, name);
      for (const statement of statementsOf(local, lambda)) {
        expect(statement.Effect).toBe("Allow");
        for (const action of list<string>(statement.Action)) expect(action).toMatch(/^[a-z0-9]+:[A-Z]\w+$/);
        for (const resource of list<unknown>(statement.Resource)) {
          const words = inWords(lambda.stack, resource);
          if (words.includes("*")) wildcards.add(`${name}: ${words}`);
        }
      }
    }
    const here = "arn:<AWS::Partition>";
    const place = "<AWS::Region>:<AWS::AccountId>";
    expect([...wildcards].sort()).toEqual([
      "alarm: DocumentsBucket.Arn/*",
      "channels-api: AttachmentsBucket.Arn/*",
      "channels-api: DocumentsBucket.Arn/*",
      "digest: DigestsBucket.Arn/*",
      "digest: DocumentsBucket.Arn/*",
      "mail-in: AttachmentsBucket.Arn/*",
      "mail-in: DocumentsBucket.Arn/*",
      "mail-in: MailBucket.Arn/mail/*",
      "mail-in: MailBucket.Arn/raw/*",
      "mail-poll: MailBucket.Arn/raw/*",
      "privacy: AttachmentsBucket.Arn/*",
      "privacy: DocumentsBucket.Arn/*",
      "privacy: MailBucket.Arn/mail/*",
      "privacy: ReportsBucket.Arn/*",
      "public-api: AttachmentsBucket.Arn/*",
      "public-api: DocumentsBucket.Arn/*",
      "react: DocumentsBucket.Arn/*",
      `react: ${here}:scheduler:${place}:schedule/jiesu-local-alarms/*`,
      "report-build: DocumentsBucket.Arn/*",
      "report-build: ReportsBucket.Arn/*",
      "reports-api: AttachmentsBucket.Arn/*",
      "reports-api: DocumentsBucket.Arn/*",
      "reports-api: ReportsBucket.Arn/*",
      "send: AttachmentsBucket.Arn/*",
      "send: DocumentsBucket.Arn/*",
      "send: ReportsBucket.Arn/*",
      `send: ${here}:ses:${place}:configuration-set/*`,
      `send: ${here}:ses:${place}:identity/*`,
      "staff-api: AttachmentsBucket.Arn/*",
      "staff-api: DocumentsBucket.Arn/*",
      "staff-api: MailBucket.Arn/mail/*",
      "stream: *",
      "sweep: MailBucket.Arn/mail/*",
      "sweep: MailBucket.Arn/raw/*",
    ]);
  });

  it("have an entry point each, and every entry point has a function", () => {
    const files = readdirSync(join(root, "functions")).filter((file) => file.endsWith(".ts"));
    expect(files.sort()).toEqual(names.map((name) => `${name}.ts`).sort());
  });
});

describe("the API", () => {
  const targetOf = (key: string) => {
    const route = local
      .ofType("AWS::ApiGatewayV2::Route")
      .find(({ properties }) => properties.RouteKey === key);
    if (route === undefined) throw new Error(`no route ${key}`);
    const integration = local.follow(route.stack, route.properties.Target["Fn::Join"][1][1]);
    return local.follow(route.stack, integration?.resource.properties.IntegrationUri)?.resource.id;
  };

  it("has every route of the route table, each with its function", () => {
    for (const route of routes) {
      expect(targetOf(`${route.method} ${route.path}`)).toBe(lambdaOf(local, route.function).id);
    }
    for (const path of [...pagePaths, ...handlerPaths])
      expect(targetOf(`GET ${path}`)).toBe(lambdaOf(local, "pages").id);
    expect(local.ofType("AWS::ApiGatewayV2::Route")).toHaveLength(
      routes.length + pagePaths.length + handlerPaths.length + 1,
    );
    expect(local.ofType("AWS::ApiGatewayV2::Integration")).toHaveLength(
      new Set(routes.map((route) => route.function)).size,
    );
  });

  it("answers unknown routes itself and may invoke the function for them", () => {
    const publicApi = lambdaOf(local, "public-api");
    expect(targetOf("$default")).toBe(publicApi.id);
    const sources = local
      .ofType("AWS::Lambda::Permission")
      .filter(({ properties, stack }) => local.follow(stack, properties.FunctionName)?.resource === publicApi)
      .map(({ properties, stack }) => inWords(stack, properties.SourceArn).split("Api", 2)[1]);
    expect(sources.some((source) => source?.endsWith("/*/$default"))).toBe(true);
  });

  it("leaves every door a share of its own: a flood at one leaves the others open", () => {
    const [stage] = local.ofType("AWS::ApiGatewayV2::Stage");
    const shares: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }> =
      stage!.properties.RouteSettings;
    const keys = local
      .ofType("AWS::ApiGatewayV2::Route")
      .map(({ properties }) => String(properties.RouteKey));
    expect(Object.keys(shares).sort()).toEqual(keys.sort());
    for (const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } of Object.values(shares)) {
      expect(rate).toBeLessThan(400);
      expect(burst).toBe(2 * rate);
    }
    const rateOf = (key: string) => shares[key]?.ThrottlingRateLimit;
    expect(rateOf("POST /public/complaints")).toBeLessThan(rateOf("POST /channels/{channel}/complaints")!);
    expect(rateOf("POST /channels/{channel}/complaints")).toBeLessThan(rateOf("GET /complaints")!);
    // The gateway refuses settings of a route that it does not know yet.
    expect(stage!.raw.DependsOn).toEqual(
      expect.arrayContaining(local.ofType("AWS::ApiGatewayV2::Route").map(({ id }) => id)),
    );
  });

  it("is throttled, logs every request without personal data, and shows its address in links", () => {
    const stage = local.ofType("AWS::ApiGatewayV2::Stage")[0]?.properties;
    expect(stage?.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 400,
      ThrottlingBurstLimit: 800,
    });
    expect(stage?.AccessLogSettings.Format).not.toMatch(/sourceIp|userAgent|\$context\.path|querystring/i);
    const own = synthesize("dev");
    const address = lambdaOf(own, "channels-api").properties.Environment.Variables.PUBLIC_URL;
    expect(own.follow("jiesu-dev-api", address)).toMatchObject({
      resource: { type: "AWS::ApiGatewayV2::Api" },
      attribute: "ApiEndpoint",
    });
  });
});
