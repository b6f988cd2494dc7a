import { describe, expect, test } from "vitest";
import { causeFactors } from "../../../lib/domain/complaint/events.ts";
import { type Case, tasksOfPeriod, topClasses, topClassName } from "../../../lib/domain/statistics/case.ts";
import { causeTable } from "../../../lib/domain/statistics/causes.ts";
import { classTable, sumOf, validityName } from "../../../lib/domain/statistics/class-table.ts";
import { details, flow } from "../../../lib/domain/statistics/details.ts";
import { pointFrequency } from "../../../lib/domain/statistics/frequency.ts";
import { monthBefore } from "../../../lib/domain/statistics/period.ts";
import { trend, trendOfPeriod } from "../../../lib/domain/statistics/trend.ts";
import { at, task } from "./tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-01 00:00") };

let numbers = 0;
/** A complaint of March about a trapped lift, done in time unless said otherwise. */
function one(more: Partial<Case> = {}): Case {
  numbers += 1;
  const plain = task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00");
  return {
    ...plain,
    number: `${numbers}`,
    recordKind: "complaint",
    channel: "phone",
    classCode: "1.2.1",
    ...more,
  };
}
const unclassified = (classified: Case): Case => {
  const { classCode: _, ...rest } = classified;
  return rest;
};
const times = (count: number, more: Partial<Case> = {}) => Array.from({ length: count }, () => one(more));

describe("records of a period", () => {
  test("received in it by the cut-off; who has ended by the cut-off is left out", () => {
    const received = (when: string, more: Partial<Case> = {}) => one({ receivedAt: at(when), ...more });
    const inside = [
      received("2026-03-01 00:00"),
      received("2026-03-31 23:59"),
      received("2026-03-05 10:00", { endedAt: at("2026-04-01 00:01") }),
    ];
    const outside = [
      received("2026-02-28 23:59"),
      received("2026-04-01 00:00"),
      received("2026-03-05 10:00", { endedAt: march.asOf }),
      received("2026-03-05 10:00", { endedAt: at("2026-03-06 10:00") }),
    ];
    expect(tasksOfPeriod([...inside, ...outside], march)).toEqual(inside);
    const early = { ...march, asOf: at("2026-03-01 00:00") };
    expect(tasksOfPeriod(inside, early)).toEqual([inside[0]]);
  });

  test("D5: the seven classes and what nobody has classified", () => {
    expect(topClasses).toEqual([
      "房屋管理",
      "设备管理",
      "安全管理",
      "环境管理",
      "综合服务",
      "业户纠纷",
      "地产相关",
      "未分类",
    ]);
    expect([topClassName("1.2.10"), topClassName("1.7"), topClassName(undefined)]).toEqual([
      "设备管理",
      "地产相关",
      "未分类",
    ]);
  });
});

describe("人机料法环 (D15)", () => {
  test("a row for each cause, in its words, by class; last what nobody has traced; invalid ones are none", () => {
    const rows = causeTable(
      [
        one({ causeFactor: "method" }),
        one({ causeFactor: "method", classCode: "1.7.2" }),
        one(),
        one({ causeFactor: "method", validity: "invalid" }),
      ],
      march,
    );
    expect(rows.map(({ factor, detail }) => `${factor} ${detail}`)).toEqual([
      "人 服务态度",
      "人 服务规范",
      "人 服务技能",
      "机 外观完好性",
      "机 质量合格性",
      "机 功能适用性",
      "料 耐用性",
      "料 经济性",
      "料 准确性",
      "法 方法、流程",
      "环 环境",
      "未定 尚未分析",
    ]);
    const counted = rows.map(({ counts }) => counts.join(""));
    expect(counted[causeFactors.indexOf("method")]).toBe("01000010");
    expect(counted.at(-1)).toBe("01000000");
    expect(counted.filter((counts) => counts === "00000000")).toHaveLength(10);
  });
});

describe("分类统计", () => {
  test("records that share kind, class, level, channel and validity stand in one cell, in the order of the lists", () => {
    const cells = classTable(
      [
        one({ recordKind: "help" }),
        one({ recordKind: "repair" }),
        one({ recordKind: "opinion", level: "D" }),
        one({ validity: "invalid" }),
        one({ validity: "assisted" }),
        one({ unjudged: true }),
        one(),
        one(),
        one({ channel: "government" }),
        one({ channel: "relay" }),
        one({ level: "A" }),
        one({ classCode: "1.1.1" }),
        unclassified(one()),
      ],
      march,
    );
    expect(
      cells.map(
        ({ kind, class: name, level, channel, validity, count }) =>
          `${kind} ${name} ${level} ${channel} ${validity} ${count}`,
      ),
    ).toEqual([
      "complaint 房屋管理 未定 phone 有效 1",
      "complaint 设备管理 A phone 有效 1",
      "complaint 设备管理 未定 phone 有效 2",
      "complaint 设备管理 未定 phone 协助处理 1",
      "complaint 设备管理 未定 phone 无效 1",
      "complaint 设备管理 未定 phone 未判定 1",
      "complaint 设备管理 未定 relay 有效 1",
      "complaint 设备管理 未定 government 有效 1",
      "complaint 未分类 未定 phone 有效 1",
      "opinion 设备管理 D phone 有效 1",
      "repair 设备管理 未定 phone 有效 1",
      "help 设备管理 未定 phone 有效 1",
    ]);
    const sums = [
      {},
      { kind: "complaint" },
      { kind: "complaint", class: "设备管理" },
      { level: "A" },
      { channel: "relay" },
      { validity: "无效" },
      { kind: "opinion", level: "A" },
    ] as const;
    expect(sums.map((where) => sumOf(cells, where))).toEqual([13, 10, 8, 1, 1, 1, 0]);
  });

  test("what nobody has judged is 未判定, whatever it counts as", () => {
    const names = (["valid", "assisted", "invalid"] as const).map((validity) => validityName({ validity }));
    expect(names).toEqual(["有效", "协助处理", "无效"]);
    expect(validityName({ validity: "valid", unjudged: true })).toBe("未判定");
  });
});

