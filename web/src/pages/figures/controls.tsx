import { editionStageWords } from "../../../../lib/domain/words/editions.ts";
import { type Project, useProjects } from "../../parts/directory.ts";
import { holdsOneOf, type Person, useMe } from "../../parts/me.tsx";
import { useSay } from "../../words/words.ts";
import type { Edition } from "../months/query.ts";
import type { Asked } from "./query.ts";

const words = {
  scope: { zh: "范围", en: "Part" },
  own: { zh: "我负责的全部", en: "All that is mine" },
  company: { zh: "公司", en: "The company" },
  regions: { zh: "区域", en: "Regions" },
  cities: { zh: "城市公司", en: "City companies" },
  projects: { zh: "项目", en: "Projects" },
  edition: { zh: "数据", en: "Figures" },
  live: { zh: "实时，现在的记录", en: "as recorded now" },
  numbered: { zh: "第 {n} 版 {stage}", en: "edition {n}, {stage}" },
};

interface ControlsProps {
  readonly asked: Asked;
  readonly chosen: string;
  readonly editions: readonly Edition[];
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Which part of the tree, and as recorded now or as an edition of the files has it. */
export function Controls({ asked, chosen, editions, set }: ControlsProps) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const { data: me } = useMe();
  const { regions, cities } = places(projects, me);
  const value = asked.level === undefined ? "" : `${asked.level}:${asked.scope ?? ""}`;
  const choose = (text: string) => {
    const at = text.indexOf(":");
    const [level, scope] = [text.slice(0, at), text.slice(at + 1)];
    set(
      text === ""
        ? { level: undefined, scope: undefined, open: undefined }
        : { level, scope, open: undefined },
    );
  };
  const group = (label: string, level: string, entries: readonly (readonly [string, string])[]) =>
    entries.length > 0 && (
      <optgroup label={label}>
        {entries.map(([id, name]) => (
          <option key={id} value={`${level}:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    );
  return (
    <div className="figure-controls">
      <label>
        {say(words.scope)}
        <select value={value} onChange={(event) => choose(event.target.value)}>
          <option value="">{say(holdsOneOf(me, ["headquarters"]) ? words.company : words.own)}</option>
          {group(
            say(words.regions),
            "region",
            regions.map((name) => [name, name]),
          )}
          {group(
            say(words.cities),
            "city",
            cities.map((name) => [name, name]),
          )}
          {group(
            say(words.projects),
            "project",
            projects.map(({ id, name }) => [id, name]),
          )}
        </select>
      </label>
      <label>
        {say(words.edition)}
        <select value={chosen} onChange={(event) => set({ edition: event.target.value, open: undefined })}>
          <option value="live">{say(words.live)}</option>
          {editions.map(({ edition, stage }) => (
            <option key={edition} value={edition}>
              {say(words.numbered)
                .replace("{n}", String(edition))
                .replace("{stage}", say(editionStageWords[stage]))}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Regions and cities that are wholly the person's: figures of a part are not those of the whole. */
function places(projects: readonly Project[], me: Person | undefined) {
  const unique = (names: readonly (string | undefined)[]) =>
    [...new Set(names.flatMap((name) => name ?? []))].sort();
  if (holdsOneOf(me, ["headquarters"]))
    return {
      regions: unique(projects.map(({ region }) => region)),
      cities: unique(projects.map(({ city }) => city)),
    };
  const own =
    me?.assignments.flatMap(({ post, region }) =>
      post === "region" && region !== undefined ? [region] : [],
    ) ?? [];
  return { regions: unique(own), cities: [] };
}
