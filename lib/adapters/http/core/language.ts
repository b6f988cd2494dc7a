import type { Language } from "../../../contracts/problems.ts";

/** The caller's language by Accept-Language: Chinese unless English is preferred to it. */
export function languageOf(accepted: string | undefined): Language {
  let best: { readonly language: Language; readonly weight: number } | undefined;
  for (const entry of (accepted ?? "").split(",")) {
    const [range = "", ...parameters] = entry.trim().toLowerCase().split(";");
    const language = range === "*" ? "zh" : known(range.split("-")[0] ?? "");
    const weight = weightOf(parameters);
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? "zh";
}

function known(primary: string): Language | undefined {
  return primary === "zh" || primary === "en" ? primary : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((text) => text.startsWith("q="));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
