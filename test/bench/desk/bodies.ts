/** The ten matters that come up every day: many of them form groups. */
const same = [
  "电梯停运，老人无法下楼。",
  "楼道灯不亮，晚上看不清台阶。",
  "地下车库漏水，车位积水。",
  "夜间施工噪声扰民，无法休息。",
  "垃圾桶满溢，气味很大。",
  "门禁坏了，陌生人随意进出。",
  "水压太低，六楼没有热水。",
  "绿化带长期无人修剪。",
  "物业费账单与合同不符。",
  "消防通道被车辆占用。",
];

const words = "一二三四五六七八九十春夏秋冬东西南北红黄蓝绿山水云风花草木石".split("");

export type Texts = "same" | "random";

/** A complaint as the call centre sends it; random texts form no groups. */
export function bodyOf(texts: Texts, run: string, n: number) {
  const spoken = Array.from({ length: 40 }, (_, k) => words[(n * 7919 + k * k * 31 + k) % words.length]);
  return {
    projectId: "forest-lake",
    sourceId: `${run}-${n}`,
    matter: texts === "same" ? same[n % same.length] : spoken.join(""),
    complainant: {
      name: "业主示例",
      phone: `138${String(n + (texts === "same" ? 0 : 500_000)).padStart(8, "0")}`,
      email: `o${n}@mail.example`,
    },
    location: {
      area: "二期",
      building: String((n % 20) + 1),
      unit: String((n % 3) + 1),
      room: `${(n % 30) + 1}0${(n % 4) + 1}`,
    },
  };
}

/** A mail of a resident, CRLF. */
export function mailOf(run: string, n: number): string {
  return [
    `From: resident${n}@mail.example`,
    "To: senlinhu@jiesu.example",
    "Subject: =?utf-8?B?5qW86YGT54Gv5LiN5Lqu?=",
    `Message-ID: <${run}-${n}@mail.example>`,
    "Date: Mon, 02 Mar 2026 09:00:00 +0800",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    `一期 ${(n % 20) + 1} 栋 2 单元四楼楼道灯坏了一个星期，请尽快修理。`,
    "",
  ].join("\r\n");
}
