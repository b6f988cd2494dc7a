import { describe, expect, test } from "vitest";
import {
  mentionPattern,
  quotePattern,
  TAKEN_OUT,
  tracesOf,
  withoutMentions,
} from "../../../lib/domain/person-data/traces.ts";
import { at, personal, registered } from "../../support/builders.ts";

const early = at("2026-03-02 10:00");
const late = at("2026-04-02 10:00");

/** A complaint whose document holds these values, by reference. */
function complaint(values: Readonly<Record<string, string>>, receivedAt = early, more: object = {}) {
  const plain = registered(receivedAt);
  const own = Object.entries(values).map(([ref, value]) => [ref, personal(value)]);
  return {
    ...plain,
    registration: { ...plain.registration, ...more },
    personal: Object.fromEntries(own),
  };
}

const nobody = { emails: [], phones: [], openIds: [], names: [] };

describe("by what a person is found outside of the own complaints (个人信息保护法 47)", () => {
  test("every value that a field ever had, in normal form, each once", () => {
    const traces = tracesOf([
      complaint({
        "1.name": "王建国",
        "1.phone": "+86 138-1234-5678",
        "3.phone": "１３８１２３４５６７８",
        "4.phone": "021-62345678#12",
        "1.email": " Wang@Mail.Example ",
        "5.email": "wang@mail.example",
        "1.matter": "电梯又停了",
      }),
    ]);
    expect(traces.phones).toEqual(["13812345678", "02162345678"]);
    expect(traces.emails).toEqual(["wang@mail.example"]);
    expect(traces.names).toEqual(["王建国"]);
  });

  test("over several complaints: all ids, numbers of before a conversion too, the earliest receipt, raw mails", () => {
    const traces = tracesOf([
      complaint({}, late, { id: "b", number: "W002", rawMail: "mail/2" }),
      { ...complaint({}, early, { id: "a", number: "W001", rawMail: "mail/1" }), convertedNumber: "B001" },
    ]);
    expect(traces).toMatchObject({
      complaintIds: ["b", "a"],
      numbers: ["W002", "W001", "B001"],
      projectIds: ["project-1"],
      from: early,
      rawMails: ["mail/2", "mail/1"],
    });
    expect(traces.rows.map(({ numbers }) => numbers)).toEqual([["W002"], ["W001", "B001", "W001/B001"]]);
    expect(tracesOf([]).from > late).toBe(true);
  });

  test("what a channel told of the caller and the follower; data that was cut tells of nobody", () => {
    const data = {
      caller: "13987654321",
      openId: "o-77",
      callee: "4008001234",
      other: { caller: "13700000000" },
    };
    const traces = tracesOf([
      complaint({
        "1.channelData": JSON.stringify(data),
        "2.channelData": '{"caller":"139',
        "3.channelData": "null",
      }),
    ]);
    expect([traces.phones, traces.openIds]).toEqual([["13987654321"], ["o-77"]]);
  });

  test("short numbers and names of one character are everybody's", () => {
    const { phones, names } = tracesOf([
      complaint({ "1.phone": "110110", "1.name": " 李 ", "2.name": "李四" }),
    ]);
    expect([phones, names]).toEqual([[], ["李四"]]);
    expect(tracesOf([complaint({ "1.phone": "6234567" })]).phones).toEqual(["6234567"]);
  });

  test("words long enough to be the person's own, as reports quote them; of what else stands there none", () => {
    const { texts } = tracesOf([
      complaint({
        "1.name": "王建国",
        "1.matter": "王建国说三号楼的水管漏了一个星期，电话 13812345678",
        "2.text": "电梯又停了",
        "3.cause.people": "保洁人员连续三天没有到岗",
        "4.place": "地下车库入口左边的岗亭",
        "5.text": "长".repeat(300),
      }),
    ]);
    expect(texts).toContain("王建国说三号楼的水管漏了一个星期，电话 13812345678");
    expect(texts.some((text) => text.includes("水管漏了一个星期") && !text.includes("13812345678"))).toBe(
      true,
    );
    expect(texts.some((text) => text.includes("水管漏了一个星期") && !text.includes("王建国"))).toBe(true);
    expect(texts).toContain("保洁人员连续三天没有到岗");
    expect(texts).toContain("长".repeat(200));
    for (const others of ["电梯又停了", "地下车库入口左边的岗亭"]) expect(texts).not.toContain(others);
  });

  test("the own rows of files: name, contacts as written and as masked, the flat, the matter", () => {
    const location = { area: "一期", building: "3", unit: "1", room: "101" };
    const [row] = tracesOf([
      complaint(
        {
          "1.name": "王建国",
          "1.phone": "13812345678",
          "1.email": "wang@mail.example",
          "1.place": "门厅",
          "1.matter": "打 13812345678",
        },
        early,
        { location },
      ),
    ]).rows;
    for (const value of [
      "王建国",
      "13812345678",
      "138****5678",
      "wang@mail.example",
      "门厅",
      "一期",
      "3",
      "1",
      "101",
    ])
      expect(row?.values).toContain(value);
    expect(row?.values.some((value) => value.includes("\n") && value.startsWith("138****5678"))).toBe(true);
    expect(row?.values.filter((value) => value.startsWith("打"))).toHaveLength(2);
    expect(row?.values).not.toContain("");
  });
});

