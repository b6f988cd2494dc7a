import { people } from "../../../support/organisation.ts";
import type { Office } from "./office.ts";

export const toEngineering = { departmentId: "engineering", handlerId: "handler-1" };
export const solvedBy = { via: "phone", text: "主板已更换，电梯恢复运行" };

/** A level C complaint of Monday 2 March at nine, solved at three the day after with its steps on record. */
export async function solved(o: Office, more = {}): Promise<string> {
  const id = await o.call("101", more);
  await o.do(id, "classify", { classCode: "1.2.2", level: "C" });
  await o.do(id, "judge", { validity: "valid", reason: "属实" });
  await o.do(id, "assign", toEngineering);
  await o.do(id, "accept", {}, people.handler);
  await o.do(id, "investigate", { text: "现场查看，与工程部核实", departmentIds: ["engineering"] });
  await o.do(id, "consult", { text: "维保单位书面意见" });
  await o.do(id, "plan", { text: "更换主板", nodes: [] });
  await o.until("2026-03-03 15:00");
  await o.do(id, "resolve", solvedBy, people.handler);
  return id;
}

/** How many messages somebody of ours was sent. */
export const toldTo = (o: Office, personId: string) =>
  o.api.notices.all().filter(({ recipient }) => recipient.kind === "person" && recipient.id === personId)
    .length;
