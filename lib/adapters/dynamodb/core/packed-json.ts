import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";

/**
 * What documents have in common, most frequent last: deflate refers to it instead of spelling it out. Frozen: items
 * are read with the words they were written with, so a change is a new form with a first byte of its own.
 */
const words = Buffer.from(
  [
    '{"schema":1,"registration":{"id":"","number":"","projectId":"","timeZone":"Asia/Shanghai","channel":"phone","system":"","bodyHash":"',
    '"receivedAt":"2026-","recordKind":"complaint","anonymous":false,"location":{"area":"","building":"","unit":"","room":""},"urgency":"general","safety":false,"intake":"project"},"householdKey":"","contactKey":"',
    '"status":"handling","version":1,"cycle":1,"classCode":"1.2","level":"C","validity":"valid","departmentId":"engineering","handlerId":"","repliedAt":"","resolvedAt":"","taskDueAt":"","attempts":[],"urges":0,"clocks":[{"alarm":{"at":"","epoch":1},"lastEventAt":"',
    '"archive":[],"personal":{"1.matter":{"salt":"","value":"","1.name":{"1.phone":{".text":{"salt":"".reason":{"salt":"","revision":1,"writtenAt":"","armed":{"epoch":1,"via":"schedule"},"outbox":[]}',
    '"hint":{"table":"phrases-1","safety":false,"evidence":[{"from":0,"to":4,"speaksFor":"1.2.2"}]},"steps":{"investigate":1,"consult":1},"plan":{"by":{"kind":"person","id":"","nodes":[]}',
    '"recipients":[{"personId":"","post":"supervisor"},{"personId":"","post":"manager"}],"type":"rungDecided","rung":"limit","rule":{"kind":"escalation","time":{"kind":"after-limit","workingMinutes":0}},"due":"","lateBy":0',
    '{"type":"clockStopped","name":"firstReply","cycle":1,"key":"1","at":"2026-',
    '{"type":"clockStarted","name":"accept","cycle":1,"startedAt":"2026-","limits":[{"dueAt":"2026-","provisional":false,"clause":"D9, D12"},{"dueAt":"","provisional":false,"clause":"D6"}],"rungs":[{"id":"half","at":"2026-","four-fifths","at":"","desk-four-fifths","plus-4h","plus-1d","headquarters","limit","at":"2026-"}],"policyVersion":"built-in-2","calendarVersion":"cn-2026.1"}',
    '"request":"","digests":{"text":"","reason":"","hash":"',
    '.000Z","recordedAt":"2026-","by":{"kind":"person","id":"","commandId":"","request":"","fact":{"type":"',
    '{"seq":10,"occurredAt":"2026-',
  ].join(""),
);

/** First byte of an item in this form. */
const FORM = 1;

/** A value as deflated JSON: a history of like events shrinks to a fifth, and DynamoDB bills by size (ADR 0009). */
export function packJson(value: unknown): Uint8Array {
  const body = deflateRawSync(JSON.stringify(value), { dictionary: words, level: 9 });
  return Buffer.concat([Buffer.from([FORM]), body]);
}

/** Reads what `packJson` wrote, and the plain JSON text of earlier items. */
export const packedJson = z
  .union([z.instanceof(Uint8Array), z.string()])
  .transform((packed, context): unknown => {
    try {
      return JSON.parse(typeof packed === "string" ? packed : inflated(packed));
    } catch {
      // The parser's own message would quote the text, which may be personal.
      context.addIssue({ code: "custom", message: "not deflated JSON" });
      return z.NEVER;
    }
  });

function inflated(packed: Uint8Array): string {
  if (packed[0] !== FORM) throw new RangeError(`unknown form ${packed[0]}`);
  return inflateRawSync(packed.subarray(1), { dictionary: words }).toString("utf8");
}
