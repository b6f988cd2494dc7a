import type { CfnWebACL } from "aws-cdk-lib/aws-wafv2";

/**
 * Requests of one address within five minutes (`default`). An office of a hundred desks that look on asks 15,000 times from one
 * address; a house full of residents reports from one, too, but not so often.
 */
const EVERYWHERE = 20_000;
const BY_RESIDENTS = 2000;

/**
 * Of the managed rules those that would put a resident's letter or a sign-in aside only count: a complaint that quotes HTML, is longer
 * than 8 KB or names an address is a complaint, `redirect_uri` is an address, and a call centre's program may have no name.
 */
const onlyCounted = [
  "SizeRestrictions_BODY",
  "CrossSiteScripting_BODY",
  "GenericLFI_BODY",
  "GenericRFI_BODY",
  "EC2MetaDataSSRF_BODY",
  "GenericRFI_QUERYARGUMENTS",
  "EC2MetaDataSSRF_QUERYARGUMENTS",
  "SizeRestrictions_QUERYSTRING",
  "NoUserAgent_HEADER",
];

type Rule = Omit<CfnWebACL.RuleProperty, "priority" | "visibilityConfig">;

/** What the firewall in front of the desk looks at, in this order. */
export const webRules: readonly Rule[] = [
  {
    name: "floods-of-residents",
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: "IP",
        limit: BY_RESIDENTS,
        scopeDownStatement: {
          orStatement: { statements: ["/r/", "/t", "/public/", "/uploads", "/sign-in/"].map(beginsWith) },
        },
      },
    },
  },
  {
    name: "floods",
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: EVERYWHERE } },
  },
  managed("AWSManagedRulesAmazonIpReputationList"),
  managed("AWSManagedRulesKnownBadInputsRuleSet"),
  managed("AWSManagedRulesCommonRuleSet", onlyCounted),
];

function managed(name: string, counted: readonly string[] = []): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

function beginsWith(path: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path,
      textTransformations: [{ priority: 0, type: "NONE" }],
    },
  };
}
