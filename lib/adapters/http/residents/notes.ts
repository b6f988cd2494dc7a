import { shortTrackingUrl } from "../../../app/complaints/tracking.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { Language } from "../../../contracts/problems.ts";
import { dueAt } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { type Instant, toInstant } from "../../../domain/time/instant.ts";
import { type CalendarEntry, calendarFile } from "../../formats/calendar-file.ts";
import { localTime } from "./times.ts";

type Bilingual = Readonly<Record<Language, string>>;

const words = {
  head: { zh: "投诉", en: "Complaint" },
  link: { zh: "查看进度：", en: "Progress: " },
  firstReply: { zh: "前告诉您下一步怎么处理", en: ": you are told the next steps" },
  result: { zh: "前告诉您处理结果", en: ": you are told the result" },
  provisional: { zh: "（节假日安排公布后可能调整）", en: " (may change when the holidays are announced)" },
  firstReplyDue: { zh: "最晚现在告诉您下一步", en: "You should have been told the next steps" },
  resultDue: { zh: "最晚现在告诉您处理结果", en: "You should have been told the result" },
} as const satisfies Record<string, Bilingual>;

const noted = ["firstReply", "result"] as const;

interface Note {
  readonly name: (typeof noted)[number];
  readonly at: Instant;
  /** The promise in words, with its time. */
  readonly sentence: string;
}

/** What was promised when it was received, in words. */
export function promisesInWords({ clocks, registration }: Complaint, language: Language): readonly Note[] {
  return noted.flatMap((name) => {
    const clock = clocks.find((one) => one.name === name);
    if (clock === undefined) return [];
    const at = dueAt(clock);
    const provisional = clock.limits[0]?.provisional === true ? words.provisional[language] : "";
    const time = localTime(at, registration.timeZone, language);
    const sentence = `${language === "zh" ? `${time} ` : time}${words[name][language]}${provisional}`;
    return [{ name, at, sentence }];
  });
}

type NotePorts = Pick<Ports, "crypto" | "publicUrl" | "clock">;

/** Number, times and link as plain words, to be copied into the notes of a phone. */
export function notesInWords(ports: NotePorts, complaint: Complaint, language: Language): string {
  const { number } = complaint.registration;
  const promises = promisesInWords(complaint, language).map(({ sentence }) => sentence);
  const link = `${words.link[language]}${shortTrackingUrl(ports, complaint)}`;
  return [`${words.head[language]} ${number}`, ...promises, link].join("\n");
}

/** The same for the calendar of a phone: an entry at each promised time. */
export function notesForCalendar(ports: NotePorts, complaint: Complaint, language: Language): Uint8Array {
  const { number, id } = complaint.registration;
  const url = shortTrackingUrl(ports, complaint);
  const entries = promisesInWords(complaint, language).map(
    ({ name, at, sentence }): CalendarEntry => ({
      uid: `${name}.${id}@jiesu`,
      at,
      title: `${words.head[language]} ${number}：${words[`${name}Due`][language]}`,
      text: `${sentence}\n${words.link[language]}${url}`,
      url,
    }),
  );
  return calendarFile(entries, toInstant(ports.clock.now()));
}
