import { describe, expect, it } from "vitest";
import { notice2026 } from "../../../../../lib/domain/calendar/notices/2026.ts";
import { holidaysIn, spanOf } from "./notice-text.ts";

const text2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府：
经国务院批准，现将2026年放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

describe("the words of a State Council notice", () => {
  it("of 2026 are its holidays and make-up days", () => {
    expect(holidaysIn(text2026, 2026)).toEqual(notice2026.holidays);
  });

  it("may name one day, end in another month, and have half-width brackets", () => {
    expect(holidaysIn("一、元旦：1月1日(周三)放假1天，不调休。", 2025)).toEqual([
      { name: "元旦", from: "2025-01-01", to: "2025-01-01", days: 1, makeUpWorkdays: [] },
    ]);
    const [holiday] = holidaysIn(
      "二、春节：1月28日（周二）至2月4日（周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。",
      2025,
    );
    expect(holiday).toEqual({
      name: "春节",
      from: "2025-01-28",
      to: "2025-02-04",
      days: 8,
      makeUpWorkdays: ["2025-01-26", "2025-02-08"],
    });
    expect(spanOf({ from: "2025-01-28", to: "2025-02-04" })).toBe(8);
  });

  it("that are of something else say nothing", () => {
    expect(holidaysIn("各省：请妥善安排值班。\n\n", 2027)).toEqual([]);
  });
});
