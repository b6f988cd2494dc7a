import { describe, expect, test } from "vitest";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import { announceUpload } from "../../../lib/app/uploads/announce.ts";
import { filesOf } from "../../../lib/domain/complaint/files.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { request, type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

async function uploaded(w: World): Promise<string> {
  const file = { fileName: "漏水.png", contentType: "image/png", size: png.byteLength };
  const announced = await announceUpload(w.ports, { kind: "channel", id: "call-centre" }, file);
  if ("problem" in announced) throw new Error(announced.problem);
  await w.attachments.put(`uploads/${announced.uploadId}`, png);
  return announced.uploadId;
}

describe("files of a complaint", () => {
  test("the process may die at any step: told again, the complaint is there once with its file", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = world(now);
      const told = request({ attachments: [await uploaded(w)] });
      const died = await diesAt(w.ports, point, (ports) => receiveComplaint(ports, told));
      const complaint = await w.receive(told);
      expect(w.complaints.items.size).toBe(1);
      expect(filesOf(complaint).map(({ name }) => name)).toEqual(["漏水.png"]);
      expect(
        await w.attachments.get(`complaints/${complaint.registration.id}/${filesOf(complaint)[0]?.id}`),
      ).toEqual(png);
      return { died };
    });
    expect(points).toBeGreaterThan(7);
  });

  test("a complaint that is refused takes no file: the upload can still be used", async () => {
    const w = world(now);
    const upload = await uploaded(w);
    const refused = await receiveComplaint(
      w.ports,
      request({ sourceId: "x", attachments: [upload], recordKind: "opinion", level: "A" }),
    );
    expect(refused).toMatchObject({ problem: "level-contradicts-kind" });
    expect(filesOf(await w.receive({ sourceId: "y", attachments: [upload] }))).toHaveLength(1);
  });
});
