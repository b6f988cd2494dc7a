import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { openCountedDesk } from "../../cost/counted-desk.ts";
import { at, registered } from "../../support/builders.ts";
import { type Figure, rounded } from "./measured.ts";

const AT_ONCE = 16;
/** Its first looks read rules and settings; this many are measured after them. */
const LOOKS = 5;

/** A sweep while so many complaints are open and none is late: calls and units are those of one. */
export async function sweeps(sizes: readonly number[], tell: (text: string) => void): Promise<Figure[]> {
  const desk = await openCountedDesk();
  const store = complaintStore(desk.table, 8);
  const template = registered(at("2026-03-02 10:00"));
  const figures: Figure[] = [];
  let open = 0;
  for (const size of sizes) {
    for (; open < size; open += AT_ONCE) {
      if (open % 1600 === 0) tell(`${open} of ${size} open`);
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, k) => {
          const id = String(open + k).padStart(26, "0");
          const alarm = { epoch: 1, at: at("2026-12-31 12:00") };
          const registration = { ...template.registration, id, number: `S${open + k}` };
          return store.insert({ ...template, registration, alarm, armed: alarm, outbox: [] });
        }),
      );
    }
    await desk.invoke("sweep", {});
    let [seconds, calls, read, write] = [0, 0, 0, 0];
    for (let look = 0; look < LOOKS; look += 1) {
      desk.advance(300_000);
      const began = performance.now();
      const { calls: made, readUnits, writeUnits } = await desk.invoke("sweep", {});
      seconds += (performance.now() - began) / 1000;
      calls += made.length;
      read += readUnits;
      write += writeUnits;
    }
    figures.push({
      part: "sweep",
      what: `${size.toLocaleString("en")} open`,
      count: LOOKS,
      inFlight: 1,
      seconds: rounded(seconds / LOOKS, 3),
      perSecond: rounded(LOOKS / seconds, 1),
      calls: rounded(calls / LOOKS, 1),
      units: { read: rounded(read / LOOKS, 1), write: rounded(write / LOOKS, 1) },
    });
  }
  await desk.close();
  return figures;
}
