import { channelsApi } from "../../../lib/adapters/http/channels-api.ts";
import { pagesApi } from "../../../lib/adapters/http/pages-api.ts";
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { reportsApi } from "../../../lib/adapters/http/reports-api.ts";
import { signInApi } from "../../../lib/adapters/http/sign-in-api.ts";
import { staffApi } from "../../../lib/adapters/http/staff-api.ts";
import { type Identity, TokenRefused } from "../../../lib/adapters/identity/oidc.ts";
import { signInKeyOf } from "../../../lib/adapters/identity/sign-in-key.ts";
import type { WebFiles } from "../../../lib/adapters/web-files/files.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { postedChannels } from "../../../lib/contracts/complaints/bodies.ts";
import type { Route } from "../../../lib/contracts/routes.ts";
import { at } from "../../support/builders.ts";
import { memoryChannelSystems, withSecret } from "../../support/channel-systems.ts";
import { type Answered, type Sent, send } from "../../support/http.ts";
import { world } from "../../support/world.ts";

export const NOW = at("2026-02-13 10:00");

/** In these tests a person's token is `token-<id>`; real tokens are in identity.test.ts. */
export const tokens: Identity = {
  async sessionOf(token, now) {
    if (!token.startsWith("token-")) throw new TokenRefused("not one of the tests'");
    // `token-<id>@<epoch seconds>`: signed in then, else now.
    const [subject = "", since] = token.slice("token-".length).split("@");
    return { subject, since: since === undefined ? Math.floor(now.epochMilliseconds / 1000) : Number(since) };
  },
};

export const as = (person: { readonly id: string }) => ({ authorization: `Bearer token-${person.id}` });
export const withKey = (key: string) => ({ "x-api-key": key });

/** Keys that work: `key-of-everything`, `key-of-gateway` for every channel, and `key-of-website` for one channel of one project. */
const systems = [
  withSecret("key-of-everything", {
    system: "call-centre",
    name: "呼叫中心",
    channels: ["phone", "web", "government", "mailbox"],
  }),
  withSecret("key-of-gateway", { system: "gateway", name: "集成网关", channels: postedChannels }),
  withSecret("key-of-website", {
    system: "website",
    name: "官网",
    channels: ["web"],
    projectIds: ["project-2"],
  }),
];

const noFiles: WebFiles = { read: async () => undefined };
/** Sign-in by WeCom is on, so that every route of it answers. */
export const signInSettings = {
  PUBLIC_URL: "https://desk.example",
  OIDC_AUDIENCE: "jiesu",
  OIDC_CLIENT_ID: "jiesu-desk",
  SIGN_IN: "wecom",
  signInKey: async () => signInKeyOf(JSON.stringify({ key: "k".repeat(64) })),
} as const;
export const pageSettings = {
  PUBLIC_URL: "https://desk.example",
  OIDC_ISSUER: "https://login.example",
  OIDC_CLIENT_ID: "jiesu-desk",
  OIDC_SCOPE: "openid",
  OIDC_AUTHORIZE: "none",
  OIDC_ORIGINS: "https://login.example",
  FILES_ORIGIN: "https://files.example",
  STAGE: "test",
};

/** The API functions over one world in memory, with what they log. */
export function apis() {
  const here = world(NOW);
  const ports: Ports = {
    ...here.ports,
    channelSystems: memoryChannelSystems(systems),
  };
  const logged: { readonly message: string; readonly facts: unknown; readonly cause?: unknown }[] = [];
  const log = {
    info: (message: string, facts: object) => void logged.push({ message, facts }),
    failed: (message: string, facts: object, cause: unknown) => void logged.push({ message, facts, cause }),
  };
  const ready = async () => ports;
  const handlers = {
    "channels-api": channelsApi(ready, log),
    "staff-api": staffApi(ready, tokens, log),
    "reports-api": reportsApi(ready, tokens, log),
    "public-api": publicApi(ready, log),
    pages: pagesApi(noFiles, pageSettings, log),
    "sign-in": signInApi(ready, signInSettings, log),
  };
  const through =
    (name: Route["function"]) =>
    (line: string, sent: Sent = {}): Promise<Answered> =>
      send(handlers[name], line, sent);
  return {
    ...here,
    here,
    ports,
    logged,
    log,
    handlers,
    call: through,
    channels: through("channels-api"),
    staff: through("staff-api"),
    reports: through("reports-api"),
    open: through("public-api"),
  };
}

export type Apis = ReturnType<typeof apis>;
