import * as z from "zod";
import { png } from "../../../lib/adapters/formats/png.ts";
import type { Desk } from "../../e2e/desk.ts";

/** The handler of the sample company whose phone it is. */
export const handler = "lake-engineering";
const registered = z.looseObject({ id: z.string(), number: z.string() });
const standing = z.looseObject({ version: z.int(), status: z.string(), handlerId: z.string().optional() });

export interface HandlersJob {
  readonly id: string;
  readonly number: string;
}

/** Complaints of several homes, each given to the handler. */
export async function makeJobs(desk: Desk, rooms: readonly string[]): Promise<readonly HandlersJob[]> {
  const jobs: HandlersJob[] = [];
  for (const room of rooms) {
    const { body } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
      projectId: "forest-lake",
      sourceId: `handler-${room}`,
      matter: `${room} 室厨房下水管漏水，地板已经泡了，请尽快来人。`,
      complainant: { name: "业主示例", phone: "13800000003" },
      location: { area: "二期", building: "8", unit: "1", room },
    });
    const { id, number } = registered.parse(body);
    await command(desk, id, "assign", { departmentId: "engineering", handlerId: handler });
    jobs.push({ id, number });
  }
  return jobs;
}

/** A colleague's command on what stands now. Throws where it is refused. */
export async function command(
  desk: Desk,
  id: string,
  name: string,
  body: object,
  as = "lake-supervisor",
): Promise<void> {
  const { version } = standing.parse((await desk.client.asPerson(as, "GET", `/complaints/${id}`)).body);
  const path = `/complaints/${id}/commands/${name}`;
  const given = await desk.client.asPerson(
    as,
    "POST",
    path,
    { version, ...body },
    `${name}-${id}-${version}`,
  );
  if (given.status !== 200) throw new Error(`${name}: ${given.status} ${JSON.stringify(given.body)}`);
}

const history = z.looseObject({
  events: z.array(
    z.looseObject({
      type: z.string(),
      occurredAt: z.string(),
      texts: z.record(z.string(), z.string()),
      by: z.looseObject({ id: z.string().optional() }),
      facts: z.looseObject({ files: z.array(z.looseObject({ id: z.string(), size: z.int() })).optional() }),
      device: z.looseObject({ at: z.string(), sentAt: z.string(), aheadBySeconds: z.int() }).optional(),
    }),
  ),
  calls: z.array(z.looseObject({})),
});

/** What stands on record for a complaint. */
export async function recorded(desk: Desk, id: string) {
  return history.parse(
    (await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${id}/history`)).body,
  );
}

/** A picture as a camera gives it: nothing in it can be drawn smaller. */
export function photograph(width: number, height: number, seed: number) {
  const data = new Uint8Array(width * height * 4);
  let state = seed + 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    data[at] = at % 4 === 3 ? 255 : state >> 16;
  }
  return {
    name: `${seed}.png`,
    mimeType: "image/png",
    buffer: Buffer.from(png({ width, height, pixels: "rgba", data })),
  };
}
