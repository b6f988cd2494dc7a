import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { readStage, StageError } from "../../../../infra/stages/stage.ts";
import { Specification } from "../specification.ts";
import { type Loose, lambdaOf, ownAddresses, statementsOf, synthesize } from "../support.ts";

const settings = (context: Record<string, unknown>, region?: string) =>
  readStage((key) => context[key], undefined, region);
const publicUrl = "https://desk.jiesu.internal";
const { oidcIssuer: _, ...addresses } = ownAddresses;

describe("signing in by WeCom", () => {
  const wecom = () => synthesize("dev", { context: { signIn: "wecom", publicUrl } });

  it("is an issuer below the desk's own address, signed with a key that the stack makes", () => {
    const variables = (name: string) => lambdaOf(wecom(), name).properties.Environment.Variables;
    for (const name of ["staff-api", "reports-api", "pages"])
      expect(variables(name)).toMatchObject({ OIDC_ISSUER: `${publicUrl}/sign-in/wecom` });
    expect(variables("sign-in")).toMatchObject({ SIGN_IN: "wecom", OIDC_AUDIENCE: "jiesu" });
    expect(variables("staff-api")).toMatchObject({ OIDC_AUDIENCE: "jiesu", OIDC_AUDIENCE_CLAIM: "aud" });
    const secrets = (of: ReturnType<typeof wecom>) =>
      of.ofType("AWS::SecretsManager::Secret").map(({ properties }) => properties.Name);
    expect(secrets(wecom())).toContain("jiesu/dev/sign-in-key");
    expect(secrets(synthesize("dev"))).not.toContain("jiesu/dev/sign-in-key");
  });

  it("needs no issuer's address, and is the way in China too", () => {
    expect(settings({ stage: "cn", ...addresses, signIn: "wecom" }, "cn-north-1")).toMatchObject({
      signIn: "wecom",
    });
  });

  it("touches the settings and its own counters alone, and only it reads the key", () => {
    const functions = wecom().ofType("AWS::Lambda::Function");
    expect(functions.length).toBeGreaterThan(10);
    const reading = functions.filter((lambda) =>
      JSON.stringify(statementsOf(wecom(), lambda)).includes("sign-in-key"),
    );
    expect(reading.map(({ id }) => id.replace(/Function.*/, ""))).toEqual(["SignIn"]);
    const onTable = statementsOf(wecom(), lambdaOf(wecom(), "sign-in")).filter((statement) =>
      JSON.stringify(statement.Action).includes("dynamodb:"),
    );
    expect(
      onTable.map(({ Condition }) => Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]),
    ).toEqual([["SETTINGS"], ["COUNTER#sign-in#*"]]);
  });
});

describe("a user pool of Amazon Cognito", () => {
  const pool = () => synthesize("prod", { context: { signIn: "cognito", publicUrl } });
  const only = (type: string): Loose => {
    const found = pool().ofType(type);
    expect(found).toHaveLength(1);
    return found[0]!.raw;
  };

  it("is kept, lets nobody in by themselves, and wants a second factor", () => {
    const { Properties, DeletionPolicy } = only("AWS::Cognito::UserPool");
    expect(Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      DeletionProtection: "ACTIVE",
    });
    expect(DeletionPolicy).toBe("Retain");
  });

  it("knows the pages as a public client: code alone, back to one address, no password sent to us", () => {
    expect(only("AWS::Cognito::UserPoolClient").Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "profile"],
      CallbackURLs: [`${publicUrl}/signed-in`],
      PreventUserExistenceErrors: "ENABLED",
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    });
  });

  it("is what functions and pages ask: its access tokens count by their client", () => {
    const target = (name: string, key: string) => {
      const lambda = lambdaOf(pool(), name);
      return pool().follow(lambda.stack, lambda.properties.Environment.Variables[key]);
    };
    for (const key of ["OIDC_AUDIENCE", "OIDC_ISSUER"]) expect(target("staff-api", key)).toBeDefined();
    expect(target("staff-api", "OIDC_AUDIENCE")?.resource.type).toBe("AWS::Cognito::UserPoolClient");
    expect(target("pages", "OIDC_CLIENT_ID")?.resource.type).toBe("AWS::Cognito::UserPoolClient");
    const variables = lambdaOf(pool(), "staff-api").properties.Environment.Variables;
    expect(variables).toMatchObject({ OIDC_AUDIENCE_CLAIM: "client_id" });
    // Whoever has an issuer pays for no pool.
    expect(synthesize("prod").ofType("AWS::Cognito::UserPool")).toEqual([]);
  });

  it("must know the pages' address beforehand, and is refused in AWS China in words", () => {
    const base = { stage: "prod", ...addresses, signIn: "cognito" };
    expect(() => settings(base)).toThrow(/publicUrl|用户池要先知道页面地址/);
    for (const [stage, region] of [
      ["cn", undefined],
      ["prod", "cn-northwest-1"],
    ] as const)
      expect(() => settings({ ...base, stage, publicUrl }, region)).toThrow(
        /没有 Cognito 用户池.*oidc or wecom/,
      );
    expect(settings({ ...base, publicUrl }, "ap-southeast-1")).toMatchObject({ signIn: "cognito" });
  });
});

