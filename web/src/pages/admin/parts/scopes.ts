import type { Words } from "../../../../../lib/domain/words/words.ts";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly city: string;
}

/** Every scope that a rule may hold for, the widest first. */
export function scopesOf(
  projects: readonly Place[],
): readonly { readonly scope: string; readonly name: Words }[] {
  const distinct = (names: readonly string[]) => [...new Set(names)].toSorted();
  return [
    { scope: "company", name: { zh: "全公司", en: "The company" } },
    ...distinct(projects.map(({ region }) => region)).map((region) => ({
      scope: `region:${region}`,
      name: { zh: `区域 · ${region}`, en: `Region · ${region}` },
    })),
    ...distinct(projects.map(({ city }) => city)).map((city) => ({
      scope: `city:${city}`,
      name: { zh: `城市 · ${city}`, en: `City · ${city}` },
    })),
    ...projects.map(({ id, name }) => ({
      scope: `project:${id}`,
      name: { zh: `项目 · ${name}`, en: `Project · ${name}` },
    })),
  ];
}
