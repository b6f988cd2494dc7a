import type { FollowerMessage } from "../../app/ports/official-account.ts";
import { defined } from "../../domain/present.ts";

/** The fields of WeChat's XML, which is one level deep: `<Name>text</Name>`, as CDATA or not. */
export function fieldsOf(xml: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [, name = "", cdata, plain] of xml.matchAll(
    /<(\w{1,40})>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g,
  )) {
    fields[name] = cdata ?? unescaped(plain ?? "");
  }
  return fields;
}

const kinds: Readonly<Record<string, FollowerMessage["kind"]>> = {
  text: "text",
  image: "picture",
  voice: "voice",
  location: "location",
  event: "hello",
};

/** What a follower sent; undefined for XML that is none of WeChat's messages. */
export function messageOf(fields: Readonly<Record<string, string>>): FollowerMessage | undefined {
  const { FromUserName: openId, MsgType: type = "", MsgId, CreateTime = "", MediaId: mediaId } = fields;
  if (openId === undefined || openId === "") return undefined;
  const text = fields["Content"] ?? fields["Recognition"] ?? fields["Label"];
  return {
    openId,
    // Events have no id: the same second of the same follower is the same event.
    id: MsgId ?? `${openId}:${CreateTime}:${fields["Event"] ?? ""}`,
    kind: kinds[type] ?? "other",
    ...(text === undefined || text.trim() === "" ? {} : { text }),
    ...defined({ mediaId }),
  };
}

/** A passive reply in words. `at`: seconds. */
export function replyXml(to: string, from: string, text: string, at: number): string {
  return `<xml><ToUserName>${cdata(to)}</ToUserName><FromUserName>${cdata(from)}</FromUserName><CreateTime>${at}</CreateTime><MsgType>${cdata("text")}</MsgType><Content>${cdata(text)}</Content></xml>`;
}

/** The envelope of encrypted mode. */
export function sealedXml(cipherText: string, signature: string, at: number, nonce: string): string {
  return `<xml><Encrypt>${cdata(cipherText)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature><TimeStamp>${at}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`;
}

/** `]]>` would end it. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]] >")}]]>`;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}
