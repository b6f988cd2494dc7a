import * as z from "zod";
import { secretNeeds } from "../access.ts";
import { secretArn } from "../account.ts";
import { checked, jsonAnswer, readJson, targetOperation } from "../http/json.ts";
import {
  type AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import { type LocalSecrets, type SecretVersion, unknownSecret } from "./secret-engine.ts";

const invalid = "InvalidParameterException";
const type = "application/x-amz-json-1.1";
const name = z.string().regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/, "must be a secret's name");
const value = z.string().min(1).max(65_536);
const getSchema = z.looseObject({
  SecretId: name,
  VersionStage: z.enum(["AWSCURRENT", "AWSPREVIOUS"]).default("AWSCURRENT"),
});
const putSchema = z.looseObject({ SecretId: name, SecretString: value });
const nameSchema = z.looseObject({ SecretId: name });
const deleteSchema = z.looseObject({ SecretId: name, RecoveryWindowInDays: z.int().min(7).max(30) });
const createSchema = z.looseObject({ Name: name, SecretString: value });

/** Secrets Manager, AWS JSON 1.1. Secrets are named, not given by ARN. */
export class SecretsService implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly #store: LocalSecrets;

  constructor(store: LocalSecrets) {
    this.#store = store;
  }

  plan(request: WireRequest): Plan {
    const operation = targetOperation(request);
    const input = readJson(request);
    switch (operation) {
      case "GetSecretValue": {
        const { SecretId, VersionStage } = checked(getSchema, input, invalid);
        return planned(operation, SecretId, () => {
          const found = this.#store.find(SecretId, VersionStage);
          if (found === undefined) throw unknownSecret();
          return { ...described(found), SecretString: found.value, VersionStages: [VersionStage] };
        });
      }
      case "PutSecretValue": {
        const { SecretId, SecretString } = checked(putSchema, input, invalid);
        return planned(operation, SecretId, () => described(this.#store.put(SecretId, SecretString)));
      }
      case "CreateSecret": {
        const { Name, SecretString } = checked(createSchema, input, invalid);
        return planned(operation, Name, () => described(this.#store.create(Name, SecretString)));
      }
      case "DeleteSecret": {
        const { SecretId } = checked(deleteSchema, input, invalid);
        return planned(operation, SecretId, () => described(this.#store.remove(SecretId)));
      }
      case "RestoreSecret": {
        const { SecretId } = checked(nameSchema, input, invalid);
        return planned(operation, SecretId, () => described(this.#store.restore(SecretId)));
      }
      default:
        throw notImplemented("secretsmanager", operation);
    }
  }

  refuse(error: AwsError): WireAnswer {
    return jsonAnswer({ __type: error.code, Message: error.message }, error.status, type);
  }
}

function planned(operation: string, secret: string, perform: () => object): Plan {
  return {
    operation,
    needs: secretNeeds(operation, secret),
    perform: () => jsonAnswer(perform(), 200, type),
  };
}

function described({ name: secret, versionId }: SecretVersion) {
  return { ARN: secretArn(secret), Name: secret, VersionId: versionId };
}
