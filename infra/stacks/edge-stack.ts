// oxlint-disable no-new -- a construct joins the tree by being made
import { CfnOutput, CfnParameter, Stack, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { EDGE_KEY_HEADER, VIEWER_ADDRESS_HEADER } from "../../lib/config/edge.ts";
import { webRules } from "../catalogue/web-rules.ts";
import type { StageSettings } from "../stages/stage.ts";

/** Replaces whatever the caller says of the own address by what CloudFront has seen. */
const tellAddress = `function handler(event) {
  event.request.headers['${VIEWER_ADDRESS_HEADER}'] = { value: event.viewer.ip };
  return event.request;
}`;

/**
 * CloudFront with a web application firewall in front of the API: an HTTP API itself cannot have one. Rules of CloudFront live in
 * us-east-1, wherever the desk is.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, stage: StageSettings) {
    const { publicUrl, domainName, edgeCertificateArn } = stage;
    super(scope, id, { env: { region: "us-east-1" } });
    if (publicUrl === undefined || domainName === undefined || edgeCertificateArn === undefined)
      throw new TypeError("a firewall needs publicUrl, domainName and edgeCertificateArn");
    this.acknowledge();
    const originKey = new CfnParameter(this, "OriginKey", {
      noEcho: true,
      minLength: 40,
      description: "The value of the secret edge-key (docs/deploy.md)",
    });
    const firewall = new CfnWebACL(this, "Firewall", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seenAs("firewall"),
      rules: webRules.map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: seenAs(rule.name),
      })),
    });
    const address = new EdgeFunction(this, "TellAddress", {
      code: FunctionCode.fromInline(tellAddress),
      runtime: FunctionRuntime.JS_2_0,
    });
    const behavior: BehaviorOptions = {
      origin: new HttpOrigin(domainName, { customHeaders: { [EDGE_KEY_HEADER]: originKey.valueAsString } }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // Everything but Host, by which the gateway knows the API.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      functionAssociations: [{ function: address, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    const distribution = new Distribution(this, "Distribution", {
      comment: `接诉 Jiesu ${stage.name}`,
      domainNames: [new URL(publicUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, "Certificate", edgeCertificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      webAclId: firewall.attrArn,
      defaultBehavior: behavior,
      additionalBehaviors: {
        "/assets/*": { ...behavior, cachePolicy: CachePolicy.CACHING_OPTIMIZED },
      },
    });
    new CfnOutput(this, "DnsRecord", {
      value: `${new URL(publicUrl).hostname} CNAME ${distribution.distributionDomainName}`,
    });
  }

  private acknowledge(): void {
    Validations.of(this).acknowledge({
      id: "AwsSolutions-CFR1",
      reason:
        "People report from wherever they are; a country that is to be kept out is a rule of the firewall.",
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-CFR3",
      reason:
        "CloudFront's log holds whole queries, and links to the progress of a complaint carry their secret there.",
    });
  }
}

function seenAs(name: string) {
  return { cloudWatchMetricsEnabled: true, metricName: `jiesu-${name}`, sampledRequestsEnabled: false };
}
