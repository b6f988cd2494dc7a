import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { at, later } from "../../support/builders.ts";
import { confirmedCrowd, giveGroup, onlyGroup } from "../../support/groups.ts";
import { everybody, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** The mails about the only group, as its readers get them. */
function mails(w: World) {
  return w.notices
    .all()
    .filter(({ subject }) => subject.kind === "group")
    .map((notice) => ({
      template: notice.template,
      ...noticeRenderer.render({
        notice,
        project,
        people: everybody,
        group: onlyGroup(w),
        publicUrl: "https://desk.example",
        now: w.clock.text(),
      }),
    }));
}

test("proposed: what it is, the evidence, the members, until when to decide; Chinese first, English below", async () => {
  const w = world(monday);
  await confirmedCrowd(w);
  const [proposed] = mails(w).filter(({ template }) => template === "group-proposed");
  expect(proposed?.subject).toBe("【疑似群体投诉】示例一期：工程质量，5 件");
  for (const words of ["3 栋，5 户", "11:00", "请确认或解散", "Please confirm or dissolve", "001", "005"]) {
    expect(proposed?.text).toContain(words);
  }
  expect(proposed?.text).toContain(`https://desk.example/g/${onlyGroup(w).identity.id}`);
  // Nobody's household, name or number stands in a mail about many.
  for (const secret of ["household", "1380000", "示例业主"]) expect(proposed?.text).not.toContain(secret);
});

test("confirmed, reminded and escalated: each says so", async () => {
  const w = world(monday);
  await confirmedCrowd(w);
  await w.run(later(monday, 25));
  const subjects = (template: string) =>
    new Set(
      mails(w)
        .filter((mail) => mail.template === template)
        .map(({ subject }) => subject),
    );
  expect(subjects("group-confirmed")).toEqual(new Set(["【群体投诉】示例一期：工程质量，5 件"]));
  expect(subjects("group-reminder")).toEqual(new Set(["【群体投诉·提醒】示例一期：工程质量，5 件"]));
  expect(subjects("group-escalation")).toEqual(new Set(["【群体投诉·督办】示例一期：工程质量，5 件"]));
  const escalations = mails(w).filter(({ template }) => template === "group-escalation");
  // D11: a B is reported on daily, and its first reply is due (D6).
  for (const clock of ["日报", "首次回复"]) {
    expect(escalations.some(({ text }) => text.includes(clock))).toBe(true);
  }
  await giveGroup(w, { type: "dissolve", reason: "各不相干" });
});
