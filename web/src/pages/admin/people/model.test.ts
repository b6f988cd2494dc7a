import { describe, expect, it } from "vitest";
import { isAbsent, nobodyYet, placed, placeOf, tidied, withPost } from "./model.ts";

describe("a post and where it is held", () => {
  it("headquarters is held for the company alone, every other post somewhere", () => {
    const handler = { post: "handler", projectId: "p1" } as const;
    expect(placed(handler, "company")).toEqual({ post: "headquarters" });
    expect(placed({ post: "headquarters" }, "region:中原区域")).toEqual({
      post: "handler",
      region: "中原区域",
    });
    expect(withPost({ post: "headquarters" }, "manager", "p1")).toEqual({ post: "manager", projectId: "p1" });
    expect(withPost(handler, "headquarters", "p1")).toEqual({ post: "headquarters" });
    for (const place of ["company", "region:华东区域", "project:p2"])
      expect(placeOf(placed(handler, place))).toBe(place);
  });
});

describe("a person", () => {
  it("is absent on both ends of an absence and not beside them", () => {
    const away = { ...nobodyYet, absences: [{ from: "2026-09-30", to: "2026-10-09" }] };
    expect(
      ["2026-09-29", "2026-09-30", "2026-10-09", "2026-10-10"].map((day) => isAbsent(away, day)),
    ).toEqual([false, true, true, false]);
  });

  it("is sent without what was left empty", () => {
    const typed = {
      ...nobodyYet,
      id: "a",
      phone: "",
      wecomId: "",
      leavesOn: "",
      absences: [],
      substitutes: [],
    };
    expect(tidied(typed)).toEqual({ ...nobodyYet, id: "a" });
  });
});
