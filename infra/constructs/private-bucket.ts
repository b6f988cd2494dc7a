// oxlint-disable no-new -- a construct joins the tree by being made
import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
  type ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { defined } from "../../lib/domain/present.ts";
import { fixLogicalId, resourceOf } from "./logical-id.ts";

interface AccessLog {
  readonly bucket: Bucket;
  readonly prefix: string;
}

export interface PrivateBucketProps {
  readonly logicalId: string;
  readonly retain: boolean;
  /** Takes the access log; the log bucket itself has none. */
  readonly accessLog?: AccessLog;
  readonly versioned?: boolean;
  /** Objects can be written so that nobody changes or deletes them for a while; needs versions. */
  readonly objectLock?: boolean;
  /** How long everything that is written stays as it is; needs `objectLock`. */
  readonly lockFor?: ObjectLockRetention;
  /** What stands under an address stays there: it is neither written over nor deleted, whoever asks. */
  readonly writeOnce?: boolean;
  readonly lifecycle?: readonly LifecycleRule[];
  /** Pages of these origins may put files with a signed link. */
  readonly putFrom?: readonly string[];
}

/** A bucket nobody outside reaches: encrypted, TLS only, owner enforced; broken uploads go after 7 days. */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { accessLog } = props;
    this.bucket = fixLogicalId(
      new Bucket(this, "Bucket", {
        encryption: BucketEncryption.S3_MANAGED,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        versioned: props.versioned ?? false,
        objectLockEnabled: props.objectLock ?? false,
        ...defined({ objectLockDefaultRetention: props.lockFor }),
        removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        lifecycleRules: [
          { id: "broken-uploads", abortIncompleteMultipartUploadAfter: Duration.days(7) },
          ...(props.lifecycle ?? []),
        ],
        ...(props.putFrom === undefined ? {} : { cors: [corsRule(props.putFrom)] }),
      }),
      props.logicalId,
    );
    if (props.writeOnce === true) writeOnce(this.bucket);
    if (accessLog !== undefined) logAccess(this.bucket, accessLog);
  }
}

/** Denied to everybody, the account's administrators included, as long as this policy stands. */
function writeOnce(bucket: Bucket): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["s3:PutObject"],
      resources: [bucket.arnForObjects("*")],
      conditions: { Null: { "s3:if-none-match": "true" } },
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      resources: [bucket.arnForObjects("*")],
    }),
  );
}

/** A link is signed for one key, type and length and lasts minutes: whose page uses it says nothing more. */
function corsRule(origins: readonly string[]): CorsRule {
  return {
    allowedOrigins: [...origins],
    allowedMethods: [HttpMethods.PUT],
    allowedHeaders: ["content-type"],
    maxAge: PREFLIGHT_SECONDS,
  };
}

const PREFLIGHT_SECONDS = 3600;

/** Written on the resource: the L2 property is typed so that no Bucket fits it under exactOptionalPropertyTypes. */
function logAccess(bucket: Bucket, { bucket: target, prefix }: AccessLog): void {
  const resource = resourceOf(bucket);
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} is no bucket`);
  resource.loggingConfiguration = { destinationBucketName: target.bucketName, logFilePrefix: prefix };
  target.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
      actions: ["s3:PutObject"],
      resources: [target.arnForObjects(`${prefix}*`)],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
}
