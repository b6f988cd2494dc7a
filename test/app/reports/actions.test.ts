import { expect, test } from "vitest";
import { actionLines } from "../../../lib/app/reports/content/action-lines.ts";
import { at } from "../../support/builders.ts";
import { fromRoom } from "../../support/groups.ts";
import { people, project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

test("整改: an action that recurrence has opened says why, and what its owner has handed in (D15)", async () => {
  const w = world(at("2026-03-02 10:00"));
  let last = "";
  for (const day of ["02", "03", "04"]) {
    w.clock.set(at(`2026-03-${day} 10:00`));
    last = (await fromRoom(w, "101")).registration.id;
    await w.drain();
  }
  const options = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-03-31 23:59") };
  const line = async () => {
    const [first] = actionLines(await w.complaint(last), project, options, (id) => id);
    return [first?.cause, first?.measure];
  };
  expect(await line()).toEqual(["同楼栋同一投诉点30天内第3次投诉", "（责任人尚未提出）"]);
  const [action] = (await w.complaint(last)).actions ?? [];
  const owner = Object.values(people).find(({ id }) => id === action?.ownerId);
  await w.give(
    last,
    { type: "evidence", actionId: action?.id ?? "", text: "已更换主板并试运行" },
    owner === undefined ? {} : { person: owner },
  );
  expect(await line()).toEqual(["同楼栋同一投诉点30天内第3次投诉", "已更换主板并试运行"]);
});