describe("问题点频次 (D8)", () => {
  test("the most frequent first, of the same number in the order of the list, the unclassified last; share and month before", () => {
    const february = { receivedAt: at("2026-02-10 10:00") };
    const cases = [
      ...times(2, { classCode: "1.7.2" }),
      ...times(2, { classCode: "1.1.2" }),
      ...times(3, { classCode: "1.4.2" }),
      ...times(5).map(unclassified),
      ...times(1, { classCode: "1.4.2", ...february }),
      ...times(9, { classCode: "1.6.1", ...february }),
      one({ classCode: "1.1.2", validity: "invalid" }),
      one({ classCode: "1.1.2", recordKind: "opinion" }),
    ];
    expect(pointFrequency(cases, march)).toStrictEqual([
      {
        code: "1.4.2",
        name: "垃圾清运不及时",
        class: "环境管理",
        service: "基础服务",
        count: 3,
        before: 1,
        share: 3 / 12,
      },
      {
        code: "1.1.2",
        name: "外墙渗漏脱落",
        class: "房屋管理",
        service: "基础服务",
        count: 2,
        before: 0,
        share: 2 / 12,
      },
      {
        code: "1.7.2",
        name: "工程质量",
        class: "地产相关",
        service: "地产相关",
        count: 2,
        before: 0,
        share: 2 / 12,
      },
      { name: "未分类", class: "未分类", service: "基础服务", count: 5, before: 0, share: 5 / 12 },
    ]);
    expect(pointFrequency(cases.toReversed(), march)).toEqual(pointFrequency(cases, march));
  });

  test("the month before, over the turn of the year too", () => {
    expect(["2026-03", "2026-12", "2026-11", "2026-01"].map(monthBefore)).toEqual([
      "2026-02",
      "2026-11",
      "2026-10",
      "2025-12",
    ]);
  });
});

describe("明细 and 收支", () => {
  const open = { completedAt: null };
  const late = { completedAt: at("2026-03-06 10:00") };
  const records = [
    one(),
    one(late),
    one({ ...open }),
    one({ ...open, dueAt: march.asOf }),
    one({ validity: "invalid" }),
    one({ endedAt: at("2026-03-06 10:00") }),
    one({ recordKind: "opinion" }),
    one({ receivedAt: at("2026-02-10 10:00") }),
    one({ receivedAt: at("2026-02-10 10:00"), recordKind: "repair" }),
    one({ receivedAt: at("2026-04-01 00:01") }),
  ];

  test("each task with its columns and whether it was in time; what is no task only when it came in the period", () => {
    const told = [...details(records, march)].map(({ case: { number }, timeliness, columns }) => [
      number,
      timeliness,
      columns.join(""),
    ]);
    const [inTime, overtime, overdue, notDue, invalid, ended, opinion, february] = records.map(
      ({ number }) => number,
    );
    expect(told).toEqual([
      [inTime, "按时", "BCDJKPQ"],
      [overtime, "超时", "BCEJMPS"],
      [overdue, "超期未完成", "BCJP"],
      [notDue, "未到期", "BJP"],
      [invalid, null, ""],
      [ended, null, ""],
      [opinion, null, ""],
      [february, "按时", "CDJKPQ"],
    ]);
  });

  test("received = done + open + invalid + ended, of the complaints of the period", () => {
    expect(flow(records, march)).toEqual({
      received: 6,
      done: 2,
      open: 2,
      invalid: 1,
      ended: 1,
      valid: 5,
      assisted: 0,
      unjudged: 0,
    });
  });
});

describe("趋势 (D15)", () => {
  test("thirteen months, oldest first, each complaint in its own; of each those about the developer apart", () => {
    const cases = [
      ...times(3, { estateClass: "物业服务" }),
      ...times(2, { estateClass: "工程质量" }),
      one({ receivedAt: at("2026-02-10 10:00"), estateClass: "物业服务" }),
      one({ receivedAt: at("2025-03-01 00:00"), estateClass: "物业服务", completedAt: null }),
      one({ receivedAt: at("2025-02-28 23:59") }),
    ];
    const rows = trend(cases, march);
    expect(rows.map(({ month }) => month)).toEqual([
      "2025-03",
      ...["04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2025-${month}`),
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
    const figures = rows.map(({ received, estate }) => `${received}/${estate}`);
    expect([figures[0], figures[11], figures[12]]).toEqual(["1/0", "1/0", "5/2"]);
    expect(rows[0]).toMatchObject({ done: 0, open: 1, handlingRate: 0 });
    expect(rows[12]).not.toHaveProperty("basic");
  });

  test("a span is no row of its own: its months stand there, and what they add up to is the span's", () => {
    const span = { from: "2026-02-01", to: "2026-03-31" };
    const cases = [
      one(),
      one({ receivedAt: at("2026-03-20 10:00") }),
      one({ receivedAt: at("2026-02-20 10:00") }),
    ];
    const rows = trend(cases, { ...march, span });
    expect(rows.slice(-2).map(({ received }) => received)).toEqual([1, 2]);
    expect(trendOfPeriod(rows, { ...march, span })).toBe(3);
    expect(trendOfPeriod(rows, { ...march, span: { from: "2026-03-02", to: "2026-03-31" } })).toBeNull();
    expect(trendOfPeriod(rows, march)).toBe(2);
  });
});
