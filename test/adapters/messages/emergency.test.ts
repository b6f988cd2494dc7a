import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { emergencyNotices } from "../../../lib/domain/emergencies/announcements.ts";
import type { Emergency } from "../../../lib/domain/emergencies/emergency.ts";
import { announceOverdue } from "../../../lib/domain/emergencies/report.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { at, personal } from "../../support/builders.ts";
import { emergencyAt, holding } from "../../support/emergencies.ts";
import { everybody, project } from "../../support/organisation.ts";

const now = at("2026-03-02 10:00");

/** The mail to the first recipient of the newest announcement. */
function rendered(emergency: Emergency) {
  const [plan] = emergencyNotices(emergency.announcements.at(-1)!, emergency);
  const notice = plannedNotice(plan!, now);
  const base = { notice, emergency, project, people: everybody, publicUrl: "https://desk.example", now };
  return noticeRenderer.render(base);
}

describe("mails about emergency events", () => {
  test("即时上报: why, what, where, how bad, who reported it, and when which report is due", () => {
    const facts = {
      accident: true,
      press: true,
      outsourced: true,
      loss: 1200,
      injury: { dead: 0, injured: 2 },
    };
    const event = emergencyAt(now, facts);
    const place = personal("3 栋大堂");
    const { subject, text, html } = rendered({ ...event, personal: { ...event.personal, "1.place": place } });
    expect(subject).toBe("【即时上报·事故灾祸、媒体负面报道】示例一期：设备设施·给排水");
    for (const words of [
      "project-manager-1（项目经理），您好！",
      "首报 3月2日（周一）10:30；书面报告 3月2日（周一）12:00；终报 3月9日（周一）18:00",
      "负面事件（外包）",
      "3 栋大堂",
      "死亡 0 人，受伤 2 人",
      "1200 元",
      "工程部",
      "示例填写人 13800000001",
      "三楼水管爆裂",
      "Reports are due: first report",
      `https://desk.example/emergencies/${event.registration.id}`,
    ]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
  });

  test("an ordinary one says nothing of 即时上报, and what is not known is called so", () => {
    const { subject, text } = rendered(emergencyAt(now, { outcome: "prevented" }));
    expect(subject).toBe("【突发事件】示例一期：设备设施·给排水");
    expect(text).toContain("成功防止");
    expect(text.match(/未报/g)).toHaveLength(2);
    expect(text).not.toContain("即时上报");
  });

  test("an overdue report: which, since when, in both languages", () => {
    const late = announceOverdue(emergencyAt(now), at("2026-03-02 10:31"), holding);
    const { subject, text } = rendered(late);
    expect(subject).toBe("【突发事件·首报超时】示例一期：设备设施·给排水");
    expect(text).toContain("首报应于 3月2日（周一）10:30 前提交，至今未提交");
    expect(text).toContain("the first report of this event was due at");
  });

  test("a limit without published holidays is called provisional; erased values are called so", () => {
    const event = emergencyAt(at("2026-12-30 10:00"));
    const { text } = rendered({ ...event, personal: {} });
    expect(text).toContain("（暂定）");
    expect(text.match(/（已清除）/g)).toHaveLength(2);
  });

  test("what people wrote cannot become markup", () => {
    const event = emergencyAt(now);
    const script = { ...event.personal, "1.description": personal("<script>alert(1)</script>") };
    expect(rendered({ ...event, personal: script }).html).not.toContain("<script>");
  });
});
