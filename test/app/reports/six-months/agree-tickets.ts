import { expect } from "vitest";
import { showView } from "../../../../lib/app/analytics/read.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import type { World } from "../../../support/world.ts";
import type { Answer, Seen, Ticket } from "./account.ts";
import type { Built } from "./built.ts";
import { staff } from "./company.ts";
import type { Edition } from "./figures.ts";
import type { Rows } from "./opened.ts";
import { local } from "./working-days.ts";

interface Held {
  readonly one: Seen;
  readonly ticket: Ticket;
}

const words: Readonly<Record<Answer, string>> = { yes: "是", no: "否", "not-rated": "未评价" };
const exemptWords: Readonly<Record<string, string>> = {
  "withdrawn-by-platform": "平台撤单",
  "not-owner-business": "非业主事项",
  unreasonable: "诉求不合理",
};

/** Why a ticket is in no rate: sent back, left out by its platform, merged, taken back by the citizen, another authority's. */
function excluded({ one: { ended }, ticket: { sentBack, merged, rated } }: Held): string | undefined {
  if ((sentBack ?? undefined) !== undefined) return "退单";
  if (rated?.exempt !== undefined) return exemptWords[rated.exempt];
  if (merged === true) return "并单";
  if (ended === "withdrawn") return "诉求人撤回";
  return ended === "referred" ? "转有权部门" : undefined;
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** 政府转办 by the words of docs/government-tickets.md, and each ticket behind it. */
export async function agreeTickets(
  w: World,
  built: Built,
  all: readonly Seen[],
  edition: Edition,
): Promise<void> {
  const { start, end, asOf } = edition;
  const inside = (at: string) => start <= at && at < end && at <= asOf;
  const tickets = all.flatMap((one): Held[] =>
    one.ticket === undefined ? [] : [{ one, ticket: one.ticket }],
  );
  const received = tickets.filter(({ one }) => inside(one.receivedAt));
  const rated = tickets.filter(({ ticket }) => ticket.rated !== undefined && inside(ticket.rated.at));
  const workbook = await built.workbook("complaints");
  agreeRaw(workbook.table("政府工单"), new Set([...received, ...rated]));
  if (received.length + rated.length === 0) return;
  const counted = received.filter((held) => excluded(held) === undefined);
  const ratedCounted = rated.filter((held) => excluded(held) === undefined);
  const waits = ({ ticket: { answered, dueAt = "" } }: Held) =>
    (answered ?? undefined) === undefined && dueAt >= asOf;
  const said = (question: "contacted" | "solved" | "satisfied", answer: Answer) =>
    ratedCounted.filter(({ ticket }) => ticket.rated?.[question] === answer).length;
  const of = (why: string) => received.filter((held) => excluded(held) === why).length;
  const answerDue = counted.filter((held) => !waits(held));
  const inTime = answerDue.filter(
    ({ ticket: { answered, dueAt = "" } }) => typeof answered === "string" && answered <= dueAt,
  );
  const signedInTime = counted.filter(({ ticket: { signed, answered, signBy = "" } }) => {
    const at = signed ?? answered;
    return typeof at === "string" && at <= signBy;
  });
  const expected = {
    本期接收: received.length,
    剔除合计: received.length - counted.length,
    其中退单: of("退单"),
    其中并单: of("并单"),
    其中诉求人撤回: of("诉求人撤回"),
    其中转有权部门: of("转有权部门"),
    其中平台撤单: of("平台撤单"),
    其中非业主事项: of("非业主事项"),
    其中诉求不合理: of("诉求不合理"),
    计入: counted.length,
    按时签收: signedInTime.length,
    按时回复: inTime.length,
    未到期或随主单: counted.length - answerDue.length,
    应回复: answerDue.length,
    退回重办: counted.filter(({ ticket }) => ticket.handedBack).length,
    本期平台评价: ratedCounted.length,
    已响应: said("contacted", "yes"),
    未响应: said("contacted", "no"),
    已解决: said("solved", "yes"),
    未解决: said("solved", "no"),
    满意: said("satisfied", "yes"),
    不满意: said("satisfied", "no"),
    按时回复率: share(inTime.length, answerDue.length),
    响应率: share(said("contacted", "yes"), said("contacted", "yes") + said("contacted", "no")),
    解决率: share(said("solved", "yes"), said("solved", "yes") + said("solved", "no")),
    满意率: share(said("satisfied", "yes"), said("satisfied", "yes") + said("satisfied", "no")),
  };
  for (const row of [
    workbook.table("政府转办").find((one) => one["转办平台"] === "12345"),
    workbook.table("政府转办").at(-1),
  ])
    expect(row).toMatchObject(expected);
  const { month } = built.edition;
  const shown = await showView(w.ports, staff.headquarters, {
    month,
    edition: built.edition.edition,
    view: "government",
  });
  if (isProblem(shown)) throw new Error(shown.problem);
  expect(Object.values(shown.table.rows.at(-1)?.figures ?? {})).toEqual(Object.values(expected));
}

function agreeRaw(rows: Rows, tickets: ReadonlySet<Held>): void {
  const minute = (at: string | null | undefined) => (typeof at === "string" ? local(at).slice(0, 16) : null);
  const lineOf = (held: Held) => {
    const { one, ticket } = held;
    const { contacted, solved, satisfied } = ticket.rated ?? {};
    const word = (answer: Answer | undefined) => (answer === undefined ? null : words[answer]);
    return [
      one.number,
      ...[ticket.signBy, ticket.signed, ticket.dueAt, ticket.answered, ticket.rated?.at].map(minute),
      ...[contacted, solved, satisfied].map(word),
      excluded(held) ?? null,
    ].join(" | ");
  };
  const shown = rows
    .filter((row) => row["编号"] !== null && row["编号"] !== undefined)
    .map((row) =>
      [
        row["编号"],
        ...["签收时限", "签收", "办理时限", "回复件报送", "平台评价"].map((name) => {
          const cell = row[name];
          return typeof cell === "string" ? cell.slice(0, 16) : null;
        }),
        ...["响应", "解决", "满意", "剔除"].map((name) => row[name] ?? null),
      ].join(" | "),
    );
  expect(shown.sort()).toEqual([...tickets].map(lineOf).sort());
}
