import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import { isOpen } from "../../../domain/complaint/document.ts";
import {
  type Progress,
  type Promised,
  progressOf,
  type ShownStep,
  type Told,
  urgedToday,
} from "../../../domain/residents/progress.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { clockWords, pauseReasonWords } from "../../../domain/words/clocks.ts";
import { commandWords } from "../../../domain/words/commands.ts";
import { statusWords } from "../../../domain/words/complaint.ts";
import { labelOf } from "../../../domain/words/words.ts";
import { html, type Markup } from "../core/html.ts";
import { linkTo } from "../core/look.ts";
import { localTime } from "./times.ts";
import { isEnded } from "./track-ended.ts";
import { type Tracked, trackAddress, trackedPage } from "./tracked.ts";

type Bilingual = Readonly<Record<Language, string>>;

const words = {
  title: { zh: "投诉进度", en: "Progress of your complaint" },
  promised: { zh: "我们答应的时间", en: "What we promised" },
  provisional: { zh: "（节假日安排公布后可能调整）", en: " (may change when the holidays are announced)" },
  department: { zh: "负责部门", en: "Department" },
  told: { zh: "答复和记录", en: "Answers so far" },
  none: { zh: "还没有答复，有了会显示在这里。", en: "No answer yet; it will appear here." },
  erased: { zh: "（内容已按规定删除）", en: "(text erased)" },
  file: { zh: "照片", en: "Photo" },
  before: { zh: "处理前照片", en: "Photo before" },
  after: { zh: "处理后照片", en: "Photo after" },
  photos: { zh: "您发来的照片", en: "Your photos" },
  todo: { zh: "您可以", en: "What you can do" },
  message: { zh: "补充内容或照片", en: "Add a message or a photo" },
  urge: labelOf(commandWords.urge),
  urged: { zh: "今天已催办，已转给处理人", en: "Urged today; passed on" },
  rate: { zh: "评价处理结果", en: "Rate how it was handled" },
  unsolved: { zh: "没有解决", en: "It is not solved" },
  withdraw: labelOf(commandWords.withdraw),
  privacy: { zh: "索取副本或删除个人信息", en: "Ask for a copy, or for your data to be erased" },
} as const satisfies Record<string, Bilingual>;

const stepWords: Readonly<Record<ShownStep, Bilingual>> = {
  registered: labelOf(statusWords.registered),
  assigned: { zh: "已派单", en: "Passed to a department" },
  handling: labelOf(statusWords.handling),
  answered: { zh: "已答复结果", en: "Result told" },
  "followed-up": { zh: "回访", en: "Asked whether you are content" },
};

/** What is waited for, while it has not come: 已派单 would read as done. */
const nextWords: Readonly<Record<ShownStep, Bilingual>> = {
  registered: stepWords.registered,
  assigned: { zh: "接下来：派给负责部门", en: "Next: it is passed to a department" },
  handling: { zh: "接下来：负责部门处理", en: "Next: the department handles it" },
  answered: { zh: "接下来：告诉您处理结果", en: "Next: you are told the result" },
  "followed-up": { zh: "接下来：回访，问您是否满意", en: "Next: you are asked whether you are content" },
};

const promiseWords: Readonly<Record<Promised["name"], Bilingual>> = {
  firstReply: { zh: "告诉您下一步", en: "You are told the next steps" },
  promised: { zh: "您要求的答复时间", en: "The time you asked for" },
  result: { zh: "告诉您处理结果", en: "You are told the result" },
  node: { zh: "方案约定的时间", en: "A time agreed in the plan" },
};

const outcomeWords: Readonly<Record<Promised["outcome"], Bilingual>> = {
  running: { zh: "进行中", en: "under way" },
  paused: { zh: "暂停", en: "waiting" },
  kept: { zh: "已按时做到", en: "kept" },
  missed: { zh: "没有按时，请见谅，我们会尽快", en: "late, for which we apologise" },
  lapsed: { zh: "已结束", en: "ended" },
};

const toldWords: Readonly<Record<Told["kind"], Bilingual>> = {
  reply: { zh: "答复", en: "Reply" },
  result: labelOf(clockWords.result),
  message: { zh: "您补充了内容，我们已收到", en: "You added something; we have it" },
  urge: { zh: "您催办了一次", en: "You urged" },
  closed: { zh: "已结案", en: "Closed" },
  reopened: { zh: "重新处理", en: "Taken up again" },
  withdrawn: { zh: "已撤诉", en: "Withdrawn" },
};

