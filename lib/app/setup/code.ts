import { readSetupCode, setupCodeOf } from "../../domain/setup/code.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { isKeyedHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

export type CodePorts = Pick<Ports, "clock" | "crypto" | "organisation" | "setupCodes" | "counters">;

/** Long enough to walk over to whoever sets the company up. */
const CODE_SECONDS = 86_400;
/** Wrong codes an hour, over everybody: 100 bits are not guessed, and nobody fills the table trying. */
const TRIES = 20;

/**
 * A new one-time code with which whoever has it becomes the company's first administrator; for the operator's eyes, kept as
 * a keyed hash alone. Refused once a company stands: from then on people are made by people.
 */
export async function makeSetupCode(
  ports: CodePorts,
): Promise<{ readonly code: string; readonly expiresAt: Instant } | Problem> {
  if ((await ports.organisation.company()) !== undefined) return problem("set-up-already");
  const madeAt = toInstant(ports.clock.now());
  const expiresAt = plusSeconds(madeAt, CODE_SECONDS);
  const code = setupCodeOf(Buffer.from(ports.crypto.salt(), "base64url"));
  await ports.setupCodes.put({ hash: hashOf(ports, code), madeAt, expiresAt });
  return { code, expiresAt };
}

/** Takes a typed code for a person: wrong, expired and used ones are all refused in the same words. */
export async function takeSetupCode(
  ports: CodePorts,
  typed: string,
  personId: string,
): Promise<undefined | Problem> {
  const now = toInstant(ports.clock.now());
  const code = await ports.setupCodes.find();
  const isRight = isKeyedHash(ports.crypto, named(typed), code?.hash ?? "");
  const isGood = code !== undefined && isRight && now < code.expiresAt;
  if (isGood && (await ports.setupCodes.use(code.hash, personId))) return undefined;
  return refused(ports, now);
}

async function refused({ counters }: CodePorts, now: Instant): Promise<Problem> {
  const tries = await counters.hit(`setup#${now.slice(0, 13)}`, plusSeconds(now, 7200));
  return problem(tries > TRIES ? "too-many-requests" : "setup-code-refused", { path: "code" });
}

function hashOf({ crypto }: CodePorts, code: string): string {
  return crypto.keyedHash(named(code));
}

function named(code: string): string {
  return `setup:${readSetupCode(code)}`;
}
