// oxlint-disable no-new -- a construct joins the tree by being made
import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnApi,
  CfnApiMapping,
  CfnDomainName,
  CfnRoute,
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { handlerPaths, pagePaths } from "../../lib/contracts/pages/paths.ts";
import { type ApiFunction, type Route, routes } from "../../lib/contracts/routes.ts";
import { AppFunction } from "../catalogue/app-function.ts";
import { type Settings, settingsOf } from "../catalogue/environment.ts";
import type { Pool } from "../catalogue/sign-in.ts";
import type { Foundation } from "../constructs/foundation.ts";
import { HumanAlarm } from "../constructs/human-alarm.ts";
import { pascalCase, resourceOf } from "../constructs/logical-id.ts";
import { publicUrlOf } from "../stages/stage.ts";

/** Requests per second over all callers, and the burst above it (`default`): 400 desks that look on ask 200 a second. */
const throttle = { rateLimit: 400, burstLimit: 800 };

/**
 * The share that each route of a function may take of it (`default`): a flood at one door leaves the others open. Anybody
 * reaches what is public; channel systems have a limit of their own besides (docs/channels.md).
 */
const throttleOf: Readonly<Record<ApiFunction, { readonly rate: number; readonly burst: number }>> = {
  "public-api": { rate: 50, burst: 100 },
  "channels-api": { rate: 100, burst: 200 },
  "staff-api": { rate: 200, burst: 400 },
  "reports-api": { rate: 20, burst: 40 },
  pages: { rate: 100, burst: 200 },
  "sign-in": { rate: 20, burst: 40 },
};

interface Served {
  readonly lambda: IFunction;
  readonly integration: HttpLambdaIntegration;
}

/** The HTTP API, made from the route table: one function behind each group of routes. */
export class ApiStack extends Stack {
  /** The settings every other stack passes on; the public address is known from here on. */
  readonly settings: Settings;

