import { serverNow } from "../../api/server-time.ts";
import { placeOf } from "../../parts/place.ts";
import type { Job } from "../jobs/job.ts";
import { watermarked } from "./photo.ts";

/** A photo with project, number and time at its foot. Throws for a file that is no picture. */
export function photoOf(picture: Blob, job: Job, what: string, inWords: (iso: string) => string) {
  const { number, location } = job.detail;
  const at = inWords(new Date(serverNow()).toISOString());
  const lines = [`${job.projectName} ${placeOf(location)}`, `${number} · ${at}`];
  return watermarked(picture, lines, `${what} ${number} ${at.replaceAll(":", ".")}.jpg`);
}
