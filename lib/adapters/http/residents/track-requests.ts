import { copyLinkOf } from "../../../app/erasure/copy.ts";
import type { Language } from "../../../contracts/problems.ts";
import {
  type PersonDataKind,
  type PersonDataRequest,
  type PersonDataState,
  personDataState,
} from "../../../domain/person-data/request.ts";
import { localDate, toInstant } from "../../../domain/time/instant.ts";
import { html, type Markup } from "../core/html.ts";
import type { Tracked } from "./tracked.ts";

type Bilingual = Readonly<Record<Language, string>>;

const kinds: Readonly<Record<PersonDataKind, Bilingual>> = {
  export: { zh: "索取副本", en: "a copy" },
  erasure: { zh: "删除个人信息", en: "erasure" },
};
const states: Readonly<Record<PersonDataState, Bilingual>> = {
  open: { zh: "已收到，办理期限", en: "received, to be done by" },
  overdue: { zh: "已过期限，正在催办；期限", en: "late, and being urged; it was to be done by" },
  running: { zh: "正在办理，期限", en: "being carried out, by" },
  done: { zh: "已办理", en: "done on" },
  refused: { zh: "不予办理", en: "refused on" },
};
const words = {
  reason: { zh: "理由：", en: "because " },
  fetch: { zh: "下载副本", en: "Fetch the copy" },
  gone: {
    zh: "姓名、电话、地址、文字和附件都已删除，统计中只留下编号和日期。",
    en: "Name, number, address, words and files are gone; figures keep the number and the dates.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the resident has asked about the own data, what became of each, and the copy while it can be fetched. */
export async function requestsOf(tracked: Tracked): Promise<Markup> {
  const { ports, complaint } = tracked;
  const requests = await ports.personRequests.ofComplaint(complaint.registration.id);
  if (requests.length === 0) return html``;
  const items = await Promise.all(requests.map((request) => itemOf(tracked, request)));
  return html`<ul>${items}</ul>`;
}

async function itemOf({ ports, language, complaint }: Tracked, request: PersonDataRequest): Promise<Markup> {
  const { kind, askedAt, dueAt, decided } = request;
  const day = (at: string) => localDate(at, complaint.registration.timeZone);
  const state = personDataState(request, toInstant(ports.clock.now()));
  const url = await copyLinkOf(ports, request);
  const reason =
    decided?.reason === undefined ? html`` : html`<br>${words.reason[language]}${decided.reason}`;
  const gone = kind === "erasure" && state === "done" ? html`<br>${words.gone[language]}` : html``;
  const copy = url === undefined ? html`` : html`<br><a href="${url}">${words.fetch[language]}</a>`;
  return html`<li>${day(askedAt)} ${kinds[kind][language]}：${states[state][language]} ${day(decided?.at ?? dueAt)}${reason}${gone}${copy}</li>`;
}
