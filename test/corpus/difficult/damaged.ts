import { type Difficult, eml, HEAD, WANG } from "./build.ts";

type Extra = Partial<Difficult["expected"]>;
const LEAK = [...HEAD, "Subject: Leak"];
const read = (raw: Buffer, extra: Extra = {}): Difficult => ({
  raw,
  expected: { ...WANG, subject: "Leak", text: ["The roof leaks."], ...extra },
});
const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const plain = eml(...LEAK, "", "The roof leaks.").toString("latin1");

/** Mails that were cut, converted or joined on their way. */
export const damaged: Readonly<Record<string, Difficult>> = {
  "line-ends-cr-cr-lf": read(bytes(plain.replaceAll("\r\n", "\r\r\n"))),
  "line-ends-mixed": read(bytes(plain.replace("\r\n", "\n").replace("\r\n", "\n"))),
  "line-ends-cr-with-one-lf": read(bytes(`${plain.replaceAll("\r\n", "\r")}\n`)),
  "whole-file-utf-16": read(Buffer.from(`\uFEFF${plain}`, "utf16le")),
  "whole-file-utf-8-bom": read(Buffer.from(`\uFEFF${plain}`)),
  "blank-lines-first": read(bytes(`\r\n\r\n${plain}`)),
  "mbox-escaped-from": read(eml(...LEAK, "", "The roof leaks.", ">From the top."), {
    text: [">From the top."],
  }),
  "header-cut": {
    raw: eml("From: Wang Fang <wang@resident.example>", "Subj"),
    expected: { ...WANG, subject: "", text: [] },
  },
  "base64-cut": read(
    eml(
      ...LEAK,
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "",
      "The roof leaks.",
      "--b",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0KGgoAAAA",
    ),
    { files: [null] },
  ),
  "content-type-twice": read(
    eml(...LEAK, "Content-Type: text/plain; charset=utf-8", "Content-Type: text/html", "", "The roof leaks."),
  ),
  "multipart-label-on-plain-text": read(
    eml(...LEAK, "Content-Type: multipart/alternative", "", "The roof leaks."),
  ),
  "multipart-of-nothing": read(
    eml(...LEAK, "Content-Type: multipart/mixed; boundary=b", "", "--b", "--b--"),
    { text: [] },
  ),
  "part-without-header": read(
    eml(...LEAK, "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "The roof leaks.", "--b--"),
  ),
  "part-header-without-blank-line": read(
    eml(
      ...LEAK,
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "The roof leaks.",
      "--b--",
    ),
  ),
  "html-unclosed": read(
    eml(...LEAK, "Content-Type: text/html", "", "<body><div><b>The roof leaks.<p>Come <i>soon"),
    {
      html: true,
      text: ["The roof leaks.", "Come soon"],
    },
  ),
  "html-hidden-style-and-comment": read(
    eml(
      ...LEAK,
      "Content-Type: text/html",
      "",
      "<style>p{color:red}</style><!-- secret --><p>The&nbsp;roof leaks.</p>",
    ),
    { html: true, notext: ["color", "secret"] },
  ),
  "html-entities": read(
    eml(...LEAK, "Content-Type: text/html", "", "<p>The roof leaks. &lt;3&gt; &#30005;&#x68AF; &copy;</p>"),
    {
      html: true,
      text: ["<3> 电梯 ©"],
    },
  ),
  "forwarded-as-file-with-its-own-files": read(
    eml(
      ...LEAK,
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "",
      "The roof leaks.",
      "--b",
      "Content-Type: message/rfc822",
      "Content-Disposition: attachment; filename=old.eml",
      "",
      "From: li@other.example",
      "Subject: Old",
      "Content-Type: multipart/mixed; boundary=c",
      "",
      "--c",
      "",
      "Old words",
      "--c",
      "Content-Type: image/png; name=a.png",
      "",
      "x",
      "--c--",
      "--b--",
    ),
    { files: ["old.eml"], notext: ["Old words"] },
  ),
  "delivery-receipt-is-no-bounce": {
    raw: eml(
      "From: MAILER-DAEMON@mx.example",
      "Subject: Success",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      "",
      "--b",
      "",
      "Your mail was delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; wang@resident.example",
      "Action: delivered",
      "Status: 2.0.0",
      "--b--",
    ),
    expected: {
      from: "MAILER-DAEMON@mx.example",
      subject: "Success",
      text: ["Your mail was delivered."],
      files: [null],
      flags: "auto",
    },
  },
};
