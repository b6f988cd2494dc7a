import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { emergencyNumbers } from "../../domain/residents/emergency.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { triage } from "../../domain/triage/triage.ts";
import { shortTrackingUrl } from "../complaints/tracking.ts";
import { shortHash } from "../documents/ids.ts";
import { type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import { complaintId } from "../intake/standing.ts";
import { contactKey, contactKeysInForce } from "../organisation/keys.ts";
import type { Ports } from "../ports/index.ts";
import type { FollowerMessage, OfficialAccount } from "../ports/official-account.ts";
import { isProblem, type Problem } from "../problems/problem.ts";
import { addMessage, type MessagePorts } from "./acts.ts";

export type FollowerPorts = IntakePorts &
  MessagePorts &
  Pick<Ports, "publicUrl" | "followerFiles" | "errandQueue">;

/** A follower's complaints that are looked at, the newest. */
const LOOKED_AT = 10;
/** Shorter words without a known phrase are a greeting, and make no complaint. */
const A_MATTER = 8;
const LONGEST = 4000;
/** WeChat forgets a file after three days. */
const KEPT_HOURS = 96;

/**
 * What a follower of the official account sent: words add to the follower's open complaint or make one; a picture or voice is
 * noted with the name under which WeChat keeps it. Answers what to tell the follower. The same message again adds nothing.
 */
export async function hearFollower(
  ports: FollowerPorts,
  account: OfficialAccount,
  message: FollowerMessage,
): Promise<string> {
  const project = await ports.organisation.project(account.projectId);
  if (project === undefined) return "系统正在设置，请打公示牌上的电话。";
  const { text, kind } = message;
  const danger = text !== undefined && triage(text).safety ? dangerWords(project) : "";
  // WeChat sends again what was not answered within five seconds: the complaint it made is not added to by itself.
  const before = await ports.complaints.load(complaintId(ports, sourceOf(account, message)));
  if (before !== undefined) return danger + registeredWords(ports, before);
  const open = await openComplaint(ports, account, message);
  if (isFile(message)) return danger + (await receiveFile(ports, account, message, open));
  const words = wordsOf(message);
  if (open !== undefined && words !== undefined) return danger + (await add(ports, open, message, words));
  if (text === undefined || kind === "hello" || !isMatter(text)) return welcome(ports, project, open);
  return danger + (await register(ports, account, message, text));
}

type FileMessage = FollowerMessage & {
  readonly kind: "picture" | "voice";
  readonly mediaId: string;
};

function isFile(message: FollowerMessage): message is FileMessage {
  return (message.kind === "picture" || message.kind === "voice") && message.mediaId !== undefined;
}

/**
 * A picture or voice belongs to the follower's open complaint, and is fetched and added elsewhere: WeChat waits five seconds and
 * keeps the file for three days. What WeChat has heard in a voice makes a complaint like words.
 */
async function receiveFile(
  ports: FollowerPorts,
  account: OfficialAccount,
  message: FileMessage,
  open: Complaint | undefined,
): Promise<string> {
  const { text } = message;
  const known =
    open ??
    (text !== undefined && isMatter(text) ? await registered(ports, account, message, text) : undefined);
  if (known === undefined || isProblem(known))
    return "照片和语音要记在一件投诉上：请先用文字写下发生了什么，再发照片。";
  if (account.secret === undefined) return add(ports, known, message, wordsOf(message) ?? "【微信文件】");
  const id = shortHash(ports.crypto, `follower-file:${account.appId}:${message.id}`);
  const before = await ports.followerFiles.find(id);
  if (before === undefined)
    await ports.followerFiles.insert({
      id,
      complaintId: known.registration.id,
      kind: message.kind,
      mediaId: message.mediaId,
      messageId: message.id,
      expiresAt: toInstant(ports.clock.now().add({ hours: KEPT_HOURS })),
      revision: 1,
      ...defined({ words: text }),
    });
  await ports.errandQueue.send({ errand: "follower-file", id });
  const { number } = known.registration;
  return `已收到，会记在投诉 ${number} 上，处理人会看到。查看进度：${shortTrackingUrl(ports, known)}`;
}

function isMatter(text: string): boolean {
  return text.trim().length >= A_MATTER || triage(text).evidence.length > 0;
}

/** The follower is known by openid alone; the index holds a keyed hash of it. */
async function openComplaint(
  ports: FollowerPorts,
  account: OfficialAccount,
  { openId }: FollowerMessage,
): Promise<Complaint | undefined> {
  const found = await complaintOfFollower(ports, account, openId);
  return found !== undefined && isOpen(found) ? found : undefined;
}

/** The complaints of a follower that are looked at, newest first: the open one, else the latest. */
export async function complaintOfFollower(
  ports: Pick<Ports, "complaints" | "crypto">,
  account: Pick<OfficialAccount, "appId">,
  openId: string,
): Promise<Complaint | undefined> {
  const keys = contactKeysInForce(ports.crypto, followerName(account, openId));
  const ids = await Promise.all(keys.map((key) => ports.complaints.idsByContact(key, LOOKED_AT)));
  const known = await Promise.all([...new Set(ids.flat())].map((id) => ports.complaints.load(id)));
  return known.find((one) => one !== undefined && isOpen(one)) ?? known.find((one) => one !== undefined);
}

/** By which a follower's complaints are found: a keyed hash. */
export function followerKey({ crypto }: Pick<Ports, "crypto">, appId: string, openId: string): string {
  return contactKey(crypto, followerName({ appId }, openId));
}

/** Openids tell capitals apart; a contact's normal form does not. */
export function followerName({ appId }: Pick<OfficialAccount, "appId">, openId: string): string {
  return `wechat:${appId}:${hex(openId)}`;
}

function wordsOf({ kind, text, mediaId }: FollowerMessage): string | undefined {
  switch (kind) {
    case "text":
      return text;
    case "location":
      return `【位置】${text ?? ""}`;
    case "picture":
      return `【微信图片】${mediaId ?? ""}`;
    case "voice":
      return `【微信语音】${text ?? ""}（${mediaId ?? ""}）`;
    case "hello":
    case "other":
      return undefined;
  }
}

async function add(ports: FollowerPorts, open: Complaint, { id, kind }: FollowerMessage, text: string) {
  const { number } = open.registration;
  const result = await addMessage(ports, open, { text: text.slice(0, LONGEST), once: `wechat:${id}` });
  const url = shortTrackingUrl(ports, open);
  if (isProblem(result)) return `${number} 今天收到的内容较多，请在这里补充：${url}`;
  const photo = kind === "picture" ? "原图请在链接里“补充内容或照片”上传。" : "";
  return `已记在投诉 ${number} 上，处理人会看到。${photo}查看进度：${url}`;
}

async function register(
  ports: FollowerPorts,
  account: OfficialAccount,
  message: FollowerMessage,
  text: string,
): Promise<string> {
  const result = await registered(ports, account, message, text);
  return isProblem(result) ? "没有登记成功，请打公示牌上的电话。" : registeredWords(ports, result);
}

async function registered(
  ports: FollowerPorts,
  account: OfficialAccount,
  message: FollowerMessage,
  text: string,
): Promise<Complaint | Problem> {
  const matter = text.slice(0, LONGEST);
  const { openId } = message;
  const source = sourceOf(account, message);
  const result = await receiveComplaint(ports, {
    ...source,
    by: { kind: "channel", id: source.system },
    body: JSON.stringify([openId, text]),
    projectId: account.projectId,
    matter,
    contactId: followerName(account, openId),
    channelData: { openId, appId: account.appId },
  });
  return isProblem(result) ? result : result.complaint;
}

function sourceOf({ appId }: OfficialAccount, { id }: FollowerMessage) {
  return { channel: "wechat", system: `wechat:${appId}`, sourceId: id } as const;
}

function registeredWords(ports: FollowerPorts, complaint: Complaint): string {
  const { number } = complaint.registration;
  return `已登记，编号 ${number}。请补充房号和电话，方便答复；查看进度：${shortTrackingUrl(ports, complaint)}`;
}

function welcome({ publicUrl }: FollowerPorts, { id }: Project, open: Complaint | undefined): string {
  const known = open === undefined ? "" : `您有一件正在处理：${open.registration.number}。`;
  return `${known}要投诉，请直接写下发生了什么，或点这里填写：${publicUrl}/r/${encodeURIComponent(id)}/-\n查询进度：${publicUrl}/t`;
}

/** D6 立即: whom to call stands before everything else. */
function dangerWords(project: Project): string {
  const calls = emergencyNumbers(project).map(({ number, words }) => `${words.zh} ${number}`);
  return `有人有危险请马上打电话：${calls.join("；")}\n`;
}

function hex(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
