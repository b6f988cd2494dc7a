import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { moveSecrets, rotateKey, secretStates } from "../../../infra/ops/secrets.ts";
import { container } from "../../../lib/adapters/composition/container.ts";
import { readItem } from "../../../lib/adapters/dynamodb/core/items.ts";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { installationSettings, loadSettings } from "../../../lib/adapters/dynamodb/core/settings.ts";
import type { Table } from "../../../lib/adapters/dynamodb/core/table.ts";
import { serviceStore } from "../../../lib/adapters/messengers/service-store.ts";
import { putMessengerSettings, serviceSettings } from "../../../lib/adapters/messengers/settings.ts";
import { telemetry } from "../../../lib/adapters/runtime/telemetry.ts";
import { secretsLater } from "../../../lib/adapters/secrets/later.ts";
import { rereadSecrets } from "../../../lib/adapters/secrets/live-ring.ts";
import { trackingSecret } from "../../../lib/app/complaints/tracking.ts";
import { isShortHash } from "../../../lib/app/documents/ids.ts";
import { ConfigurationError } from "../../../lib/config/environment.ts";
import { fromInstant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const start = "2026-02-13T02:00:00.000Z";
const HOUR = 3600;
const smtp = { url: "smtps://desk:password@mail.example:465", role: "instead" } as const;
const wecom = { baseUrl: "https://wecom.example", corpId: "corp", agentId: 1, secret: "wecom secret" };

let installations = 0;
/** A table of its own with the secrets of a stack of its own. */
async function installation() {
  installations += 1;
  const SECRETS = `jiesu/test${installations}/`;
  const table = await local.newTable();
  const { endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials } = local.aws;
  const env = {
    TABLE_NAME: table.name,
    SECRETS,
    AWS_ENDPOINT_URL,
    AWS_REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const secrets = secretsLater(local.aws, SECRETS);
  const place = { table: table as Table, secrets };
  const generated = { template: {}, key: "key", length: 64 };
  local.services.secrets.define({ name: `${SECRETS}installation-key`, generated });
  let now = fromInstant(start);
  const surroundings = {
    clock: { now: () => now },
    randomBytes: (size: number) => new Uint8Array(size).fill(7),
    randomId: () => "id",
  };
  const values = {
    DOCUMENTS_BUCKET: "documents",
    ATTACHMENTS_BUCKET: "attachments",
    MAIL_BUCKET: "mail",
    NOTICE_QUEUE_URL: "https://queue.example/notice",
    WEBHOOK_QUEUE_URL: "https://queue.example/webhook",
    NOTICE_ADAPTERS: "none",
    FILES_ORIGIN: "https://files.example",
    PUBLIC_URL: "https://desk.example",
    STAGE: "test",
    EDGE_KEY: "none",
    ...env,
  };
  return {
    table,
    env,
    place,
    open: (name: "webhook" | "public-api" | "mail-poll") =>
      container(name, {}, values, local.aws, surroundings),
    to: async (seconds: number) => {
      now = fromInstant(plusSeconds(start, seconds));
      await rereadSecrets();
    },
  };
}

/** Everything that an item of the settings says. */
async function textOf(table: Table): Promise<string> {
  const items = await Promise.all([keys.settings(), keys.messengers()].map((ref) => readItem(table, ref)));
  return JSON.stringify(items);
}

describe("a new installation", () => {
  test("takes its key from the secrets: the table says only which one it is", async () => {
    const { table, open } = await installation();
    const [one, other] = await Promise.all([open("webhook"), open("webhook")]);
    expect(one.crypto.keyedHash("a")).toBe(other.crypto.keyedHash("a"));
    const settings = await loadSettings(table);
    expect(settings?.hashKey).toBeUndefined();
    expect(settings?.keyMark).toHaveLength(22);
  });

  test("the function that anybody reaches begins nothing, and works before anybody else has", async () => {
    const { table, open } = await installation();
    const open1 = await open("public-api");
    expect(await loadSettings(table)).toBeUndefined();
    expect((await open("webhook")).crypto.keyedHash("a")).toBe(open1.crypto.keyedHash("a"));
  });

  test("a function that has no part in the key can make no hash with it", async () => {
    const { open } = await installation();
    const { crypto } = await open("mail-poll");
    expect(crypto.digest("a")).toHaveLength(43);
    expect(() => crypto.keyedHash("a")).toThrow(ConfigurationError);
  });

  test("settings of services lie with the secrets, and the table names them", async () => {
    const { table, place } = await installation();
    await putMessengerSettings(place, { smtp, wecom });
    expect(await textOf(table)).not.toMatch(/password|wecom secret/);
    expect(await serviceSettings(place, ["smtp"])).toEqual({ smtp });
    expect(await serviceSettings(place, ["smtp", "wecom", "sms"])).toEqual({ smtp, wecom });
  });

  test("a service that is left out takes its secret along, and set up again brings it back", async () => {
    const { place } = await installation();
    await putMessengerSettings(place, { smtp, wecom });
    await putMessengerSettings(place, { smtp });
    expect(await place.secrets.get("wecom")).toBeUndefined();
    expect(await serviceSettings(place, ["smtp", "wecom"])).toEqual({ smtp });
    // What was never there is no fault, nor is what has gone already.
    await putMessengerSettings(place, { smtp });
    await putMessengerSettings(place, { smtp, wecom: { ...wecom, secret: "another" } });
    expect(await serviceSettings(place, ["wecom"])).toEqual({ wecom: { ...wecom, secret: "another" } });
  });

  test("a service that is taken away on its page takes its secret along, and set up again brings it back", async () => {
    const { place } = await installation();
    const store = serviceStore(place);
    const by = { at: start, by: "headquarters" } as const;
    const server = {
      host: "mail.example",
      port: 465,
      security: "tls",
      user: "desk",
      password: "secret",
    } as const;
    const terms = { service: "smtp", role: "instead", ...server } as const;
    await store.put(terms, by);
    expect(await place.secrets.get("smtp")).toContain("secret");
    await store.remove("smtp");
    expect(await place.secrets.get("smtp")).toBeUndefined();
    expect(await store.known()).toEqual([]);
    // Once more, as after a crash in the middle, is no fault.
    await store.remove("smtp");
    await store.put(terms, by);
    expect(await place.secrets.get("smtp")).toContain("secret");
  });
});

describe("an installation of before", () => {
  const key = "an older key of forty and more characters";

  async function older() {
    const made = await installation();
    await installationSettings(made.table, () => key);
    await putMessengerSettings({ table: made.table }, { smtp });
    return made;
  }

  test("works on as it is, and says what is still in its table", async () => {
    const { open, env, place } = await older();
    expect((await open("webhook")).crypto.keyedHashes("a")).toHaveLength(1);
    expect(await serviceSettings(place, ["smtp"])).toEqual({ smtp });
    expect((await secretStates(env)).filter(({ lies }) => lies === "table").map(({ name }) => name)).toEqual([
      "installation-key",
      "smtp",
    ]);
    await expect(rotateKey(env, start, 90)).rejects.toThrow(/secrets move/);
  });

  test("moves with the same key: every hash and link stays what it was; moving again changes nothing", async () => {
    const { open, env, place, table } = await older();
    const before = trackingSecret(await open("webhook"), "c1");
    expect(await moveSecrets(env)).toEqual(["installation-key", "smtp"]);
    expect(await textOf(table)).not.toMatch(/older key|password/);
    expect(trackingSecret(await open("webhook"), "c1")).toBe(before);
    expect(await serviceSettings(place, ["smtp"])).toEqual({ smtp });
    expect(await moveSecrets(env)).toEqual([]);
    expect((await secretStates(env)).some(({ lies }) => lies === "table")).toBe(false);
  });

  test("a crash between the two halves leaves a key in both places, the same one, and moving goes on", async () => {
    const { open, env, place } = await older();
    const before = (await open("webhook")).crypto.keyedHash("a");
    await place.secrets.put("installation-key", JSON.stringify({ keys: [{ key }] }));
    expect((await open("webhook")).crypto.keyedHash("a")).toBe(before);
    await moveSecrets(env);
    expect((await open("webhook")).crypto.keyedHash("a")).toBe(before);
  });
});

describe("a new key of the installation", () => {
  test("is used by everybody two hours later, and links made before are good until the overlap ends", async () => {
    const { open, env, to } = await installation();
    const [running, another] = [await open("webhook"), await open("webhook")];
    const before = trackingSecret(running, "c1");
    await rotateKey(env, start, 90);
    await expect(rotateKey(env, start, 90)).rejects.toThrow(/less than two hours/);

    await to(1.5 * HOUR);
    expect(trackingSecret(running, "c1")).toBe(before);
    await to(3 * HOUR);
    const after = trackingSecret(running, "c1");
    expect(after).not.toBe(before);
    for (const given of [before, after]) expect(isShortHash(another.crypto, "track:c1", given)).toBe(true);

    await to(2 * HOUR + 90 * 24 * HOUR);
    expect(isShortHash(another.crypto, "track:c1", before)).toBe(false);
    expect(isShortHash(another.crypto, "track:c1", after)).toBe(true);
  });

  test("an outage of where the secrets lie stops nobody who knows them", async () => {
    const { open, to, place } = await installation();
    const running = await open("webhook");
    const before = running.crypto.keyedHash("a");
    await place.secrets.put("installation-key", "not a ring");
    const log = vi.spyOn(telemetry, "error").mockImplementation(() => undefined);
    await to(3 * HOUR);
    expect(running.crypto.keyedHash("a")).toBe(before);
    expect(log.mock.calls[0]?.[0]).toContain("could not be read again");
    log.mockRestore();
    await expect(open("webhook")).rejects.toThrow(/installation-key is not a ring/);
  });
});
