import { attachmentKey } from "../../../app/ports/upload.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { residentAct } from "../../../contracts/tracking/bodies.ts";
import { trackRoutes } from "../../../contracts/tracking/routes.ts";
import { filesOf } from "../../../domain/complaint/files.ts";
import { filesShown } from "../../../domain/residents/progress.ts";
import { file, found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { showFind, takeFind } from "./find-page.ts";
import { notesForCalendar } from "./notes.ts";
import { refusedPage } from "./refused-page.ts";
import { askedPage, takeAct } from "./track-acts.ts";
import { endedPage, isOver } from "./track-ended.ts";
import { progressPage } from "./track-page.ts";
import { type Tracked, type TrackPorts, trackedOf, unknownTracked } from "./tracked.ts";

type Answer = PageGiven | LinkGiven;
type Load = () => Promise<TrackPorts>;

const LINK_SECONDS = 900;

export const trackHandlers = {
  showFind: forEverybody(trackRoutes.showFind, async (load: Load, http) => showFind(await load(), http)),
  findComplaint: forEverybody(trackRoutes.findComplaint, (load: Load, http) =>
    load()
      .then((ports) => takeFind(ports, http))
      .catch((error: unknown) => refusedPage(error, http)),
  ),
  showProgress: forEverybody(trackRoutes.showProgress, (load: Load, http) =>
    inTracked(load, http, progressPage),
  ),
  showAct: forEverybody(trackRoutes.showAct, (load: Load, http) =>
    inTracked(load, http, async (tracked) => {
      const { data: act } = residentAct.safeParse(http.parameters["act"]);
      return act === undefined
        ? progressPage(tracked)
        : isOver(tracked, act)
          ? endedPage(tracked)
          : askedPage(tracked, act);
    }),
  ),
  takeAct: forEverybody(trackRoutes.takeAct, (load: Load, http) =>
    inTracked(load, http, async (tracked) => {
      const { data: act } = residentAct.safeParse(http.parameters["act"]);
      return act === undefined ? progressPage(tracked) : takeAct(tracked, act);
    }),
  ),
  showNotes: forEverybody(trackRoutes.showNotes, async (load: Load, http) => {
    const tracked = await trackedOf(await load(), http);
    if (tracked === undefined) return unknownTracked(http);
    const { ports, complaint, language, number } = tracked;
    return file(
      `${number}.ics`,
      "text/calendar; charset=utf-8",
      notesForCalendar(ports, complaint, language),
    );
  }),
  showFile: forEverybody(trackRoutes.showFile, (load: Load, http) => inTracked(load, http, fileLink)),
} satisfies ServingsOf<typeof trackRoutes, TrackPorts>;

async function inTracked(
  load: Load,
  http: ApiRequest,
  act: (tracked: Tracked) => Promise<Answer>,
): Promise<Answer> {
  const tracked = await trackedOf(await load(), http);
  if (tracked === undefined) return unknownTracked(http);
  return act(tracked).catch((error: unknown) => refusedPage(error, http));
}

/** A download of a file that the complainant sent, or that came with a reply. */
async function fileLink({ ports, complaint, http }: Tracked): Promise<Answer> {
  const wanted = http.parameters["file"] ?? "";
  if (!filesShown(complaint).includes(wanted)) return unknownTracked(http);
  const name = filesOf(complaint).find(({ id }) => id === wanted)?.name ?? wanted;
  const key = attachmentKey(complaint.registration.id, wanted);
  return found(await ports.attachments.presign(key, LINK_SECONDS, ports.clock.now(), name));
}
