import * as z from "zod";
import { type Messenger, NotTakenError, PermanentMailError } from "../../app/ports/messages.ts";
import { cut } from "../../domain/cut.ts";

/**
 * A gateway for text messages: operators in China send approved templates only, so the gateway gets the template's code
 * and its values. `templates.link` has title, text and url; `templates.plain` title and text.
 */
export const smsSettings = z.strictObject({
  url: z.url(),
  key: z.string().min(1),
  signature: z.string().min(1),
  templates: z.strictObject({ link: z.string().min(1), plain: z.string().min(1) }),
});
export type SmsSettings = z.infer<typeof smsSettings>;

const accepted = z.object({ id: z.string() });
const TIMEOUT = 10_000;
/** Values of a template are short. */
const VALUE_LIMIT = 60;

/**
 * Sends through an HTTP gateway: `POST {to, signature, template, values}` with the key as bearer token → `{id}`. A 4xx
 * other than 408 and 429 is for good (PermanentMailError); everything else comes back with the queue's back-off.
 */
export function smsMessenger(settings: SmsSettings, call: typeof fetch = fetch): Messenger {
  const { url, key, signature, templates } = settings;
  return {
    async send(to, { title, text, url: link }) {
      const facts = { title, text: cut(text.replaceAll("\n", " "), VALUE_LIMIT) };
      const message =
        link === undefined
          ? { template: templates.plain, values: facts }
          : { template: templates.link, values: { ...facts, url: link } };
      const response = await call(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
        body: JSON.stringify({ to, signature, ...message }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (response.ok) return accepted.parse(await response.json()).id;
      const { status } = response;
      if (status >= 500) throw new Error(`the gateway answered ${status}`);
      if ([408, 429].includes(status))
        throw new NotTakenError(`the gateway did not take the message: ${status}`);
      throw new PermanentMailError(`the gateway refused the message: ${status}`);
    },
  };
}
