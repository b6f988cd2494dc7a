import { registeredValue } from "../../domain/complaint/document.ts";
import { isTextable } from "../../domain/notices/ways.ts";
import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { trackingSecret } from "../complaints/tracking.ts";
import { keptUnder, shortHash, shortHashes } from "../documents/ids.ts";
import { sameSecret } from "../documents/same-secret.ts";
import type { Ports } from "../ports/index.ts";
import { PermanentMailError } from "../ports/messages.ts";

export type AskCodePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "lookups" | "errandQueue">;
export type TakeCodePorts = Pick<Ports, "clock" | "crypto" | "counters" | "lookups">;
export type SendCodePorts = Pick<
  Ports,
  "clock" | "crypto" | "counters" | "complaints" | "lookups" | "messenger" | "telemetry"
>;

/** `default`: so long a code is good, so often it may be tried, so many an hour and a day for one complaint. */
const MINUTES = 10;
const TRIES = 5;
const AN_HOUR = 3;
const A_DAY = 6;

/**
 * Begins to find a complaint again by its number and the last four digits of the phone: gives the secret under which the code
 * is asked for. A code goes out only where both fit and the phone takes texts; an unknown number, other digits and an
 * anonymous complaint take the same path with the same calls, and the text goes out elsewhere.
 */
export async function askCode(ports: AskCodePorts, number: string, lastFour: string): Promise<string> {
  const { crypto, complaints, clock } = ports;
  const token = crypto.salt();
  const id = await complaints.idByNumber(number);
  const complaint = await complaints.load(id ?? "nobody's");
  const known = complaint === undefined ? undefined : registeredValue(complaint, "phone");
  const expected = crypto.keyedHash(`last:${normalContact(known ?? "").slice(-4)}`);
  const fits = sameSecret(expected, crypto.keyedHash(`last:${lastFour}`)) && isTextable(known);
  const lookup = {
    id: lookupId(ports, token),
    number,
    expiresAt: toInstant(clock.now().add({ minutes: MINUTES })),
    revision: 1,
    ...defined({ complaintId: fits ? id : undefined }),
  };
  await ports.lookups.insert(lookup);
  await ports.errandQueue.send({ errand: "find-code", id: lookup.id });
  return token;
}

/**
 * Sends the code that a lookup waits for; nothing where nothing fits, it has expired, or the complaint's phone has had its share.
 * Throws what the gateway throws, to be tried again; a phone that can never be reached is passed over.
 */
export async function sendCode(ports: SendCodePorts, id: string): Promise<void> {
  const lookup = await ports.lookups.find(id);
  const now = ports.clock.now();
  if (lookup?.complaintId === undefined || lookup.expiresAt <= toInstant(now)) return;
  const complaint = await ports.complaints.load(lookup.complaintId);
  const phone = complaint === undefined ? undefined : registeredValue(complaint, "phone");
  if (phone === undefined || (await hadItsShare(ports, lookup.complaintId))) return;
  try {
    await ports.messenger("sms").send(phone, {
      title: `投诉 ${lookup.number} 查询验证码`,
      text: `${codeOf(ports, id)}，${MINUTES} 分钟内有效，请勿告诉他人`,
    });
  } catch (error) {
    if (!(error instanceof PermanentMailError)) throw error;
    ports.telemetry.error("code not sent", { complaintId: lookup.complaintId }, error);
  }
}

async function hadItsShare(
  { clock, counters, crypto }: SendCodePorts,
  complaintId: string,
): Promise<boolean> {
  const now = clock.now();
  const hour = toInstant(now).slice(0, 13);
  const name = `find-code#${shortHash(crypto, `find-code:${complaintId}`)}`;
  if ((await counters.hit(`${name}#${hour}`, toInstant(now.add({ hours: 2 })))) > AN_HOUR) return true;
  return (await counters.hit(`${name}#${hour.slice(0, 10)}`, toInstant(now.add({ hours: 25 })))) > A_DAY;
}

/** Number and secret for the right code, once; undefined for a wrong, late, used or too often tried one alike. */
export async function takeCode(
  ports: TakeCodePorts,
  token: string,
  code: string,
): Promise<{ readonly number: string; readonly secret: string } | undefined> {
  const now = ports.clock.now();
  const lookup = await keptUnder(shortHashes(ports.crypto, named(token)), (name) => ports.lookups.find(name));
  const id = lookup?.id ?? lookupId(ports, token);
  const tries = await ports.counters.hit(`find-try#${id}`, toInstant(now.add({ hours: 2 })));
  const right = codesOf(ports, id).filter((one) => sameSecret(one, code)).length > 0;
  if (lookup?.complaintId === undefined || lookup.used === true || lookup.expiresAt <= toInstant(now))
    return undefined;
  if (!right || tries > TRIES) return undefined;
  const used = { ...lookup, used: true as const, revision: lookup.revision + 1 };
  if (!(await ports.lookups.replace(used, lookup.revision))) return undefined;
  return { number: lookup.number, secret: trackingSecret(ports, lookup.complaintId) };
}

function lookupId(ports: Pick<Ports, "crypto">, token: string): string {
  return shortHash(ports.crypto, named(token));
}

function named(token: string): string {
  return `lookup:${token}`;
}

/** Six digits, derived: stored nowhere. */
function codeOf({ crypto }: Pick<Ports, "crypto">, id: string): string {
  return digitsOf(crypto.keyedHash(`find-code:${id}`));
}

/** The codes that may have gone out: before and after a new key was made. */
function codesOf({ crypto }: Pick<Ports, "crypto">, id: string): readonly string[] {
  return crypto.keyedHashes(`find-code:${id}`).map(digitsOf);
}

function digitsOf(hash: string): string {
  let code = 0;
  for (const letter of hash.slice(0, 16)) code = (code * 64 + letter.charCodeAt(0)) % 1_000_000;
  return String(code).padStart(6, "0");
}
