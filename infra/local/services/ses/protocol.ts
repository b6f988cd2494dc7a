import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import { defined } from "../../../../lib/domain/present.ts";
import type { MailEngine, SentMail } from "../../contract.ts";
import { mailNeeds } from "../access.ts";
import { region } from "../account.ts";
import { checked, jsonAnswer, readJson } from "../http/json.ts";
import {
  AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import { mailEvents } from "./mail-events.ts";
import type { MailStore } from "./mail-store.ts";
import { asSesSends, hasField } from "./raw-mail.ts";
import { composeSimple, type SendEmailInput, sendEmailSchema } from "./send-input.ts";

const invalid = "BadRequestException";
const type = "application/json";
/** SES takes 40 MB and 50 recipients a mail. */
const sizeLimit = 40 * 1024 * 1024;
const recipientLimit = 50;

/** The mailbox of an address without its display name. */
function mailbox(address: string): string {
  return /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address.trim();
}

function domainOf(address: string): string | undefined {
  const [, domain] = /@([^@\s]+)$/.exec(mailbox(address)) ?? [];
  return domain?.toLowerCase();
}

/** SES v2, REST JSON: SendEmail with raw or simple content. */
export class SesService implements AwsService, MailEngine {
  readonly accessDenied = "AccessDeniedException";
  readonly #store: MailStore;
  readonly #now: () => number;
  readonly #configurationSets = new Map<string, readonly string[]>();
  readonly #listeners: ((event: Readonly<Record<string, unknown>>) => void)[] = [];

  constructor(store: MailStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  newest(limit: number, text: string): readonly SentMail[] {
    return this.#store.newest(limit, text);
  }

  find(id: string): SentMail | undefined {
    return this.#store.find(id);
  }

  count(): number {
    return this.#store.count();
  }

  sent(): readonly SentMail[] {
    return this.#store.sent();
  }

  defineConfigurationSet(name: string, events: readonly string[]): void {
    this.#configurationSets.set(name, events);
  }

  onEvent(listener: (event: Readonly<Record<string, unknown>>) => void): void {
    this.#listeners.push(listener);
  }

  plan(request: WireRequest): Plan {
    const { method, path } = request;
    if (method !== "POST" || path !== "/v2/email/outbound-emails")
      throw notImplemented("ses", `${method} ${path}`);
    const input = checked(sendEmailSchema, readJson(request), invalid);
    const { Raw, Simple } = input.Content;
    if ((Raw === undefined) === (Simple === undefined)) {
      throw new AwsError(invalid, "Content must be either Raw or Simple.");
    }
    const senderDomain = domainOf(input.FromEmailAddress ?? rawSender(input) ?? "");
    if (senderDomain === undefined)
      throw new AwsError(invalid, "Missing final '@domain' in the From address.");
    const needs = mailNeeds("SendEmail", {
      senderDomain,
      raw: Raw !== undefined,
      ...defined({ configurationSet: input.ConfigurationSetName }),
    });
    return { operation: "SendEmail", needs, perform: () => this.#send(input) };
  }

  refuse(error: AwsError): WireAnswer {
    const answer = jsonAnswer({ message: error.message }, error.status, type);
    return { ...answer, headers: { ...answer.headers, "x-amzn-errortype": error.code } };
  }

  async #send(input: SendEmailInput): Promise<WireAnswer> {
    const set = input.ConfigurationSetName;
    const told = set === undefined ? [] : this.#configurationSets.get(set);
    if (told === undefined)
      throw new AwsError("NotFoundException", `Configuration set ${set} does not exist.`);
    const given = (await composeSimple(input)) ?? Buffer.from(input.Content.Raw?.Data ?? "", "base64");
    if (given.length > sizeLimit) throw new AwsError("MessageRejected", "Message length is more than 40 MB.");
    if (!hasField(given, "from")) throw new AwsError(invalid, "Missing required header 'From'.");
    const parsed = await PostalMime.parse(given);
    const { ToAddresses, CcAddresses, BccAddresses } = input.Destination;
    const destination = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    const inHeaders = [parsed.to, parsed.cc, parsed.bcc].flatMap((list) =>
      (list ?? []).flatMap(({ address }) => (address === undefined ? [] : [address])),
    );
    // An explicit destination replaces what the headers say.
    const to = destination.length > 0 ? destination : inHeaders;
    checkRecipients(to);
    const at = this.#now();
    const id = `0111${at.toString(16).padStart(12, "0")}-${randomUUID()}-000000`;
    const messageId = `${id}@${region}.amazonses.com`;
    const raw = asSesSends(given, messageId, at);
    const mail: SentMail = {
      id,
      at,
      from: input.FromEmailAddress ?? parsed.from?.address ?? "",
      to,
      subject: parsed.subject ?? "",
      messageId: `<${messageId}>`,
      raw: Buffer.from(raw).toString("utf8"),
    };
    this.#store.add(mail, raw);
    for (const event of set === undefined ? [] : await mailEvents(mail, set, told))
      for (const listener of this.#listeners) listener(event);
    return jsonAnswer({ MessageId: id }, 200, type);
  }
}

/** Address in the From header of raw content, for authorization before the mail is read. */
function rawSender({ Content: { Raw } }: SendEmailInput): string | undefined {
  const headers =
    Buffer.from(Raw?.Data ?? "", "base64")
      .toString("latin1")
      .split(/\r?\n\r?\n/)[0] ?? "";
  return /^from:((?:.|\r?\n[ \t])*)/im.exec(headers)?.[1]?.replaceAll(/\r?\n/g, "");
}

function checkRecipients(to: readonly string[]): void {
  if (to.length === 0) throw new AwsError(invalid, "The message has no recipients.");
  if (to.length > recipientLimit) {
    throw new AwsError(invalid, `Recipient count exceeds ${recipientLimit}.`);
  }
  for (const address of to) {
    if (domainOf(address) === undefined)
      throw new AwsError(invalid, `Missing final '@domain' in ${address}.`);
    // Without SMTPUTF8 support SES refuses a local part beyond ASCII.
    if (!/^[\x20-\x7e]+@/.test(mailbox(address))) {
      throw new AwsError(invalid, `Local address contains control or whitespace: ${address}.`);
    }
  }
}