  constructor(scope: Construct, id: string, foundation: Foundation, pool?: Pool) {
    super(scope, id);
    Validations.of(this).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Functions check channel keys and OIDC tokens themselves (`who` of lib/contracts/<resource>/routes.ts): a refusal is problem+json in the caller's language, and health, tracking and unknown routes are open.",
    });
    const { stage } = foundation;
    const api = new HttpApi(this, "Api", {
      apiName: `jiesu-${stage.name}`,
      description: "接诉 Jiesu: complaints in, commands, reports",
      createDefaultStage: false,
    });
    this.settings = settingsOf(foundation, publicUrlOf(stage) ?? api.apiEndpoint, pool);
    // Exported whether or not somebody imports it today: a domain can be set later without an export in use going away.
    this.exportValue(api.apiEndpoint);
    if (stage.waf) closeOwnAddress(api);
    this.addRoutes(api, foundation);
    const served = this.addStage(api, foundation);
    if (stage.domainName !== undefined && stage.certificateArn !== undefined) {
      this.addDomain(api, served, stage.domainName, stage.certificateArn);
    }
    this.addAlarms(api, foundation);
    new CfnOutput(this, "PublicUrl", { value: this.settings.PUBLIC_URL });
  }

  private addRoutes(api: HttpApi, foundation: Foundation): void {
    const made = new Map<ApiFunction, Served>();
    const integrationOf = (name: ApiFunction) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const { live: lambda } = new AppFunction(this, name, { foundation, settings: this.settings });
      const integration = new HttpLambdaIntegration(pascalCase(name), lambda, {
        scopePermissionToRoute: false,
      });
      const served = { lambda, integration };
      made.set(name, served);
      return served;
    };
    const list: readonly Route[] = routes;
    for (const route of list) {
      api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrationOf(route.function).integration,
      });
    }
    for (const path of [...pagePaths, ...handlerPaths]) {
      const { integration } = integrationOf("pages");
      api.addRoutes({ path, methods: [HttpMethod.GET], integration });
    }
    this.answerUnknownRoutes(api, integrationOf("public-api"));
  }

  /** Unknown routes are answered by us, as problem+json in both languages, not by API Gateway. */
  private answerUnknownRoutes(api: HttpApi, publicApi: Served): void {
    new HttpRoute(this, "UnknownRoute", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: publicApi.integration,
    });
    // The permission for the other routes names method and path, which the default route has not.
    publicApi.lambda.addPermission("UnknownRoute", {
      principal: new ServicePrincipal("apigateway.amazonaws.com"),
      sourceArn: this.formatArn({ service: "execute-api", resource: api.apiId, resourceName: "*/$default" }),
    });
  }

  /** The API under a name of the company's own; its DNS record is made where the company's DNS is. */
  private addDomain(api: HttpApi, served: HttpStage, domainName: string, certificateArn: string): void {
    const domain = new CfnDomainName(this, "Domain", {
      domainName,
      domainNameConfigurations: [{ certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" }],
    });
    const mapping = new CfnApiMapping(this, "DomainMapping", {
      apiId: api.apiId,
      domainName: domain.ref,
      stage: served.stageName,
    });
    mapping.node.addDependency(served);
    new CfnOutput(this, "DnsRecord", {
      value: `${domainName} CNAME ${domain.attrRegionalDomainName}`,
    });
  }

  private addStage(api: HttpApi, { stage }: Foundation): HttpStage {
    const accessLog = new LogGroup(this, "AccessLog", {
      retention: stage.logRetentionDays,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const served = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle,
      // A metric per route costs more than the whole API; the access log says the same.
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
    throttleRoutes(api, served);
    return served;
  }

  private addAlarms(api: HttpApi, { stage, topic }: Foundation): void {
    new HumanAlarm(this, "ServerErrors", {
      name: "api-server-errors",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "客户、渠道系统或员工的请求被系统错误拒绝，投诉可能没有登记。",
        en: "Requests of customers, channel systems or staff fail; complaints may not have been taken in.",
      },
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
      threshold: 1,
    });
    new HumanAlarm(this, "Throttles", {
      name: "function-throttles",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "系统并发已用尽，登记变慢或被拒绝，提醒会迟到。",
        en: "The account's concurrency is used up: intake is slow or refused and reminders come late.",
      },
      // Without dimensions: no function reserves concurrency, so what runs out is the account's in this region.
      metric: new Metric({
        namespace: "AWS/Lambda",
        metricName: "Throttles",
        period: Duration.minutes(5),
        statistic: "Sum",
      }),
      threshold: 1,
    });
  }
}

/** With a firewall in front nobody is to come in beside it by an address that is easily found. */
function closeOwnAddress(api: HttpApi): void {
  const resource = resourceOf(api);
  if (!(resource instanceof CfnApi)) throw new Error("the API has no resource");
  resource.disableExecuteApiEndpoint = true;
}

/** The gateway refuses settings of a route that does not exist yet, so the stage waits for them. */
function throttleRoutes(api: HttpApi, served: HttpStage): void {
  const list: readonly Route[] = routes;
  const shares = [
    ...list.map(({ method, path, function: name }) => [`${method} ${path}`, throttleOf[name]] as const),
    ...[...pagePaths, ...handlerPaths].map((path) => [`GET ${path}`, throttleOf.pages] as const),
    ["$default", throttleOf["public-api"]] as const,
  ];
  const stage = resourceOf(served);
  if (!(stage instanceof CfnStage)) throw new Error("the stage has no resource");
  stage.routeSettings = Object.fromEntries(
    shares.map(([key, { rate, burst }]) => [key, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }]),
  );
  for (const route of Stack.of(api).node.findAll()) if (route instanceof CfnRoute) stage.addDependency(route);
}

/** One line per request: no address, no body, no query, because they hold personal data. */
const accessLogLine = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  responseBytes: "$context.responseLength",
  integrationError: "$context.integrationErrorMessage",
};
