import { join } from "node:path";
import type { FunctionDefinition } from "./runtime/function-pool.ts";
import type { Assembly } from "./template/assembly.ts";
import { TemplateError } from "./template/json.ts";
import type { CloudModel, FunctionResource } from "./template/model.ts";
import { placeholderUrl } from "./template/placeholder.ts";

export interface FunctionSettings {
  readonly region: string;
  /** Endpoint of the local AWS services. */
  readonly endpoint: string;
  /** Public base address of this start. */
  readonly baseUrl: string;
  readonly credentialsFor: (functionName: string) => {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
}

/** Everything the runtime needs to know of each function. Throws TemplateError if a bundle is missing. */
export function functionDefinitions(
  model: CloudModel,
  assembly: Assembly,
  settings: FunctionSettings,
): FunctionDefinition[] {
  return model.functions.map((resource) => {
    const { Code, Handler, Role, Timeout, MemorySize } = resource.properties;
    const folder = assembly.assets.get(Code.S3Key);
    if (folder === undefined)
      throw new TemplateError(`${resource.logicalId}: no asset ${Code.S3Key} in the assembly`);
    const file = Handler.slice(0, Handler.lastIndexOf("."));
    return {
      name: resource.name,
      logicalId: resource.logicalId,
      arn: resource.attribute("Arn"),
      roleArn: Role,
      bundle: join(folder, `${file}.mjs`),
      handler: Handler,
      timeoutMs: Timeout * 1000,
      memoryMb: MemorySize,
      env: environmentOf(resource, settings),
    };
  });
}

/** A bucket's own address; here all buckets lie behind one. */
const bucketAddress = /https:\/\/[a-z0-9.-]+\.s3\.[a-z0-9-]+\.amazonaws\.com/g;

/** The template's variables with the public address and that of the buckets filled in. */
export function templateVariables(
  resource: FunctionResource,
  { baseUrl, endpoint }: Pick<FunctionSettings, "baseUrl" | "endpoint">,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(resource.properties.Environment.Variables).map(([key, value]) => [
      key,
      value.replaceAll(placeholderUrl, baseUrl).replaceAll(bucketAddress, endpoint),
    ]),
  );
}

function environmentOf(resource: FunctionResource, settings: FunctionSettings): Record<string, string> {
  const { region, endpoint, credentialsFor } = settings;
  const { accessKeyId, secretAccessKey } = credentialsFor(resource.name);
  return {
    ...templateVariables(resource, settings),
    TZ: ":UTC",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: resource.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(resource.properties.MemorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    _HANDLER: resource.properties.Handler,
  };
}
