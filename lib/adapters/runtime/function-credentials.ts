/**
 * Stands in bundles for the SDK's search for credentials (infra/constructs/bundle.ts): a function's own stand in its
 * environment and never change while it lives. Throws where there are none.
 */
import { defined } from "../../domain/present.ts";

export function defaultProvider() {
  return async () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (accessKeyId === undefined || secretAccessKey === undefined)
      throw new Error("a function finds no credentials in its environment");
    return { accessKeyId, secretAccessKey, ...defined({ sessionToken }) };
  };
}
