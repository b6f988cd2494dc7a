// oxlint-disable no-new -- a construct joins the tree by being made
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { FeaturePlan, Mfa, OAuthScope, UserPool } from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import type { Pool } from "../catalogue/sign-in.ts";
import { fixLogicalId } from "../constructs/logical-id.ts";
import { publicUrlOf, type StageSettings } from "../stages/stage.ts";

/** Renewals end with the session (lib/adapters/http/core/auth.ts). */
const SESSION_DAYS = 30;

/** People's accounts in Amazon Cognito, for companies without an issuer of their own; kept when the stack is deleted. */
export class UserPoolStack extends Stack implements Pool {
  readonly issuer: string;
  readonly clientId: string;
  readonly origins: readonly string[];

  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id, { terminationProtection: stage.retain });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-COG3",
      reason:
        "Threat protection is a paid plan; a second factor is compulsory and nobody signs up without an administrator.",
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-COG8",
      reason: "The Plus plan adds threat protection only; a second factor is compulsory for everybody.",
    });
    const pool = fixLogicalId(
      new UserPool(this, "People", {
        // An administrator enters people; their `sub` is the person's id at the desk.
        selfSignUpEnabled: false,
        signInAliases: { username: true, email: true },
        signInCaseSensitive: false,
        mfa: Mfa.REQUIRED,
        mfaSecondFactor: { otp: true, sms: false },
        passwordPolicy: {
          minLength: 12,
          requireLowercase: true,
          requireUppercase: true,
          requireDigits: true,
          requireSymbols: true,
          tempPasswordValidity: Duration.days(3),
        },
        featurePlan: FeaturePlan.ESSENTIALS,
        deletionProtection: stage.retain,
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      "UserPool",
    );
    const domain = pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix: `jiesu-${stage.name}-${Aws.ACCOUNT_ID}` },
    });
    const client = pool.addClient("Pages", {
      // A public client: code with PKCE, no secret, no password of anybody passes our pages.
      generateSecret: false,
      authFlows: { userPassword: false, userSrp: false, custom: false },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${publicUrlOf(stage) ?? ""}/signed-in`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(SESSION_DAYS),
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    this.origins = [`https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`, domain.baseUrl()];
    new CfnOutput(this, "UserPoolId", { value: pool.userPoolId });
  }
}
