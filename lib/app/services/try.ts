import { cut } from "../../domain/cut.ts";
import { isTextable } from "../../domain/notices/ways.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import type { TestedWay } from "../../domain/services/terms.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { ServiceTest } from "../ports/services.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** `default`: so long it is told what became of a test. */
const MINUTES = 60;
const REASON_LIMIT = 300;

type AskPorts = Pick<Ports, "clock" | "crypto" | "serviceTests" | "errandQueue">;

/**
 * Sends a message to the asking person's own address by one way, as every message goes: by the function that speaks to
 * others, with the settings as they stand now. The same key again is the same test.
 */
export async function tryService(
  ports: AskPorts,
  person: Person,
  way: TestedWay,
  idempotencyKey: string,
): Promise<ServiceTest | Problem> {
  if (addressOf(person, way) === undefined) return problem("no-own-address");
  const id = shortHash(ports.crypto, `service-test:${person.id}:${way}:${idempotencyKey}`);
  const standing = await ports.serviceTests.find(id);
  const now = ports.clock.now();
  const test: ServiceTest = standing ?? {
    id,
    way,
    personId: person.id,
    askedAt: toInstant(now),
    state: "waiting",
    expiresAt: toInstant(now.add({ minutes: MINUTES })),
    revision: 1,
  };
  if (standing === undefined) await ports.serviceTests.insert(test);
  // The first message may have been lost.
  if (test.state === "waiting") await ports.errandQueue.send({ errand: "service-test", id });
  return test;
}

/** What became of a test; only who asked is told. */
export async function triedService(
  { serviceTests }: Pick<Ports, "serviceTests">,
  person: Person,
  id: string,
): Promise<ServiceTest | Problem> {
  const test = await serviceTests.find(id);
  return test === undefined || test.personId !== person.id ? problem("not-found") : test;
}

export type SendTestPorts = Pick<
  Ports,
  "clock" | "serviceTests" | "services" | "organisation" | "messenger" | "mailer" | "telemetry"
>;

/** Sends a test that waits. It is tried once: what the service says is the answer. Twice after a crash does no harm. */
export async function sendTest(ports: SendTestPorts, id: string): Promise<void> {
  const test = await ports.serviceTests.find(id);
  if (test === undefined || test.state !== "waiting") return;
  const person = await ports.organisation.person(test.personId);
  const to = person === undefined ? undefined : addressOf(person, test.way);
  const after = to === undefined ? failed(test, "no-own-address") : await sent(ports, test, to);
  await ports.serviceTests.replace({ ...after, revision: test.revision + 1 }, test.revision);
}

async function sent(ports: SendTestPorts, test: ServiceTest, to: string): Promise<ServiceTest> {
  ports.services.lookAgain();
  const { title, text } = wordsOf(test.askedAt);
  try {
    if (test.way === "email") {
      const html = `<p>${text}</p>`;
      await ports.mailer.send({ to, subject: title, text, html, threadId: `service-test.${test.id}` });
    } else await ports.messenger(test.way).send(to, { title, text });
    return { ...test, state: "sent" };
  } catch (error) {
    ports.telemetry.error("a test message was not sent", { way: test.way }, error);
    return failed(test, error instanceof Error ? error.message : String(error), to);
  }
}

function failed(test: ServiceTest, reason: string, address?: string): ServiceTest {
  // Servers quote the address; it is the person's own and is known there.
  const told = address === undefined ? reason : reason.replaceAll(address, "…");
  return { ...test, state: "failed", reason: cut(told, REASON_LIMIT) };
}

function wordsOf(askedAt: Instant): { readonly title: string; readonly text: string } {
  return {
    title: "接诉测试消息 Jiesu test message",
    text: `这是 ${askedAt.slice(0, 19)}Z 发出的测试消息，收到即表示设置可用。 Receiving this test message means that the settings work.`,
  };
}

function addressOf(person: Person, way: TestedWay): string | undefined {
  switch (way) {
    case "email":
      return person.email;
    case "wecom":
      return person.wecomId;
    case "sms":
      return isTextable(person.phone) ? person.phone : undefined;
  }
}
