import { type Acknowledgeable, acknowledgeByLink, lookAt } from "../../../app/acknowledgements/by-link.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import { clockNamed } from "../../../domain/words/clocks.ts";
import { labelOf } from "../../../domain/words/words.ts";
import { html, type Markup } from "../core/html.ts";
import { page } from "../core/page.ts";
import type { ApiRequest } from "../core/request.ts";

export type AcknowledgementPorts = Parameters<typeof acknowledgeByLink>[0];

const words = {
  title: { zh: "督办确认", en: "Acknowledge" },
  ask: {
    zh: "确认后不再重复提醒这一级；时限照常计算。",
    en: "This level is not repeated after you acknowledge it; the time limit runs on.",
  },
  group: { zh: "群体", en: "Group" },
  button: { zh: "知晓，我来跟进", en: "Seen, I take care of it" },
  done: { zh: "已确认收到，谢谢。", en: "Acknowledged, thank you." },
  expired: {
    zh: "链接已过期。请在系统中查看该投诉。",
    en: "This link has expired. Please look the complaint up in the system.",
  },
  unknown: { zh: "链接无效。", en: "This link is not valid." },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** GET: what is to be acknowledged, with a button; changes nothing, because mail scanners open links. */
export async function showAcknowledgement(
  load: () => Promise<AcknowledgementPorts>,
  request: ApiRequest,
): Promise<PageGiven> {
  return answer(await lookAt(await load(), request.parameters["token"] ?? ""), request.language);
}

/** POST: the button. */
export async function acknowledge(
  load: () => Promise<AcknowledgementPorts>,
  request: ApiRequest,
): Promise<PageGiven> {
  return answer(await acknowledgeByLink(await load(), request.parameters["token"] ?? ""), request.language);
}

function answer(found: Acknowledgeable | "expired" | undefined, language: Language): PageGiven {
  const title = words.title[language];
  if (found === undefined) return page(404, language, title, html`<p>${words.unknown[language]}</p>`);
  if (found === "expired") return page(410, language, title, html`<p>${words.expired[language]}</p>`);
  const { of, rung, person, state } = found;
  const clock = labelOf(clockNamed(rung))[language];
  const what = "number" in of ? of.number : `${words.group[language]} ${of.code}`;
  const about = html`<p>${what} · ${clock} · ${person.name}</p>`;
  return page(
    200,
    language,
    title,
    html`${about}${state === "open" ? button(language) : html`<p>${words.done[language]}</p>`}`,
  );
}

/** Posts to the address of the page itself. */
function button(language: Language): Markup {
  return html`<p>${words.ask[language]}</p><form method="post"><button type="submit">${words.button[language]}</button></form>`;
}
