import type { Language } from "../../../contracts/problems.ts";
import { html, type Markup } from "./html.ts";

type Bilingual = Readonly<Record<Language, string>>;

/** What is wrong with one field, in words that say what to do. */
export interface FormError {
  /** The field's id. */
  readonly field: string;
  readonly message: string;
}

const words = {
  some: { zh: "请先改正以下内容", en: "Please put this right first" },
} as const satisfies Record<string, Bilingual>;

/** Everything that is wrong, above the form; each line leads to its field. */
export function errorSummary(errors: readonly FormError[], language: Language): Markup {
  if (errors.length === 0) return html``;
  const lines = errors.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`);
  return html`<div class="box err" role="alert"><h2>${words.some[language]}</h2><ul>${lines}</ul></div>`;
}

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly errors: readonly FormError[];
  readonly type?: "text" | "tel";
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Lines of a text field; absent: one line. */
  readonly rows?: number;
}

/** A labelled field with its hint and what is wrong with it. No `required`: what is missing is said in our own words. */
export function field(given: FormField): Markup {
  const { id, label, hint, value = "", type = "text", autocomplete, maxLength, rows } = given;
  const { attributes, wrong, bad } = described(given);
  const about = hint === undefined ? html`` : html`<p class="hint" id="${id}-h">${hint}</p>`;
  const limit = maxLength === undefined ? html`` : html` maxlength="${String(maxLength)}"`;
  const fill = autocomplete === undefined ? html`` : html` autocomplete="${autocomplete}"`;
  // A line end right behind <textarea> is not part of its value: one more keeps a first empty line.
  const input =
    rows === undefined
      ? html`<input type="${type}" id="${id}" name="${id}" value="${value}"${limit}${fill}${attributes}>`
      : html`<textarea id="${id}" name="${id}" rows="${String(rows)}"${limit}${attributes}>\n${value}</textarea>`;
  return html`<div class="f${bad}"><label for="${id}">${label}</label>${about}${wrong}${input}</div>`;
}

/** Files; the form must be multipart. */
export function fileField(
  given: Pick<FormField, "id" | "label" | "hint" | "errors">,
  accept: string,
): Markup {
  const { id, label, hint } = given;
  const { attributes, wrong, bad } = described(given);
  const about = hint === undefined ? html`` : html`<p class="hint" id="${id}-h">${hint}</p>`;
  return html`<div class="f${bad}"><label for="${id}">${label}</label>${about}${wrong}<input type="file" id="${id}" name="${id}" accept="${accept}" multiple${attributes}></div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several; a missing choice leads to the first. */
export function choices(
  given: Pick<FormField, "id" | "label" | "hint" | "value" | "errors">,
  options: readonly Choice[],
): Markup {
  const { id, label, hint, value } = given;
  const { wrong, bad, describedBy } = described(given);
  const about = hint === undefined ? html`` : html`<p class="hint" id="${id}-h">${hint}</p>`;
  const inputs = options.map((option, index) => {
    const checked = option.value === value ? html` checked` : html``;
    const own = index === 0 ? id : `${id}-${option.value}`;
    return html`<label class="o" for="${own}"><input type="radio" id="${own}" name="${id}" value="${option.value}"${checked}>${option.label}</label>`;
  });
  return html`<fieldset class="${bad.trim()}"${describedBy}><legend>${label}</legend>${about}${wrong}${inputs}</fieldset>`;
}

/** One box to tick. */
export function tick(given: Pick<FormField, "id" | "label" | "errors">): Markup {
  const { id, label } = given;
  const { attributes, wrong, bad } = described(given);
  return html`<div class="f${bad}">${wrong}<label class="o" for="${id}"><input type="checkbox" id="${id}" name="${id}" value="yes"${attributes}>${label}</label></div>`;
}

/** For machines that fill in every field; people do not see it, and whoever fills it in is told. */
export function honeypot(label: string, errors: readonly FormError[]): Markup {
  const seen = errors.some(({ field: name }) => name === HONEYPOT);
  const part = field({ id: HONEYPOT, label, errors, autocomplete: "off" });
  return seen ? part : html`<div class="hp" aria-hidden="true">${untabbed(label)}</div>`;
}

export const HONEYPOT = "homepage";

function untabbed(label: string): Markup {
  return html`<label for="${HONEYPOT}">${label}</label><input type="text" id="${HONEYPOT}" name="${HONEYPOT}" value="" tabindex="-1" autocomplete="off">`;
}

/** A button that sends the form it stands in. */
export function button(
  label: string,
  more: { readonly name?: string; readonly value?: string; readonly second?: boolean } = {},
): Markup {
  const { name, value = "yes", second = false } = more;
  const named = name === undefined ? html`` : html` name="${name}" value="${value}"`;
  return html`<button type="submit"${named}${second ? html` class="s"` : html``}>${label}</button>`;
}

function described({
  id,
  hint,
  errors,
}: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly errors: readonly FormError[];
}) {
  const own = errors.filter((error) => error.field === id);
  const names = [...(hint === undefined ? [] : [`${id}-h`]), ...(own.length === 0 ? [] : [`${id}-e`])];
  const describedBy = names.length === 0 ? html`` : html` aria-describedby="${names.join(" ")}"`;
  return {
    describedBy,
    attributes: own.length === 0 ? describedBy : html`${describedBy} aria-invalid="true"`,
    wrong:
      own.length === 0
        ? html``
        : html`<p class="e" id="${id}-e">${own.map(({ message }) => message).join(" ")}</p>`,
    bad: own.length === 0 ? "" : " bad",
  };
}
