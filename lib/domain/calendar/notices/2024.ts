import type { HolidayNotice } from "./types.ts";

export const notice2024: HolidayNotice = {
  year: 2024,
  title: "国务院办公厅关于2024年部分节假日安排的通知",
  documentNumber: "国办发明电〔2023〕7号",
  publishedOn: "2023-10-25",
  address: "https://www.gov.cn/zhengce/content/202310/content_6911527.htm",
  holidays: [
    // 元旦 and 端午节 are "放假，与周末连休": one day, the weekend before it is an ordinary weekend.
    { name: "元旦", from: "2024-01-01", to: "2024-01-01", days: 1, makeUpWorkdays: [] },
    {
      name: "春节",
      from: "2024-02-10",
      to: "2024-02-17",
      days: 8,
      makeUpWorkdays: ["2024-02-04", "2024-02-18"],
    },
    { name: "清明节", from: "2024-04-04", to: "2024-04-06", days: 3, makeUpWorkdays: ["2024-04-07"] },
    {
      name: "劳动节",
      from: "2024-05-01",
      to: "2024-05-05",
      days: 5,
      makeUpWorkdays: ["2024-04-28", "2024-05-11"],
    },
    { name: "端午节", from: "2024-06-10", to: "2024-06-10", days: 1, makeUpWorkdays: [] },
    { name: "中秋节", from: "2024-09-15", to: "2024-09-17", days: 3, makeUpWorkdays: ["2024-09-14"] },
    {
      name: "国庆节",
      from: "2024-10-01",
      to: "2024-10-07",
      days: 7,
      makeUpWorkdays: ["2024-09-29", "2024-10-12"],
    },
  ],
};