describe("a firewall in front of the desk", () => {
  const context = {
    waf: "true",
    publicUrl,
    domainName: "api.jiesu.internal",
    certificateArn: "arn:aws:acm:ap-southeast-1:123456789012:certificate/1",
    edgeCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/2",
  };
  const guarded = () => synthesize("prod", { context });
  const only = (type: string): Loose => {
    const found = guarded().ofType(type);
    expect(found).toHaveLength(1);
    return found[0]!.properties;
  };

  it("stands on CloudFront in us-east-1, for an HTTP API cannot have one, and the API's own address is closed", () => {
    const edge = guarded().stacks.find(({ stackName }) => stackName === "jiesu-prod-edge");
    expect(edge?.region).toBe("us-east-1");
    const acl = only("AWS::WAFv2::WebACL");
    expect(acl).toMatchObject({ Scope: "CLOUDFRONT", DefaultAction: { Allow: {} } });
    const { DistributionConfig: config } = only("AWS::CloudFront::Distribution");
    expect(config).toMatchObject({
      Aliases: ["desk.jiesu.internal"],
      WebACLId: { "Fn::GetAtt": [expect.stringMatching(/^Firewall/), "Arn"] },
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
      Origins: [
        { DomainName: "api.jiesu.internal", CustomOriginConfig: { OriginProtocolPolicy: "https-only" } },
      ],
    });
    expect(only("AWS::ApiGatewayV2::Api")).toMatchObject({ DisableExecuteApiEndpoint: true });
  });

  it("holds floods and known attacks back, and no complaint because of its words, length or sender's program", () => {
    const { Rules: rules } = only("AWS::WAFv2::WebACL");
    expect(rules.map(({ Name }: Loose) => Name)).toEqual([
      "floods-of-residents",
      "floods",
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesCommonRuleSet",
    ]);
    expect(rules.map(({ Priority }: Loose) => Priority)).toEqual([0, 1, 2, 3, 4]);
    const [residents, all] = rules.map(({ Statement }: Loose) => Statement.RateBasedStatement?.Limit);
    expect(residents).toBeLessThan(all);
    const { RuleActionOverrides: overrides } = rules[4].Statement.ManagedRuleGroupStatement;
    for (const rule of ["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "NoUserAgent_HEADER"])
      expect(overrides).toContainEqual({ Name: rule, ActionToUse: { Count: {} } });
  });

  it("tells the functions whose address it saw, and shows that it is the one who says so", () => {
    const { DistributionConfig: config } = only("AWS::CloudFront::Distribution");
    expect(config.Origins[0].OriginCustomHeaders).toEqual([
      { HeaderName: "x-desk-key", HeaderValue: { Ref: "OriginKey" } },
    ]);
    const edge = guarded().templates.get("jiesu-prod-edge")?.toJSON();
    expect(edge?.Parameters.OriginKey).toMatchObject({ NoEcho: true });
    expect(only("AWS::CloudFront::Function").FunctionCode).toContain("x-viewer-address");
    for (const behavior of [config.DefaultCacheBehavior, ...config.CacheBehaviors])
      expect(behavior.FunctionAssociations).toHaveLength(1);
    for (const name of ["public-api", "channels-api", "staff-api"])
      expect(JSON.stringify(lambdaOf(guarded(), name).properties.Environment.Variables.EDGE_KEY)).toContain(
        "resolve:secretsmanager:",
      );
    expect(lambdaOf(synthesize("prod"), "public-api").properties.Environment.Variables.EDGE_KEY).toBe("none");
  });

  it.each([
    [{ publicUrl: undefined }, /publicUrl/],
    [{ publicUrl: "https://api.jiesu.internal" }, /publicUrl/],
    [{ domainName: undefined, certificateArn: undefined }, /domainName/],
    [{ edgeCertificateArn: undefined }, /edgeCertificateArn/],
    [{ edgeCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/2" }, /edgeCertificateArn/],
  ])("lacks %j: refused by name", (without, message) => {
    const stage = { stage: "prod", ...ownAddresses, ...context, ...without };
    expect(() => settings(stage)).toThrow(StageError);
    expect(() => settings(stage)).toThrow(message);
  });

  it("is refused in AWS China in words", () => {
    const stage = { ...ownAddresses, ...context };
    expect(() => settings({ ...stage, stage: "cn" })).toThrow(/不能挂 WAF.*ALB in front/);
    expect(() => settings({ ...stage, stage: "prod" }, "cn-north-1")).toThrow(/不能挂 WAF/);
  });

  const optional = () => [guarded(), synthesize("prod", { context: { signIn: "cognito", publicUrl } })];

  it("asks for nothing that CloudFormation's own schemas do not know, and misses nothing they need, the user pool too", () => {
    const specification = new Specification();
    const all = optional().flatMap(({ resources }) => resources);
    for (const type of ["AWS::CloudFront::Distribution", "AWS::WAFv2::WebACL", "AWS::Cognito::UserPool"])
      expect([type, all.some((one) => one.type === type)]).toEqual([type, true]);
    const faults = all.flatMap(({ type, properties }) => specification.faultsOf(type, properties));
    expect([...new Set(faults)]).toEqual([]);
  });

  it("passes the checks of cdk-nag, the user pool too", () => {
    for (const { app } of optional())
      expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });
});
