import { describe, expect, it } from "vitest";
import { printPaper } from "../../../lib/adapters/documents/index.ts";
import { type PaperForm, paperFormNames, paperForms } from "../../../lib/domain/papers/forms.ts";
import { blank, filled, handled, partOf, textOf } from "./paper.ts";

/** The fields that the source texts name, form by form. */
const named: Readonly<Record<PaperForm, readonly string[]>> = {
  "complaint-record": [
    "投诉人姓名",
    "投诉事项",
    "单元号码",
    "投诉内容",
    "联系电话",
    "投诉对象",
    "客户要求回复时间",
    "原因分析及调查经过",
    "有效性判断",
    "分级",
  ],
  "handling-record": [
    "报修",
    "投诉",
    "求助",
    "限期",
    "处理结果",
    "解决部门负责人签字认可",
    "客户对处理的意见",
    "回访情况",
    "效果检查",
    "恶意投诉",
  ],
  "handling-plan": [
    "处理责任人",
    "调查核实情况",
    "解决方案",
    "时间节点",
    "上级审批",
    "客户意见",
    "处理难度",
    "合理性评估",
  ],
  "follow-up-record": ["处理结果", "满意度", "不满意原因", "回访人"],
  "joint-signatures": ["单元号码", "签名", "人数"],
  "reply-letter": ["深表歉意", "处理结果", "下一步措施和时间"],
  "ticket-reply": ["转办平台", "工单号", "办理时限", "诉求", "与诉求人联系情况", "办理情况和结果"],
  "posted-reply": ["深表歉意", "处理情况", "下一步措施和时间", "公示期"],
  "case-history": ["时限", "到期", "结果", "经过", "经办", "附件", "记录核验", "末条校验值"],
  "channels-notice": ["投诉热线", "电子邮箱", "投诉箱", "网站", "24小时内回复", "3个工作日内反馈处理结果"],
};

describe.each(paperFormNames)("%s", (form) => {
  it("names the fields of its source, blank and filled", async () => {
    for (const facts of [blank, filled()]) {
      const text = textOf(await printPaper(form, facts));
      expect(text).toContain(paperForms[form].zh);
      for (const field of named[form]) expect(text).toContain(field);
    }
  });

  it("no page end tears a row: signatures stay beside their labels", async () => {
    for (const facts of [blank, filled()]) {
      const [, ...rows] = partOf(await printPaper(form, facts), "word/document.xml").split("<w:tr>");
      // The first is the head with title and code, which stands at the top of the page anyway.
      expect(rows.slice(1).filter((row) => !row.startsWith("<w:trPr><w:cantSplit/>"))).toEqual([]);
    }
  });

  it("is a pad without any word of a complaint when blank", async () => {
    const text = textOf(await printPaper(form, blank));
    for (const word of ["466", "王示例", "电梯", "502", "13800000000", "☑", "undefined"]) {
      expect(text).not.toContain(word);
    }
  });

  it("is A4 with Chinese type, a code, page numbers and table heads on every page", async () => {
    const document = await printPaper(form, filled());
    const body = partOf(document, "word/document.xml");
    expect(body.includes('<w:pgSz w:w="11906" w:h="16838"')).toBe(true);
    expect(body.includes("<w:drawing>")).toBe(true);
    expect(partOf(document, "word/styles.xml")).toContain('w:eastAsia="宋体"');
    expect(partOf(document, "word/footer1.xml")).toMatch(/PAGE.*NUMPAGES/s);
    const tablesWithHeads = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].filter(
      ([table]) => table.includes("序号") || table.includes("次数"),
    );
    for (const [table] of tablesWithHeads) expect(table).toContain("<w:tblHeader/>");
  });
});

describe("filled from a complaint", () => {
  it("its history counts time nodes as people do, and completes none that nobody waited for any more (D2)", async () => {
    const cells = textOf(await printPaper("case-history", filled())).split("\n");
    expect(cells).toContain("时间节点 1 已完成");
    const second = cells.indexOf("时间节点 2");
    expect(cells.slice(second + 3, second + 5)).toEqual(["", "不再需要"]);
    expect(cells.join()).not.toMatch(/n\d/);
  });

  const text = async (form: PaperForm) => textOf(await printPaper(form, filled()));

  it("D11: record, judgement, level and the time the customer asked for", async () => {
    const record = await text("complaint-record");
    for (const value of [
      "466",
      "2026年3月2日 09:30",
      "王示例",
      "13800000000",
      "一期 3栋 1单元 502室",
      "呼叫中心",
      "工程部",
      "老人被困十分钟",
      "2026年3月2日 18:00",
      "门机控制板老化",
      "维保单位建议更换",
      "☑业主",
      "☑有效",
      "☑C 一般投诉",
      "☐A 重大投诉",
    ]) {
      expect(record).toContain(value);
    }
  });

  it("D4: the limit, the result, and who signed", async () => {
    const record = await text("handling-record");
    for (const value of [
      "2026年3月3日 12:00",
      "控制板已更换，试运行正常",
      "engineering-head",
      "☑投诉",
      "☐报修",
      "一般",
    ]) {
      expect(record).toContain(value);
    }
  });

  it("D2, D9: the plan with its time nodes, done or to come", async () => {
    const plan = await text("handling-plan");
    for (const value of [
      "更换门机控制板并复检",
      "配件到场",
      "已完成",
      "更换并试运行",
      "2026年3月4日 18:00",
      "☑当面",
      "☑同意",
      "☑一般",
    ]) {
      expect(plan).toContain(value);
    }
  });

  it("D8: every attempt of the follow-up with its outcome, grade and reason", async () => {
    const record = await text("follow-up-record");
    for (const value of ["未接", "接通", "等得太久"]) expect(record).toContain(value);
  });

  it("everyone already on the letter stands on the page of signatures", async () => {
    const page = await text("joint-signatures");
    for (const value of ["王示例", "李示例", "赵示例", "6人"]) expect(page).toContain(value);
  });

  it("a posted reply tells the result and nothing of the complainant", async () => {
    const reply = await text("posted-reply");
    expect(reply).toContain("控制板已更换");
    for (const value of ["王示例", "13800000000", "502", "老人被困"]) expect(reply).not.toContain(value);
  });

  it("an erased value is left empty", async () => {
    const complaint = handled();
    const personal = Object.fromEntries(
      Object.entries(complaint.personal).filter(
        ([ref]) => !ref.endsWith(".name") && !ref.endsWith(".matter"),
      ),
    );
    const record = textOf(await printPaper("complaint-record", filled({ ...complaint, personal })));
    expect(record).not.toContain("王示例");
    expect(record).not.toContain("undefined");
  });

  it("carries what a customer wrote, whatever it is, as text", async () => {
    const hostile = "<w:p/>&amp;\"'=1+1 ]]>\u0000\u0007\uD800 {{x}} 第二行\r\n第三行";
    for (const form of paperFormNames) {
      const paper = await printPaper(form, filled(handled(hostile)));
      const body = partOf(paper, "word/document.xml");
      // oxlint-disable-next-line no-control-regex -- none may be left
      expect(body).not.toMatch(/[\u0000-\u0008\uD800]/);
    }
    const record = textOf(await printPaper("complaint-record", filled(handled(hostile))));
    expect(record).toContain("<w:p/>&amp;\"'=1+1 ]]> {{x}} 第二行\n第三行");
  });
});
