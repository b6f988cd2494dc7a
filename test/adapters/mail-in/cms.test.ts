import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";

const HEAD = "From: a@b.example\r\nDate: Fri, 8 May 2026 10:20:30 +0800\r\nSubject: s\r\n";
const words = "三单元电梯冒烟，有人被困";
const entity = Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`);
const EOC = Buffer.from([0, 0]);

function length(size: number): Buffer {
  if (size < 128) return Buffer.from([size]);
  const digits = size.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** An element of BER with its length, and one without (ended by 00 00). */
function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}
const endless = (tag: number, ...parts: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...parts, EOC]);

const [SEQUENCE, SET, INTEGER, OCTETS, CHUNKS, TAGGED] = [0x30, 0x31, 0x02, 0x04, 0x24, 0xa0] as const;
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, "hex"));
const data = oid("2a864886f70d010701");
const one = tlv(INTEGER, Buffer.from([1]));

/** CMS around an OCTET STRING, as SignedData or CompressedData. */
const cms = (kind: "02" | "03" | "compressed", octets: Buffer | undefined, about = data) =>
  tlv(
    SEQUENCE,
    kind === "compressed" ? oid("2a864886f70d0109100109") : oid(`2a864886f70d0107${kind}`),
    tlv(
      TAGGED,
      tlv(
        SEQUENCE,
        one,
        tlv(kind === "compressed" ? SEQUENCE : SET),
        tlv(SEQUENCE, about, ...(octets === undefined ? [] : [tlv(TAGGED, octets)])),
        tlv(SET),
      ),
    ),
  );
const signed = (content: Buffer) => cms("02", tlv(OCTETS, content));
const packed = (content: Buffer) => cms("compressed", tlv(OCTETS, deflateSync(content)));
const part = (content: Buffer, type = "application/pkcs7-mime", name = "smime.p7m") =>
  Buffer.from(
    `Content-Type: ${type}; name=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString("base64")}\r\n`,
  );
const mail = (content: Buffer, type?: string, name?: string) =>
  Buffer.concat([Buffer.from(HEAD), part(content, type, name)]);
const files = (read: Awaited<ReturnType<typeof parseMail>>) =>
  read.attachments.map(({ filename }) => filename);

describe("an opaquely signed letter (S/MIME) is read", () => {
  const chunked = [entity.subarray(0, 50), entity.subarray(50, 60), entity.subarray(60)];
  test.each<[string, Buffer]>([
    ["in one piece", mail(signed(entity))],
    ["in chunks", mail(cms("02", tlv(CHUNKS, ...chunked.map((chunk) => tlv(OCTETS, chunk)))))],
    [
      "in chunks of no given length, one within another",
      mail(
        cms(
          "02",
          endless(
            CHUNKS,
            endless(CHUNKS, tlv(OCTETS, chunked[0]!), tlv(OCTETS, chunked[1]!)),
            tlv(OCTETS, chunked[2]!),
          ),
        ),
      ),
    ],
    ["signed, packed and signed again", mail(signed(part(packed(part(signed(entity))))))],
    ["by a gateway that knows only its name", mail(signed(entity), "application/octet-stream", "smime.p7m")],
    [
      "within a letter that was passed on",
      Buffer.concat([Buffer.from(`${HEAD}Content-Type: message/rfc822\r\n\r\n`), mail(signed(entity))]),
    ],
  ])("%s", async (_, raw) => {
    const { text, defects } = await parseMail(raw);
    expect(text).toContain(words);
    expect(defects).not.toContain("encrypted");
  });

  test("a signed document that is no letter is kept beside its wrapping, under its own name", async () => {
    const read = await parseMail(mail(signed(Buffer.from("%PDF-1.7 …")), undefined, "合同.pdf.p7m"));
    expect(files(read)).toEqual(["合同.pdf.p7m", "合同.pdf"]);
    expect(read.text).toBe("");
  });

  test.each<[string, Buffer]>([
    ["a signature apart from what it signs", cms("02", undefined)],
    ["something else than data", cms("02", tlv(OCTETS, entity), oid("2a864886f70d0109100104"))],
    ["no CMS at all", Buffer.from("cms")],
    ["a structure that is cut off", signed(entity).subarray(0, 60)],
    ["100,000 levels", Buffer.alloc(200_000, Buffer.from([SEQUENCE, 0x80]))],
    ["a million elements", tlv(SEQUENCE, Buffer.alloc(2_000_000, Buffer.from([5, 0])))],
    ["what unpacks to 50 MB", packed(Buffer.concat([entity, Buffer.alloc(50_000_000, 0x20)]))],
    ["broken compression", cms("compressed", tlv(OCTETS, entity))],
  ])("%s stays a file and says nothing", async (_, content) => {
    const read = await parseMail(mail(content));
    expect({ text: read.text, files: files(read), defects: read.defects }).toEqual({
      text: "",
      files: ["smime.p7m"],
      defects: [],
    });
  });

  test("all that a mail unpacks together is bounded", async () => {
    const big = part(packed(Buffer.concat([entity, Buffer.alloc(15_000_000, 0x0a)])));
    const head = Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`);
    const delimiter = Buffer.from("--b\r\n");
    const { text } = await parseMail(Buffer.concat([head, ...[1, 2, 3, 4].flatMap(() => [delimiter, big])]));
    expect(text.split(words).length - 1).toBe(2);
  });

  test.each([
    ["enveloped", mail(cms("03", tlv(OCTETS, entity)))],
    [
      "PGP",
      Buffer.from(
        `${HEAD}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--\r\n`,
      ),
    ],
  ])("an encrypted one (%s) is called so", async (_, raw) => {
    const { text, defects } = await parseMail(raw);
    expect({ text, defects }).toEqual({ text: "", defects: ["encrypted"] });
  });
});
