import { createHash } from "node:crypto";

/** The account and region of the local cloud. */
export const region = "ap-southeast-1";
export const accountId = "000000000000";

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`;

export const tableArn = (name: string) => arn("dynamodb", `table/${name}`);
export const scheduleArn = (group: string, name: string) => arn("scheduler", `schedule/${group}/${name}`);
export const scheduleGroupArn = (group: string) => arn("scheduler", `schedule-group/${group}`);
export const identityArn = (identity: string) => arn("ses", `identity/${identity}`);
export const configurationSetArn = (name: string) => arn("ses", `configuration-set/${name}`);
/** The service adds six characters to a secret's name; here they are always the same. */
export const secretArn = (name: string) => arn("secretsmanager", `secret:${name}-aaaaaa`);
export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;
export const objectArn = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`;

const digest = (value: string) => createHash("sha256").update(value).digest("base64url");

/** The secret of a key id: whoever knows the id can make it; these keys open nothing outside this machine. */
export function secretFor(accessKeyId: string): string {
  return digest(`jiesu local secret of ${accessKeyId}`).slice(0, 40);
}

/** The same key pair for the same name (a function's physical name, "operator") on every start. */
export function credentialsFor(name: string): { accessKeyId: string; secretAccessKey: string } {
  const letters = createHash("sha256").update(`jiesu local key of ${name}`).digest("hex").toUpperCase();
  const accessKeyId = `AKIA${letters.slice(0, 16)}`;
  return { accessKeyId, secretAccessKey: secretFor(accessKeyId) };
}