describe("a mention in what others wrote", () => {
  const phones = ["13812345678"];
  const pattern = () =>
    mentionPattern({ ...nobody, phones, emails: ["w.a@mail.example"], names: ["王建国"] }, { names: true });

  test.each([
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "138.1234.5678",
    "+8613812345678",
    "86 13812345678",
    "W.A@MAIL.example",
    "王建国",
  ])("%s is found, however it is grouped", (told) => {
    expect(withoutMentions(`来电：${told}，请回`, pattern())).toBe(`来电：${TAKEN_OUT}，请回`);
  });

  test.each(["2138123456789", "138123456780", "wxa@mail.example", "王建业"])(
    "%s is somebody else's",
    (told) => {
      expect(withoutMentions(told, pattern())).toBe(told);
    },
  );

  test("names count only where they are asked for, and where nothing is known nothing is looked for", () => {
    const named = { ...nobody, names: ["王建国"] };
    expect(mentionPattern(named, { names: false })).toBeUndefined();
    expect(mentionPattern(nobody, { names: true })).toBeUndefined();
    expect(withoutMentions("王建国来过", undefined)).toBe("王建国来过");
    const all = mentionPattern({ ...named, openIds: ["o-1"] }, { names: true });
    expect(withoutMentions("王建国、王建国和 o-1", all)).toBe(`${TAKEN_OUT}、${TAKEN_OUT}和 ${TAKEN_OUT}`);
  });

  test("signs of a pattern in a value are the value's", () => {
    const strange = mentionPattern({ ...nobody, names: ["A.*(B)"] }, { names: true });
    expect(withoutMentions("A.*(B) 与 AxxB", strange)).toBe(`${TAKEN_OUT} 与 AxxB`);
  });
});

describe("what is quoted in files", () => {
  const quoted = (values: Readonly<Record<string, string>>) => quotePattern(tracesOf([complaint(values)]));

  test("a name of two characters is many people's; a text of the own goes whole, the longest first", () => {
    expect(withoutMentions("李四签收", quoted({ "1.name": "李四" }))).toBe("李四签收");
    expect(withoutMentions("王建国签收", quoted({ "1.name": "王建国" }))).toBe(`${TAKEN_OUT}签收`);
    const both = quoted({
      "1.matter": "水表井里的闸阀一直在响",
      "2.text": "水表井里的闸阀一直在响，昨晚更响了",
    });
    expect(withoutMentions("水表井里的闸阀一直在响，昨晚更响了。", both)).toBe(`${TAKEN_OUT}。`);
    expect(quoted({})).toBeUndefined();
  });
});
