import MailComposer from "nodemailer/lib/mail-composer/index.js";
import * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";

const addresses = z.array(z.string().min(3)).default([]);
const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const header = z.object({ Name: z.string(), Value: z.string() });

/** Body of SendEmail, as far as the product uses it: raw or simple content. */
export const sendEmailSchema = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: addresses,
  ConfigurationSetName: z.string().optional(),
  Content: z.object({
    Raw: z.object({ Data: z.base64() }).optional(),
    Simple: z
      .object({
        Subject: content,
        Body: z.object({ Text: content.optional(), Html: content.optional() }),
        Headers: z.array(header).default([]),
        Attachments: z.undefined("is not implemented by the local cloud").optional(),
      })
      .optional(),
    Template: z.undefined("is not implemented by the local cloud").optional(),
  }),
});

export type SendEmailInput = z.infer<typeof sendEmailSchema>;

/** The raw mail of simple content; text and HTML become alternatives. */
export async function composeSimple(input: SendEmailInput): Promise<Uint8Array | undefined> {
  const { Simple } = input.Content;
  if (Simple === undefined) return undefined;
  const { ToAddresses, CcAddresses } = input.Destination;
  const composer = new MailComposer({
    ...defined({ from: input.FromEmailAddress }),
    to: ToAddresses,
    cc: CcAddresses,
    replyTo: input.ReplyToAddresses,
    subject: Simple.Subject.Data,
    ...(Simple.Body.Text === undefined ? {} : { text: Simple.Body.Text.Data }),
    ...(Simple.Body.Html === undefined ? {} : { html: Simple.Body.Html.Data }),
    headers: Simple.Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
  });
  return composer.compile().build();
}
