import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import * as z from "zod";

/** A person the development issuer signs for. */
export interface OidcUser {
  readonly id: string;
  readonly name: string;
}

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

export interface OidcAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Virtual seconds a token lives: a working day. */
const lifetime = 12 * 3600;
const algorithm = "ES256";

const keySchema = z.looseObject({
  kty: z.literal("EC"),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
const tokenRequestSchema = z.looseObject({ username: z.string().optional(), sub: z.string().optional() });

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
  ): Promise<OidcAnswer | undefined> {
    if (method === "GET" && path === "/.well-known/openid-configuration") {
      return { status: 200, body: this.#discovery() };
    }
    if (method === "GET" && path === "/jwks") return { status: 200, body: { keys: [this.#publicKey()] } };
    if (method === "POST" && path === "/token") return this.#token(body, contentType);
    return undefined;
  }

  /** A signed token of a known person; `sub` is the person's id. Throws RangeError for an unknown one. */
  async sign(id: string): Promise<string> {
    const { issuer, audience, now, users } = this.#options;
    const user = users().find((one) => one.id === id);
    if (user === undefined) throw new RangeError(`no sample user ${id}`);
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT({ name: user.name, preferred_username: user.id })
      .setProtectedHeader({ alg: algorithm, kid: this.#key.kid ?? "", typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .setJti(randomUUID())
      .sign(await importJWK(this.#key, algorithm));
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
      response_types_supported: ["id_token"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [algorithm],
      grant_types_supported: ["password"],
    };
  }

  async #token(body: string, contentType: string): Promise<OidcAnswer> {
    const request = readTokenRequest(body, contentType);
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
}

function readTokenRequest(body: string, contentType: string): z.infer<typeof tokenRequestSchema> | undefined {
  if (!contentType.includes("json"))
    return tokenRequestSchema.parse(Object.fromEntries(new URLSearchParams(body)));
  try {
    return tokenRequestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
