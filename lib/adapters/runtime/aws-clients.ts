import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { Sha256 } from "./sha256.ts";

/** Where AWS is, for callers that do not want the SDK's ordinary environment variables. */
export interface AwsConfig {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Takes the requests of all clients instead of the network. */
  readonly requestHandler?: NonNullable<DynamoDBClientConfig["requestHandler"]>;
}

/**
 * A client without the SDK's own log: nobody reads it, and the middleware copies all that a call sends and brings before
 * it finds that out.
 */
export function withoutLog<T extends { readonly middlewareStack: { remove(name: string): boolean } }>(
  client: T,
): T {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

/** How every client is set up. Nobody adds middleware later, so a command's stack need not be put together for each call. */
export function settingsOf(given: AwsConfig) {
  return { ...given, cacheMiddleware: true, sha256: Sha256 };
}

export function dynamodbClient(given: AwsConfig): DynamoDBClient {
  return withoutLog(new DynamoDBClient(settingsOf(given)));
}
