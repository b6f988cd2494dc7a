import { erase } from "../../../lib/app/complaints/erase.ts";
import { noteErasure } from "../../../lib/app/erasure/list.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { OpsCommand } from "../command.ts";
import { refused } from "../refused.ts";
import { openStore } from "../store.ts";

export const eraseCommand: OpsCommand = {
  name: "erase",
  takes: "<编号 number> [字段 field | 事件.字段 event.field …]",
  help: {
    zh: "永久删除一条投诉的个人信息（不写字段即全部），历史记下删除了哪些；可重复执行",
    en: "removes personal values of a complaint for good (all without fields), recorded in its history; repeatable",
  },
  words: [1, Number.POSITIVE_INFINITY],
  async run({ words: [number = "", ...fields] }, { env, print }) {
    const ports = await openStore(env);
    const id = await ports.complaints.idByNumber(number);
    const complaint = id === undefined ? undefined : await ports.complaints.load(id);
    // On the list first: a backup that is restored later brings the values back.
    if (complaint !== undefined) await noteErasure(ports, [complaint], fields);
    const erased = await erase(ports, { number, fields });
    if (isProblem(erased)) throw refused(erased.problem);
    const gone = [...erased.refs, ...erased.parts];
    print(`${erased.number}: 已删除 erased ${gone.length}${gone.length === 0 ? "" : `: ${gone.join(", ")}`}`);
    return undefined;
  },
};
