import { isEstateRelated } from "../classification/estate.ts";
import { type AreaBand, areaBand, type RateBase, rateBase } from "../statistics/peers.ts";
import type { Words } from "../words/words.ts";
import { type Names, type PlaceName, proper } from "./names.ts";
import { outcomeColumns } from "./performance.ts";
import type { Span } from "./span.ts";
import type { RatioColumn, Row, Task, View, ViewColumn } from "./view.ts";

interface Peers {
  readonly type: string;
  readonly band: AreaBand;
  readonly places: PlaceName[];
}

/**
 * Like with like (D15): projects of one type and band of area below their group, whose row is all of them pooled. A rate is
 * per thousand occupied households or per 10,000 m², as the project is rated; of a group only where every member is known.
 */
export function likeView(tasks: readonly Task[], names: Names, span: Span): View {
  const bases = new Map<string, RateBase>();
  const rows = groups(names).flatMap(({ type, band, places }): Row[] => {
    const ids = new Set(places.map(({ projectId }) => projectId));
    const pooled = pooledBase(places);
    const key = `group/${type}/${band}`;
    if (pooled !== undefined) bases.set(key, pooled);
    for (const place of places) {
      const base = baseOf(place);
      if (base !== undefined) bases.set(place.projectId, base);
    }
    const group = {
      key,
      label: groupLabel(type, band, places.length),
      tasks: tasks.filter((task) => ids.has(task.source.projectId)),
    };
    const own = places.map(
      ({ projectId, name }): Row => ({
        key: projectId,
        label: proper(name),
        tasks: tasks.filter(({ source }) => source.projectId === projectId),
      }),
    );
    return [group, ...own];
  });
  return { columns: [...basicColumns, ...outcomeColumns(span), ...ratios(bases)], rows };
}

const basicColumns: readonly ViewColumn[] = [
  {
    key: "basic",
    label: { zh: "其中非地产相关", en: "of these not the developer's" },
    unit: "count",
    holds: ({ estateClass }) => !isEstateRelated(estateClass),
  },
];

function ratios(bases: ReadonlyMap<string, RateBase>): readonly RatioColumn[] {
  const ratio = (key: string, label: Words, of: string, unit: RateBase["unit"]): RatioColumn => ({
    key,
    label,
    unit: "ratio",
    of,
    base: (row) => {
      const base = bases.get(row.key);
      return base?.unit === unit ? base.amount : undefined;
    },
  });
  return [
    ratio(
      "perHouseholds",
      { zh: "每千户投诉", en: "complaints per thousand households" },
      "received",
      "千户",
    ),
    ratio(
      "basicPerHouseholds",
      { zh: "每千户投诉（不含地产相关）", en: "per thousand households, without the developer's" },
      "basic",
      "千户",
    ),
    ratio("perArea", { zh: "每万㎡投诉", en: "complaints per 10,000 m²" }, "received", "万㎡"),
    ratio(
      "basicPerArea",
      { zh: "每万㎡投诉（不含地产相关）", en: "per 10,000 m², without the developer's" },
      "basic",
      "万㎡",
    ),
  ];
}

/** Projects whose type is not known are compared with nobody and are left out. */
function groups({ projects }: Names): readonly Peers[] {
  const found = new Map<string, Peers>();
  for (const place of projects) {
    const { type, floorArea } = place;
    if (type === undefined || floorArea === undefined) continue;
    const band = areaBand({ floorArea });
    const key = `${type} ${band}`;
    const group = found.get(key) ?? { type, band, places: [] };
    group.places.push(place);
    found.set(key, group);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function groupLabel(type: string, band: AreaBand, count: number): Words {
  const size = band === "10万㎡以下" ? "below 100,000 m²" : "100,000 m² and more";
  return {
    zh: `${type} ${band} · ${count}个项目合并`,
    en: `${type}, ${size} · ${count} projects pooled`,
  };
}

function baseOf({ type, floorArea, ...place }: PlaceName): RateBase | undefined {
  return type === undefined || floorArea === undefined ? undefined : rateBase({ ...place, type, floorArea });
}

function pooledBase(places: readonly PlaceName[]): RateBase | undefined {
  const bases = places.map(baseOf);
  const [first] = bases;
  if (first === undefined) return undefined;
  let amount = 0;
  for (const base of bases) {
    if (base?.unit !== first.unit) return undefined;
    amount += base.amount;
  }
  return { unit: first.unit, amount };
}
