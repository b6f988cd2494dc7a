import { describe, expect, test } from "vitest";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { announceUpload } from "../../../lib/app/uploads/announce.ts";
import { filesOf } from "../../../lib/domain/complaint/files.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
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

  test("an upload is good for a day, to the second", async () => {
    for (const [seconds, taken] of [
      [86_399, true],
      [86_400, false],
    ] as const) {
      const w = world(now);
      const upload = await uploaded(w);
      w.clock.set(plusSeconds(now, seconds));
      const told = await receiveComplaint(w.ports, request({ attachments: [upload] }));
      expect([seconds, isProblem(told) ? told.problem : true]).toEqual([seconds, taken || "unknown-upload"]);
    }
  });

  test("of two complaints that bring the same upload at the same moment one has it; the other is not registered", async () => {
    const w = world(now);
    const upload = await uploaded(w);
    const bind = w.ports.uploads.bind.bind(w.ports.uploads);
    // The other one binds it after this one has looked.
    const late = {
      ...w.ports,
      uploads: {
        ...w.ports.uploads,
        find: (id: string) => w.ports.uploads.find(id),
        bind: async (...[one, complaintId]: Parameters<typeof bind>) => {
          await bind(one, "another-complaint");
          return bind(one, complaintId);
        },
      },
    };
    const told = await receiveComplaint(late, request({ attachments: [upload] }));
    expect(told).toMatchObject({ problem: "upload-used", path: "attachments.0" });
    expect(w.complaints.items.size).toBe(0);
  });

  test("the public announces thirty files an hour from one address and six hundred altogether (default)", async () => {
    const w = world(now);
    const file = { fileName: "a.png", contentType: "image/png", size: 4 };
    const ask = async (address: string) => {
      const told = await announceUpload(w.ports, { kind: "anyone", address }, file);
      return "problem" in told ? told.problem : "ok";
    };
    const from = async (address: string, times: number) => {
      const told: string[] = [];
      for (let n = 0; n < times; n += 1) told.push(await ask(address));
      return told;
    };
    expect((await from("203.0.113.1", 31)).slice(28)).toEqual(["ok", "ok", "too-many-uploads"]);
    for (let n = 2; n <= 20; n += 1)
      expect(new Set(await from(`203.0.113.${n}`, 30))).toEqual(new Set(["ok"]));
    expect(await ask("203.0.113.99")).toBe("too-many-uploads");
    w.clock.set(plusSeconds(now, 3600));
    expect(await ask("203.0.113.1")).toBe("ok");
  });
});
