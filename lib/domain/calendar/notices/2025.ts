import type { HolidayNotice } from "./types.ts";

export const notice2025: HolidayNotice = {
  year: 2025,
  title: "国务院办公厅关于2025年部分节假日安排的通知",
  documentNumber: "国办发明电〔2024〕12号",
  publishedOn: "2024-11-12",
  address: "https://www.gov.cn/zhengce/content/202411/content_6986382.htm",
  holidays: [
    { name: "元旦", from: "2025-01-01", to: "2025-01-01", days: 1, makeUpWorkdays: [] },
    {
      name: "春节",
      from: "2025-01-28",
      to: "2025-02-04",
      days: 8,
      makeUpWorkdays: ["2025-01-26", "2025-02-08"],
    },
    { name: "清明节", from: "2025-04-04", to: "2025-04-06", days: 3, makeUpWorkdays: [] },
    { name: "劳动节", from: "2025-05-01", to: "2025-05-05", days: 5, makeUpWorkdays: ["2025-04-27"] },
    { name: "端午节", from: "2025-05-31", to: "2025-06-02", days: 3, makeUpWorkdays: [] },
    {
      name: "国庆节、中秋节",
      from: "2025-10-01",
      to: "2025-10-08",
      days: 8,
      makeUpWorkdays: ["2025-09-28", "2025-10-11"],
    },
  ],
};
