import { type Difficult, eml, HEAD, WANG } from "./build.ts";

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

const from = (fields: readonly string[], flags: string, subject = "Hello"): Difficult => ({
  raw: eml(...HEAD, ...fields, `Subject: ${word(subject)}`, "", "One line."),
  expected: { ...WANG, subject, text: ["One line."], ...(flags === "" ? {} : { flags }) },
});

/** Automatic answers, lists and what only looks like them. */
export const machines: Readonly<Record<string, Difficult>> = {
  "auto-x-autoreply": from(["X-Autoreply: yes"], "auto"),
  "auto-x-autorespond": from(["X-Autorespond: Re: Hello"], "auto"),
  "auto-x-auto-response-for": from(["X-AutoReply-From: wang@resident.example"], "auto"),
  "auto-precedence-auto_reply": from(["Precedence: auto_reply"], "auto"),
  "auto-submitted-vacation": from(
    ['Auto-Submitted: auto-replied; owner-email="wang@resident.example"'],
    "auto",
  ),
  "auto-submitted-generated": from(["Auto-Submitted: auto-generated"], "auto"),
  "auto-submitted-capitals": from(["AUTO-SUBMITTED: Auto-Replied (vacation)"], "auto"),
  "auto-exchange-inbox-rules": from(["X-MS-Exchange-Inbox-Rules-Loop: wang@resident.example"], "auto"),
  "auto-exchange-generated": from(["X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent"], "auto"),
  "auto-delivered-to-autoresponder": from(["Delivered-To: Autoresponder"], "auto"),
  "auto-preference-header": from(["Preference: auto_reply"], "auto"),
  "auto-junk-vacation": from(["Precedence: junk", "X-Loop: wang@resident.example"], "auto", "Auto: Hello"),
  "auto-subject-qq": from([], "auto", "自动回复:Re: 您的投诉已登记"),
  "auto-subject-qq-square": from([], "auto", "【自动回复】您的投诉已登记"),
  "auto-subject-exchange-zh": from([], "auto", "自动答复: 您的投诉已登记"),
  "auto-subject-re": from([], "auto", "Re: 自动回复：出差中"),
  "auto-subject-en": from([], "auto", "Automatic reply: your complaint W001"),
  "auto-subject-ooo-en": from([], "auto", "Out of Office: back on Monday"),
  "auto-subject-ooo-auto": from([], "auto", "Out of Office AutoReply: your complaint"),
  "auto-subject-de": from([], "auto", "Abwesenheitsnotiz: Ihre Beschwerde"),
  "auto-subject-de-auto": from([], "auto", "Automatische Antwort: Ihre Beschwerde"),
  "auto-subject-fr": from([], "auto", "Réponse automatique : votre plainte"),
  "auto-subject-fr-absence": from([], "auto", "Absence du bureau : votre plainte"),
  "auto-subject-it": from([], "auto", "Risposta automatica: reclamo"),
  "auto-subject-nl": from([], "auto", "Automatisch antwoord: klacht"),
  "auto-subject-pt": from([], "auto", "Resposta automática: queixa"),
  "auto-subject-ja": from([], "auto", "自動返信：お問い合わせ"),
  "auto-subject-ko": from([], "auto", "자동 회신: 민원"),
  "auto-subject-ru": from([], "auto", "Автоматический ответ: жалоба"),
  "person-writes-about-auto-reply": from([], "", "你们的自动回复没有用，请人工处理"),
  "person-back-in-office": from([], "", "办公室漏水"),
  "person-auto-submitted-no": from(["Auto-Submitted: no"], ""),
  "person-empty-list-field": from(["List-Id:", "Precedence:"], ""),
  "list-mailman": from(
    ["Sender: owners-bounces@list.example", "Precedence: list", 'List-Id: "Owners" <owners.list.example>'],
    "list",
  ),
  "list-ezmlm": from(["Mailing-List: contact owners-help@list.example; run by ezmlm"], "list"),
  "list-old-header": from(["X-Mailing-List: <owners@list.example> archive/latest/12"], "list"),
  "list-yahoo-groups": from(["X-Yahoo-Newman-Property: groups-email", "Precedence: bulk"], "list"),
  "list-unsubscribe-only": from(["List-Unsubscribe: <mailto:leave@shop.example>"], "list"),
  "list-being-there-mail": from(["X-BeenThere: owners@list.example"], "list"),
  "list-listserv": from(["X-Mailman-Version: 2.1.39"], "list"),
};
