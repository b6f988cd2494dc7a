import type { LeftReason } from "../../domain/complaint/events.ts";
import type { MailAttachment, ParsedMail } from "../ports/mail.ts";

/** What is larger (bytes) or further back stays in the kept mail, and is listed as left there with the reason. */
const LARGEST = 25_000_000;
const MOST = 30;
/** So many files stand in the complaint itself, kept or left; all others only in the letter's list. */
export const LISTED = 100;

type Reason = Extract<LeftReason, "too-large" | "too-many">;

/** Why a file is not kept apart; undefined where it is. */
export function leftReason({ size }: Pick<MailAttachment, "size">, index: number): Reason | undefined {
  if (index >= MOST) return "too-many";
  return size > LARGEST ? "too-large" : undefined;
}

/** True if the file at this place of its mail is not kept apart. */
export function isLeft(attachment: MailAttachment, index: number): boolean {
  return leftReason(attachment, index) !== undefined;
}

const reasons = {
  "too-large": `超过 ${LARGEST / 1_000_000} MB · too large`,
  "too-many": `第 ${MOST} 个以后 · too many`,
} satisfies Record<Reason, string>;

/** The whole letter with what it quotes and the files that were not kept apart, for people to read. */
export function letterText({ subject, text, quoted, attachments }: ParsedMail): string {
  const left = attachments.flatMap((attachment, index) => {
    const reason = leftReason(attachment, index);
    return reason === undefined ? [] : [leftLine(attachment, index, reasons[reason])];
  });
  const list =
    left.length === 0
      ? []
      : [
          `未单独保存的附件 ${left.length} 个，见原始邮件 · ${left.length} files only in the kept mail:`,
          ...left,
        ];
  return [subject, text, quoted, list.join("\n")].filter((part) => part.trim() !== "").join("\n\n");
}

function leftLine({ filename, size }: MailAttachment, index: number, reason: string): string {
  return `${index + 1}. ${filename ?? "（无文件名 · no name）"} · ${Math.ceil(size / 1000)} kB · ${reason}`;
}
