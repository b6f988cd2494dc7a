import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { typedFor } from "../../../infra/ops/command.ts";
import { setMessengersCommand } from "../../../infra/ops/commands/set-messengers.ts";
import { secretStates } from "../../../infra/ops/secrets.ts";
import { apartSettings } from "../../../lib/adapters/dynamodb/core/settings.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "jiesu-services-"));
let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const smtp = { url: "smtps://desk:password@mail.example:465", role: "instead" };
const wecom = { corpId: "ww1", agentId: 1, secret: "a secret" };

test("a service in use is ended only where that is said; a file that cannot be used is said in both languages", async () => {
  const table = await local.newTable();
  await apartSettings(table, "mark");
  const SECRETS = "jiesu/services/";
  const generated = { template: {}, key: "key", length: 64 };
  local.services.secrets.define({ name: `${SECRETS}installation-key`, generated });
  const env = {
    TABLE_NAME: table.name,
    SECRETS,
    AWS_ENDPOINT_URL: local.aws.endpoint,
    AWS_REGION: local.aws.region,
    AWS_ACCESS_KEY_ID: local.aws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.aws.credentials.secretAccessKey,
  };
  const set = async (text: string, ...more: readonly string[]) => {
    const file = join(folder, "services.json");
    writeFileSync(file, text);
    const printed: string[] = [];
    const typed = typedFor(setMessengersCommand, [file, ...more]);
    await setMessengersCommand.run(typed, { env, print: (line) => printed.push(line) });
    return printed.join("\n");
  };
  const inUse = async () =>
    (await secretStates(env)).flatMap(({ name, lies }) =>
      lies === "absent" || name === "installation-key" ? [] : [name],
    );

  expect(await set(JSON.stringify({ smtp, wecom }))).toContain("已保存");
  await expect(set(JSON.stringify({ smtp }))).rejects.toThrow(/没有正在使用的 wecom.* · .*in use: wecom/);
  expect(await inUse()).toEqual(["wecom", "smtp"]);
  expect(await set(JSON.stringify({ smtp }), "--stop")).toMatch(/^已停用 ended: wecom\n已保存/);
  expect(await inUse()).toEqual(["smtp"]);

  await expect(set("{")).rejects.toThrow(/不是 JSON · is no JSON/);
  await expect(set(JSON.stringify({ wecom: { corpId: "ww1" } }))).rejects.toThrow(
    /wecom\.agentId, wecom\.secret/,
  );
  const gone = typedFor(setMessengersCommand, [join(folder, "none.json")]);
  await expect(setMessengersCommand.run(gone, { env, print: () => {} })).rejects.toThrow(/读不到文件.* · /);
  expect(await inUse()).toEqual(["smtp"]);
});
