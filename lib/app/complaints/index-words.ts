import type { Complaint } from "../../domain/complaint/document.ts";
import { fingerprint } from "../../domain/search/fingerprint.ts";
import { gramsOf } from "../../domain/search/grams.ts";
import { monthOfReceipt } from "../../domain/statistics/fact-row.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { eachPage } from "./each-page.ts";

type IndexPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "searchIndex">;

/** Words are searched over twelve months; a month more, so that the oldest of them is whole. */
export const WORDS_KEPT_DAYS = 400;
const KEPT_SECONDS = WORDS_KEPT_DAYS * 86_400;

/** Writes what the complaint may be found by from now on; what was erased is in it no more. Doing it again does no harm. */
export async function indexWords(ports: IndexPorts, complaint: Complaint): Promise<boolean> {
  const { id, projectId, receivedAt } = complaint.registration;
  const until = plusSeconds(receivedAt, KEPT_SECONDS);
  if (until <= toInstant(ports.clock.now())) return false;
  const whole = await ports.complaints.whole(complaint);
  const bits = fingerprint(gramsOf(whole), (text) => ports.crypto.keyedHash(text));
  await ports.searchIndex.put(monthOfReceipt(complaint), { id, projectId, receivedAt, bits }, until);
  return true;
}

/** Indexes the words of every complaint of the last twelve months: those stored before words were searched. */
export async function* indexAllWords(
  ports: IndexPorts & Pick<Ports, "organisation">,
): AsyncGenerator<{ readonly checked: number; readonly changed: number }> {
  for await (const complaints of eachPage(ports)) {
    let changed = 0;
    for (const complaint of complaints) if (await indexWords(ports, complaint)) changed += 1;
    yield { checked: complaints.length, changed };
  }
}
