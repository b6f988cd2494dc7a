import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import type { Random } from "./random.ts";

const surnames = Array.from("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗");
const titles = ["先生", "女士"];

/** Somebody who complains; everything about them is invented and looks it. */
export interface Complainant {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly kind: "owner" | "tenant" | "resident" | "merchant";
  readonly location: {
    readonly area: string;
    readonly building: string;
    readonly unit: string;
    readonly room: string;
  };
}

/** The n-th complainant of the month, who lives in one of the project's occupied rooms. */
export function complainant(
  n: number,
  projectId: string,
  households: CompanyFile["households"],
  random: Random,
): Complainant {
  const rooms = households.filter((household) => household.projectId === projectId && household.occupied);
  const { area, building, unit, room } = random.pick(rooms);
  return {
    name: `${random.pick(surnames)}${random.pick(titles)}`,
    phone: `1380000${String(n).padStart(4, "0")}`,
    email: `resident${n}@sample.jiesu.example`,
    kind:
      building === "商铺"
        ? "merchant"
        : random.weighted([
            ["owner", 70],
            ["tenant", 20],
            ["resident", 10],
          ] as const),
    location: { area, building, unit, room },
  };
}
