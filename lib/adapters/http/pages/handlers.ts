import type { readEnvironment } from "../../../config/environment.ts";
import { type AssetGiven, asksNothing, open, page, route } from "../../../contracts/core/route.ts";
import { handlerPaths, pagePaths } from "../../../contracts/pages/paths.ts";
import { pageRoutes } from "../../../contracts/pages/routes.ts";
import type { FileEncoding, WebFiles } from "../../web-files/files.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type Serving, type ServingsOf } from "../core/serve.ts";

export type PageSettings = ReturnType<typeof readEnvironment<"pages">>;

/** Names carry a hash of the content, so a file never changes under its name. */
const forEver = "public, max-age=31536000, immutable";
/** Asked for anew each time, so that a release reaches phones; the worker serves `/m` itself and what lies below. */
const handlerFileHeaders = {
  "cache-control": "no-cache",
  "service-worker-allowed": "/m",
  // What the worker fetches, it fetches by the policy that it came with.
  "content-security-policy": "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
};

/** The files of the staff's pages, and their settings. */
export function pageHandlers(settings: PageSettings) {
  return {
    webConfig: forEverybody(pageRoutes.webConfig, async () => json(200, config(settings))),
    webFile: forEverybody(pageRoutes.webFile, async (files: () => Promise<WebFiles>, http) =>
      file(await files(), http, "assets", { "cache-control": forEver }),
    ),
    handlerFile: forEverybody(pageRoutes.handlerFile, async (files: () => Promise<WebFiles>, http) =>
      file(await files(), http, "m", handlerFileHeaders),
    ),
  } satisfies ServingsOf<typeof pageRoutes, WebFiles>;
}

/**
 * The desk under every address of its pages, the handler's application under those of its own; which page they show, they
 * read from the address themselves.
 */
export function applicationAt(settings: PageSettings): Readonly<Record<string, Serving<string, WebFiles>>> {
  return {
    ...servedAt(pagePaths, "index.html", settings),
    ...servedAt(handlerPaths, "m.html", settings),
  };
}

function servedAt(
  paths: readonly string[],
  html: string,
  settings: PageSettings,
): Readonly<Record<string, Serving<string, WebFiles>>> {
  return Object.fromEntries(
    paths.map((path) => [
      path,
      forEverybody(
        route({
          ...asksNothing,
          id: `page ${path}`,
          function: "pages",
          method: "GET",
          path,
          who: open,
          summary: { zh: "员工页面", en: "A page for staff" },
          answers: { 200: page("页面", "A page") },
        }),
        async (files: () => Promise<WebFiles>) => application(await files(), html, settings),
      ),
    ]),
  );
}

function config(settings: PageSettings) {
  const further = settings.OIDC_AUTHORIZE === "none" ? "" : settings.OIDC_AUTHORIZE;
  return {
    stage: settings.STAGE,
    publicUrl: settings.PUBLIC_URL,
    now: new Date().toISOString(),
    oidc: {
      issuer: settings.OIDC_ISSUER,
      clientId: settings.OIDC_CLIENT_ID,
      scope: settings.OIDC_SCOPE,
      authorize: Object.fromEntries(new URLSearchParams(further)),
    },
  };
}

async function file(
  files: WebFiles,
  http: ApiRequest,
  folder: "assets" | "m",
  further: Readonly<Record<string, string>>,
): Promise<AssetGiven> {
  const found = await files.read(`${folder}/${http.parameters["file"] ?? ""}`, acceptedBy(http));
  if (found === undefined) {
    throw new RefusedRequest("unknown-route", {
      values: { method: http.method, path: http.path.slice(0, 200) },
    });
  }
  const headers = {
    "content-type": found.type,
    ...further,
    vary: "accept-encoding",
    ...(found.encoding === "identity" ? {} : { "content-encoding": found.encoding }),
  };
  return { status: 200, asset: { bytes: found.bytes, headers } };
}

/** The one HTML file of an application. Scripts and styles are files of ours, nothing stands inline. */
async function application(files: WebFiles, html: string, settings: PageSettings) {
  const index = await files.read(html, ["identity"]);
  if (index === undefined) throw new TypeError("the pages were not built");
  const headers = {
    "content-type": index.type,
    "content-security-policy": policy(settings),
  };
  return { status: 200, html: index.bytes.toString("utf8"), headers };
}

function policy({ OIDC_ORIGINS: issuer, FILES_ORIGIN: files }: PageSettings): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: ${files}`,
    "font-src 'self'",
    `media-src 'self' blob: ${files}`,
    `connect-src 'self' ${issuer} ${files}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function acceptedBy(http: ApiRequest): FileEncoding[] {
  const accepted = (http.header("accept-encoding") ?? "")
    .split(",")
    .map((entry) => entry.trim().split(/\s*;\s*q=/i))
    .flatMap(([name = "", weight]) => (Number(weight ?? 1) > 0 ? [name.toLowerCase()] : []));
  const known = (["br", "gzip"] as const).filter((encoding) => accepted.includes(encoding));
  return [...known, "identity"];
}
