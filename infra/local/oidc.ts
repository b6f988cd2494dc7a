import { createHash, randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errors, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import { defined } from "../../lib/domain/present.ts";
import { choosePage, readAuthorization, refusedPage } from "./oidc-authorize.ts";

/** A person the development issuer signs for. */
export interface OidcUser {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** Codes and refresh tokens are signed too, for nobody but this issuer: they survive a restart. */
const codeAudience = "jiesu-local-code";
const refreshAudience = "jiesu-local-refresh";

export interface OidcOptions {
  /** Address of the issuer, no trailing slash. */
  readonly issuer: string;
  readonly audience: string;
  /** Folder where the signing key is kept, so that tokens survive a restart. */
  readonly directory: string;
  /** Virtual now, epoch milliseconds. */
  readonly now: () => number;
  /** The people known now. */
  readonly users: () => readonly OidcUser[];
}

/** JSON, or a page or redirect for the browser. */
export type OidcAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 200 | 400; readonly html: string }
  | { readonly status: 303; readonly location: string };

/** Virtual seconds a token lives: a working day. */
const lifetime = 12 * 3600;
/** Virtual seconds in which a person who was away may come back without signing in: a week. */
const refreshLifetime = 7 * 24 * 3600;
const codeLifetime = 600;
const algorithm = "ES256";

const keySchema = z.looseObject({
  kty: z.literal("EC"),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
const tokenRequestSchema = z.looseObject({
  grant_type: z.string().optional(),
  username: z.string().optional(),
  sub: z.string().optional(),
  code: z.string().optional(),
  code_verifier: z.string().optional(),
  client_id: z.string().optional(),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().optional(),
});
type TokenRequest = z.infer<typeof tokenRequestSchema>;
/** What the code says about the request it answers. */
const codeClaims = z.looseObject({
  sub: z.string(),
  jti: z.string(),
  challenge: z.string(),
  client: z.string(),
  redirect: z.string(),
  nonce: z.string().optional(),
});

async function loadKey(directory: string): Promise<JWK> {
  const file = join(directory, "oidc-key.json");
  try {
    return keySchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: algorithm, use: "sig" };
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}

/** A development OpenID Connect issuer for the sample users: it asks for no password and must never leave loopback. */
export class OidcIssuer {
  readonly #options: OidcOptions;
  readonly #key: JWK;
  /** A code opens once. */
  readonly #usedCodes = new Set<string>();

  private constructor(options: OidcOptions, key: JWK) {
    this.#options = options;
    this.#key = key;
  }

  /** Reads or makes the signing key. Throws if the key file is damaged. */
  static async open(options: OidcOptions): Promise<OidcIssuer> {
    return new OidcIssuer(options, await loadKey(options.directory));
  }

  /** Answers a path below the issuer, e.g. `/.well-known/openid-configuration`; undefined: there is nothing. */
  async answer(
    method: string,
    path: string,
    body: string,
    contentType: string,
    query = new URLSearchParams(),
  ): Promise<OidcAnswer | undefined> {
    if (path === "/authorize" && method === "GET") return this.#choose(query);
    if (path === "/authorize" && method === "POST") return this.#grant(new URLSearchParams(body));
    if (method === "GET" && path === "/.well-known/openid-configuration") {
      return { status: 200, body: this.#discovery() };
    }
    if (method === "GET" && path === "/jwks") return { status: 200, body: { keys: [this.#publicKey()] } };
    if (method === "POST" && path === "/token") return this.#token(body, contentType);
    return undefined;
  }

  /** A signed token of a known person; `sub` is the person's id. Throws RangeError for an unknown one. */
  async sign(id: string, claims: Readonly<Record<string, string | number>> = {}): Promise<string> {
    const { users, audience } = this.#options;
    const user = users().find((one) => one.id === id);
    if (user === undefined) throw new RangeError(`no sample user ${id}`);
    return this.#signed(
      { name: user.name, preferred_username: user.id, auth_time: this.#now(), ...claims },
      { subject: id, audience, seconds: lifetime },
    );
  }

  /** Epoch seconds, virtual. */
  #now(): number {
    return Math.floor(this.#options.now() / 1000);
  }

  async #signed(
    claims: Readonly<Record<string, string | number>>,
    about: { readonly subject: string; readonly audience: string; readonly seconds: number },
  ): Promise<string> {
    const issuedAt = this.#now();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid: this.#key.kid ?? "", typ: "JWT" })
      .setIssuer(this.#options.issuer)
      .setAudience(about.audience)
      .setSubject(about.subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + about.seconds)
      .setJti(randomUUID())
      .sign(await importJWK(this.#key, algorithm));
  }

  /** The claims of one of our own codes or refresh tokens; undefined for anything else. */
  async #verified(token: string | undefined, audience: string) {
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, await importJWK(this.#publicKey(), algorithm), {
        issuer: this.#options.issuer,
        audience,
        currentDate: new Date(this.#options.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  /** A page on which one picks whom to be. */
  #choose(query: URLSearchParams): OidcAnswer {
    const request = readAuthorization(query, this.#options.issuer);
    if (typeof request === "string") return { status: 400, html: refusedPage(request) };
    return { status: 200, html: choosePage(this.#options.users(), query) };
  }

  /** The person has been picked: back to the page with a code. */
  async #grant(form: URLSearchParams): Promise<OidcAnswer> {
    const request = readAuthorization(form, this.#options.issuer);
    if (typeof request === "string") return { status: 400, html: refusedPage(request) };
    const subject = form.get("sub") ?? "";
    if (!this.#options.users().some((user) => user.id === subject)) {
      return { status: 400, html: refusedPage(`没有样例用户 ${subject} · no sample user ${subject}`) };
    }
    const { client, redirect, challenge, state, nonce } = request;
    const code = await this.#signed(
      { client, redirect, challenge, ...(nonce === null ? {} : { nonce }) },
      { subject, audience: codeAudience, seconds: codeLifetime },
    );
    const target = new URL(redirect);
    target.searchParams.set("code", code);
    target.searchParams.set("iss", this.#options.issuer);
    if (state !== null) target.searchParams.set("state", state);
    return { status: 303, location: target.href };
  }

  #publicKey(): JWK {
    const { d: _private, ...publicPart } = this.#key;
    return publicPart;
  }

  #discovery() {
    const { issuer } = this.#options;
    return {
      issuer,
      jwks_uri: `${issuer}/jwks`,
      token_endpoint: `${issuer}/token`,
      authorization_endpoint: `${issuer}/authorize`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none"],
      authorization_response_iss_parameter_supported: true,
      scopes_supported: ["openid", "profile", "offline_access"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [algorithm],
      grant_types_supported: ["authorization_code", "refresh_token", "password"],
    };
  }

  async #token(body: string, contentType: string): Promise<OidcAnswer> {
    const request = readTokenRequest(body, contentType);
    if (request?.grant_type === "authorization_code") return this.#codeGrant(request);
    if (request?.grant_type === "refresh_token") return this.#refreshGrant(request);
    const id = request?.username ?? request?.sub;
    if (id === undefined) {
      return {
        status: 400,
        body: { error: "invalid_request", error_description: "缺少 username · username is missing" },
      };
    }
    if (!this.#options.users().some((user) => user.id === id)) {
      const known = this.#options.users().map((user) => user.id);
      const description = `没有样例用户 ${id} · no sample user ${id}: ${known.join(", ")}`;
      return { status: 400, body: { error: "invalid_grant", error_description: description } };
    }
    const token = await this.sign(id);
    return {
      status: 200,
      body: { access_token: token, id_token: token, token_type: "Bearer", expires_in: lifetime },
    };
  }

  async #codeGrant(request: TokenRequest): Promise<OidcAnswer> {
    const claims = codeClaims.safeParse(await this.#verified(request.code, codeAudience)).data;
    const verifier = request.code_verifier ?? "";
    const proven =
      claims !== undefined &&
      !this.#usedCodes.has(claims.jti) &&
      claims.client === request.client_id &&
      claims.redirect === request.redirect_uri &&
      claims.challenge === createHash("sha256").update(verifier).digest("base64url");
    if (!proven) return invalidGrant("授权码无效或已用过 · the code is wrong, used or expired");
    this.#usedCodes.add(claims.jti);
    return this.#tokens(claims.sub, claims.client, { nonce: claims.nonce });
  }

  async #refreshGrant(request: TokenRequest): Promise<OidcAnswer> {
    const claims = await this.#verified(request.refresh_token, refreshAudience);
    const subject = claims?.sub;
    if (subject === undefined || claims?.["client"] !== request.client_id) {
      return invalidGrant("续期凭证无效 · the refresh token is wrong or expired");
    }
    // Renewing is not signing in.
    const seen = Number(claims?.["auth_time"] ?? claims?.iat);
    return this.#tokens(subject, request.client_id ?? "", { seen });
  }

  /** The API's token, one that tells the page who signed in, and one to go on with later. */
  async #tokens(
    subject: string,
    client: string,
    { nonce, seen = this.#now() }: { readonly nonce?: string | undefined; readonly seen?: number },
  ): Promise<OidcAnswer> {
    const users = this.#options.users();
    const user = users.find((one) => one.id === subject);
    if (user === undefined) return invalidGrant(`没有样例用户 ${subject} · no sample user ${subject}`);
    const about = { subject, seconds: lifetime };
    return {
      status: 200,
      body: {
        access_token: await this.sign(subject, { auth_time: seen }),
        id_token: await this.#signed(
          { name: user.name, auth_time: seen, ...defined({ nonce }) },
          { ...about, audience: client },
        ),
        refresh_token: await this.#signed(
          { client, auth_time: seen },
          { subject, audience: refreshAudience, seconds: refreshLifetime },
        ),
        token_type: "Bearer",
        expires_in: lifetime,
      },
    };
  }
}

function invalidGrant(description: string): OidcAnswer {
  return { status: 400, body: { error: "invalid_grant", error_description: description } };
}

function readTokenRequest(body: string, contentType: string): TokenRequest | undefined {
  if (!contentType.includes("json"))
    return tokenRequestSchema.parse(Object.fromEntries(new URLSearchParams(body)));
  try {
    return tokenRequestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