/** Where a complaint stands, in plain words; nobody's name and none of our own clocks. */
export async function progressPage(tracked: Tracked): Promise<PageGiven> {
  const { complaint, ports, language, project } = tracked;
  const { timeZone, projectId } = complaint.registration;
  const now = toInstant(ports.clock.now());
  const progress = progressOf(complaint, now);
  const { calendar } = await ports.rules.forProject(projectId, timeZone);
  const department = project?.departments.find(({ id }) => id === complaint.departmentId)?.name;
  const who =
    department === undefined
      ? html``
      : html`<p>${words.department[language]}：<strong>${department}</strong></p>`;
  const content = html`${steps(tracked, progress)}${who}<h2>${words.promised[language]}</h2><dl>${progress.promises.map((one) => promise(tracked, one))}</dl><h2>${words.told[language]}</h2>${told(tracked, progress)}${ownPhotos(tracked)}<h2>${words.todo[language]}</h2>${acts(tracked, urgedToday(complaint, now, calendar))}`;
  return trackedPage(tracked, { title: words.title[language], content });
}

function steps({ complaint, language }: Tracked, { steps: all }: Progress): Markup {
  const { timeZone } = complaint.registration;
  const open = isOpen(complaint);
  const next = open
    ? all.findIndex(
        ({ at }, index) => at === undefined && all.slice(index).every((one) => one.at === undefined),
      )
    : -1;
  const lines = all.map(({ step, at }, index) => {
    const name = stepWords[step][language];
    if (at !== undefined)
      return html`<li class="d">✓ ${name}<br><small>${localTime(at, timeZone, language)}</small></li>`;
    return index === next ? html`<li class="n">${nextWords[step][language]}</li>` : html`<li>${name}</li>`;
  });
  return html`<ol class="t">${lines}</ol>`;
}

function promise({ complaint, language }: Tracked, one: Promised): Markup {
  const { timeZone } = complaint.registration;
  const reason = one.waitsFor === undefined ? "" : `：${pauseReasonWords[one.waitsFor][language]}`;
  const provisional = one.provisional ? words.provisional[language] : "";
  const state = outcomeWords[one.outcome][language];
  return html`<dt>${promiseWords[one.name][language]}</dt><dd>${localTime(one.dueAt, timeZone, language)}${provisional}\n${state}${reason}</dd>`;
}

function told(tracked: Tracked, { told: all }: Progress): Markup {
  const { complaint, language } = tracked;
  if (all.length === 0) return html`<p>${words.none[language]}</p>`;
  const entries = all.map((one) => {
    const answered = one.kind === "reply" || one.kind === "result";
    const text = answered ? html`\n${one.text ?? words.erased[language]}` : html``;
    return html`<dt>${localTime(one.at, complaint.registration.timeZone, language)}</dt><dd>${toldWords[one.kind][language]}${text}${files(tracked, one.files, one.kind === "result" ? words.after : words.file)}</dd>`;
  });
  return html`<dl>${entries}</dl>`;
}

function ownPhotos(tracked: Tracked): Markup {
  const { complaint, language } = tracked;
  const [registered] = complaint.events;
  const own = complaint.events.flatMap(({ fact, commandId }) =>
    fact.type === "attachmentsStored" && commandId === registered?.commandId
      ? fact.files.map(({ id }) => id)
      : [],
  );
  return own.length === 0
    ? html``
    : html`<p class="l">${words.photos[language]}：${files(tracked, own, words.before)}</p>`;
}

/** As links: nothing is loaded that nobody wants to see. */
function files(tracked: Tracked, ids: readonly string[], label: Bilingual): Markup[] {
  return ids.map(
    (id, index) =>
      html` <a href="${trackAddress(tracked, `files/${id}`)}">${label[tracked.language]} ${String(index + 1)}</a>`,
  );
}

function acts(tracked: Tracked, urged: boolean): Markup {
  const { complaint, language, look, number, secret } = tracked;
  const link = (act: string, label: Bilingual) =>
    html`<p class="l"><a href="${trackAddress(tracked, act)}">${label[language]}</a></p>`;
  const rating = (grade?: string) =>
    linkTo(look, `/public/complaints/${encodeURIComponent(number)}/rating`, { secret, grade });
  const open = isOpen(complaint);
  const ended = isEnded(complaint);
  const canRate = complaint.status === "resolved" && complaint.opinion === undefined;
  return html`${canRate ? html`<p class="l"><a href="${rating()}">${words.rate[language]}</a></p><p class="l"><a href="${rating("1")}">${words.unsolved[language]}</a></p>` : []}${ended ? [] : link("message", words.message)}${open ? (urged ? html`<p class="hint">${words.urged[language]}</p>` : link("urge", words.urge)) : []}${open ? link("withdraw", words.withdraw) : []}${link("privacy", words.privacy)}`;
}
