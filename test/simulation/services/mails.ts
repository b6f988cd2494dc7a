import type { SentMail } from "../../../infra/local/contract.ts";
import { region } from "../../../infra/local/services/account.ts";
import { checked, jsonAnswer, readJson } from "../../../infra/local/services/http/json.ts";
import {
  AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../../../infra/local/services/http/wire.ts";
import { asSesSends, hasField } from "../../../infra/local/services/ses/raw-mail.ts";
import { type SendEmailInput, sendEmailSchema } from "../../../infra/local/services/ses/send-input.ts";

const invalid = "BadRequestException";
const type = "application/json";

/** SES v2 in memory: raw mails to explicit recipients, as the product sends them. */
export class MemoryMails implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly sent: SentMail[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  plan(request: WireRequest): Plan {
    const { method, path } = request;
    if (method !== "POST" || path !== "/v2/email/outbound-emails")
      throw notImplemented("ses", `${method} ${path}`);
    const input = checked(sendEmailSchema, readJson(request), invalid);
    return { operation: "SendEmail", needs: [], perform: () => this.#send(input) };
  }

  refuse(error: AwsError): WireAnswer {
    const answer = jsonAnswer({ message: error.message }, error.status, type);
    return { ...answer, headers: { ...answer.headers, "x-amzn-errortype": error.code } };
  }

  #send(input: SendEmailInput): WireAnswer {
    if (input.Content.Raw === undefined) throw notImplemented("ses", "SendEmail with simple content");
    const given = Buffer.from(input.Content.Raw.Data, "base64");
    if (!hasField(given, "from")) throw new AwsError(invalid, "Missing required header 'From'.");
    const { ToAddresses, CcAddresses, BccAddresses } = input.Destination;
    const explicit = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    const to = explicit.length > 0 ? explicit : addressesOf(given);
    if (to.length === 0) throw new AwsError(invalid, "The message has no recipients.");
    if (to.length > 50) throw new AwsError(invalid, "Recipient count exceeds 50.");
    const wrong = to.find((address) => !/^[\x20-\x7e]+@[^@\s]+$/.test(address));
    if (wrong !== undefined) throw new AwsError(invalid, "Missing final '@domain' in an address.");
    const at = this.#now();
    const id = `0111${at.toString(16).padStart(12, "0")}-${String(this.sent.length + 1).padStart(8, "0")}-000000`;
    const messageId = `${id}@${region}.amazonses.com`;
    const raw = Buffer.from(asSesSends(given, messageId, at)).toString("utf8");
    const from = input.FromEmailAddress ?? "";
    this.sent.push({ id, at, from, to, subject: "", messageId: `<${messageId}>`, raw });
    return jsonAnswer({ MessageId: id }, 200, type);
  }
}

function addressesOf(raw: Buffer): string[] {
  const head = raw.toString("latin1").split(/\r?\n\r?\n/)[0] ?? "";
  const field = /^to:((?:.|\r?\n[ \t])*)/im.exec(head)?.[1] ?? "";
  return field
    .split(",")
    .map((one) => (/<([^<>]*)>/.exec(one)?.[1] ?? one).trim())
    .filter((one) => one !== "");
}
