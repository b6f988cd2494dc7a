import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { noticesFor } from "../../../lib/domain/notices/plan.ts";
import { after, at, given, later, personal, plain, registered } from "../../support/builders.ts";
import { everybody, people, project } from "../../support/organisation.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 1);
const open = registered(received, { level: "A" });
const handled = given(given(open, "assign", now), "resolve", now);
const recipients = () => [{ personId: people.manager.id, post: "manager" as const }];

/** The mail that a command brings to the one person who is told. */
function mail(complaint: Complaint, command: Command, wanted: "handling" | "possible-danger" = "handling") {
  const next = after(complaint, command, now, { recipients });
  const plans = next.events
    .slice(complaint.events.length)
    .flatMap((event) => noticesFor(event, next))
    .filter(({ template }) => template === wanted);
  const [plan] = plans;
  if (plan === undefined || plans.length > 1) throw new Error(`${plans.length} messages`);
  const facts = {
    notice: plannedNotice(plan, now),
    complaint: next,
    project,
    people: everybody,
    publicUrl: "https://desk.example",
    now,
  };
  return noticeRenderer.render(facts);
}

const text = personal("涉及整栋");
const limitAt = at("2026-03-03 12:00");

test.each<[string, Complaint, Command, string[]]>([
  [
    "D4 限期",
    open,
    { type: "assign", departmentId: "engineering", limitAt },
    ["请接单", "部门限期", "3月3日"],
  ],
  [
    "转交",
    given(open, "assign", now),
    { type: "transfer", departmentId: "service", reason: text },
    ["请接单", "涉及整栋"],
  ],
  ["D11 汇报上级", open, { type: "report-up", text }, ["请批示", "涉及整栋"]],
  [
    "D11 方案报上级",
    open,
    { type: "plan", act: { kind: "write", text, nodes: [] } },
    ["报您审阅", "涉及整栋"],
  ],
  [
    "D11 日报",
    open,
    { type: "daily-report", text, departmentIds: ["engineering"] },
    ["今日处理跟进情况", "涉及整栋"],
  ],
  [
    "D4 不满意",
    handled,
    { type: "follow-up", outcome: "reached", grade: 2, reason: text },
    ["返单或解释关闭", "涉及整栋"],
  ],
  ["返单", handled, plain.reopen(), ["请重新处理", "仍未修好"]],
  ["客户来信", open, { type: "customer-message", text }, ["请阅知并回复", "涉及整栋"]],
  ["催办", open, { type: "urge", text }, ["客户催办", "涉及整栋"]],
  ["差评", handled, { type: "opinion", grade: 1, text }, ["对处理不满意", "涉及整栋"]],
  ["后来认定紧急", handled, { type: "classify", classCode: "1.2.5", safety: true }, ["请立即处理"]],
])("%s: the mail says what is asked of its reader, in both languages", (_, complaint, command, words) => {
  const { subject, text: body, html } = mail(complaint, command);
  expect(subject).toMatch(/^【办理】/);
  for (const word of [...words, "电梯又停了", "Complainant"]) expect(body).toContain(word);
  expect(html).toContain("电梯又停了");
  // Enough to know whom it is about, no more.
  expect(body).not.toContain("13800000000");
});

test("D6: danger in later words is shown with those words and asks to reopen what is closed", () => {
  const command: Command = { type: "customer-message", text: personal("门里有人触电，快来") };
  const { subject, text: body } = mail(handled, command, "possible-danger");
  expect(subject).toMatch(/^【可能涉及安全】/);
  for (const word of ["触电", "门里有人触电，快来", "电梯又停了", "返单", "reopen"])
    expect(body).toContain(word);
});

test("D6: the mail about possible danger names the building of an anonymous complainant, not the flat", () => {
  const said = (anonymous: boolean) => {
    const location = { building: "8", unit: "3", room: "1502" };
    const complaint = registered(received, { anonymous, location });
    const command = { type: "customer-message", text: personal("配电间在冒烟") } as const;
    return JSON.stringify(mail(given(complaint, "assign", now), command, "possible-danger"));
  };
  expect(said(false)).toContain("1502");
  expect(said(true)).toContain("8栋");
  expect(said(true)).not.toContain("1502");
});
