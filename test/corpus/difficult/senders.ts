import { type Difficult, eml } from "./build.ts";

const REST = ["To: service@wuye.example", "Subject: Leak", "", "The roof leaks."];
const sent = (
  fields: readonly (string | Buffer)[],
  from: string | null,
  name?: string,
  noAnswer = false,
): Difficult => ({
  raw: eml(...fields, ...REST),
  expected: {
    from,
    ...(name === undefined ? {} : { name }),
    subject: "Leak",
    text: ["The roof leaks."],
    ...(noAnswer ? { noAnswer } : {}),
  },
});

/** Senders as they really stand in From fields. */
export const senders: Readonly<Record<string, Difficult>> = {
  "sender-bare": sent(["From: wang@resident.example"], "wang@resident.example", ""),
  "sender-quoted-comma": sent(
    ['From: "Wang, Fang" <wang@resident.example>'],
    "wang@resident.example",
    "Wang, Fang",
  ),
  "sender-escaped-quotes": sent(
    ['From: "Wang \\"Xiao\\" Fang" <wang@resident.example>'],
    "wang@resident.example",
    'Wang "Xiao" Fang',
  ),
  "sender-comment-only": sent(
    ["From: wang@resident.example (Wang Fang)"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-comment-inside": sent(
    ["From: Wang(home)Fang <wang(work)@resident.example>"],
    "wang@resident.example",
  ),
  "sender-address-as-name": sent(
    ['From: "wang@resident.example" <wang@resident.example>'],
    "wang@resident.example",
    "",
  ),
  "sender-other-address-as-name": sent(
    ["From: li@other.example <wang@resident.example>"],
    "wang@resident.example",
    "li@other.example",
  ),
  "sender-on-behalf": sent(
    ['From: "wang@resident.example on behalf of Li" <wang@resident.example>'],
    "wang@resident.example",
    "wang@resident.example on behalf of Li",
  ),
  "sender-folded": sent(
    ["From: =?utf-8?Q?=E7=8E=8B?=", "\t=?utf-8?Q?=E8=8A=B3?=", " <wang@resident.example>"],
    "wang@resident.example",
    "王芳",
  ),
  "sender-word-in-quotes": sent(
    ['From: "=?gb2312?B?zfW3vA==?=" <wang@resident.example>'],
    "wang@resident.example",
    "王芳",
  ),
  "sender-word-glued-to-address": sent(
    ["From: =?gb2312?B?zfW3vA==?=<wang@resident.example>"],
    "wang@resident.example",
    "王芳",
  ),
  "sender-raw-utf8": sent(["From: 王芳 <wang@resident.example>"], "wang@resident.example", "王芳"),
  "sender-eai": sent(["From: 王芳 <王芳@例子.example>"], "王芳@例子.example", "王芳"),
  "sender-two": sent(
    ["From: Wang <wang@resident.example>, Li <li@resident.example>"],
    "wang@resident.example",
    "Wang",
  ),
  "sender-two-fields": sent(
    ["From: Wang <wang@resident.example>", "From: Li <li@resident.example>"],
    "wang@resident.example",
    "Wang",
  ),
  "sender-group": sent(
    ["From: Owners: Wang <wang@resident.example>, li@resident.example;"],
    "wang@resident.example",
    "Wang",
  ),
  "sender-empty-group": sent(["From: undisclosed-senders:;"], null, undefined, true),
  "sender-empty-but-sender": sent(
    ["From:", "Sender: Wang <wang@resident.example>"],
    "wang@resident.example",
    "Wang",
  ),
  "sender-missing-but-return-path": sent(["Return-Path: <wang@resident.example>"], "wang@resident.example"),
  "sender-missing-but-reply-to": sent(["Reply-To: Wang <wang@resident.example>"], "wang@resident.example"),
  "sender-missing-but-mbox-line": sent(
    ["From wang@resident.example Fri May  8 10:20:30 2026"],
    null,
    undefined,
    true,
  ),
  "sender-unclosed-bracket": sent(
    ["From: Wang Fang <wang@resident.example"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-unclosed-quote": sent(
    ['From: "Wang Fang <wang@resident.example>'],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-double-brackets": sent(
    ["From: Wang Fang <<wang@resident.example>>"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-mailto": sent(
    ["From: Wang Fang <mailto:wang@resident.example>"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-bracketed-mailto": sent(
    ["From: Wang Fang [mailto:wang@resident.example]"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-spaces-in-address": sent(
    ["From: Wang Fang < wang@resident.example >"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-single-quotes": sent(["From: 'Wang Fang' <wang@resident.example>"], "wang@resident.example"),
  "sender-source-route": sent(
    ["From: <@relay.example,@other.example:wang@resident.example>"],
    "wang@resident.example",
  ),
  "sender-quoted-local": sent(['From: "wang fang"@resident.example'], '"wang fang"@resident.example'),
  "sender-local-user": sent(["From: root (Cron Daemon)"], "", undefined, true),
  "sender-full-width": sent(["From: 王芳＜wang@resident.example＞"], "wang@resident.example", "王芳"),
  "sender-semicolons": sent(
    ["From: Wang <wang@resident.example>; Li <li@resident.example>"],
    "wang@resident.example",
    "Wang",
  ),
  "sender-colon-in-name": sent(["From: Owner: Wang Fang <wang@resident.example>"], "wang@resident.example"),
  "sender-at-in-quoted-name": sent(
    ['From: "Wang @ Home" <wang@resident.example>'],
    "wang@resident.example",
    "Wang @ Home",
  ),
  "sender-field-in-capitals": sent(
    ["FROM: WANG FANG <WANG@RESIDENT.EXAMPLE>"],
    "WANG@RESIDENT.EXAMPLE",
    "WANG FANG",
  ),
  "sender-space-before-colon": sent(
    ["From : Wang Fang <wang@resident.example>"],
    "wang@resident.example",
    "Wang Fang",
  ),
  "sender-dots-in-name": sent(
    ["From: Dr. Wang F. <wang@resident.example>"],
    "wang@resident.example",
    "Dr. Wang F.",
  ),
};
