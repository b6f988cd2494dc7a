import { noticeWayWords } from "../../../../lib/domain/words/channels.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { JustGivenEntry } from "../../parts/command/just-given.tsx";
import { useNames } from "../../parts/directory.ts";
import { Proof } from "../../parts/proof.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, lengthWords } from "../../parts/time.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { aside, useSay } from "../../words/words.ts";
import { noticeStateWords } from "./notice-states.ts";
import { type Complaint, type HistoryView, useHistory } from "./query.ts";

type HistoryEvent = HistoryView["events"][number];

/** Everything that happened, newest first, with the messages that left and their states. */
export function Timeline({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const { id, projectId, version } = complaint;
  const { data, error, isPlaceholderData } = useHistory(complaint);
  const nameOf = useNames(projectId);
  return (
    <>
      <h2>{say({ zh: "经过", en: "What happened" })}</h2>
      {error !== null && <Trouble error={error} />}
      <Proof key={version} id={id} />
      <ol className="events">
        <JustGivenEntry
          complaintId={id}
          projectId={projectId}
          toldUpTo={isPlaceholderData ? version - 1 : version}
        />
        {(data?.events ?? []).toReversed().map((event) => (
          <EventEntry key={event.seq} event={event} nameOf={nameOf} />
        ))}
      </ol>
    </>
  );
}

const worthTellingMs = 120_000;
const wrongClockSeconds = 300;

/** Done without signal and sent later, or on a device whose clock is wrong. */
function Afar({ device }: { readonly device: NonNullable<HistoryEvent["device"]> }) {
  const say = useSay();
  const waitedMs = Date.parse(device.sentAt) - Date.parse(device.at);
  const ahead = device.aheadBySeconds;
  const isWrong = Math.abs(ahead) > wrongClockSeconds;
  if (waitedMs < worthTellingMs && !isWrong) return undefined;
  const off = lengthWords(ahead * 1000);
  return (
    <small>
      {say({ zh: "现场办理", en: "Done on site" })} <At instant={device.happenedAt} />
      {isWrong &&
        say(
          ahead > 0
            ? { zh: ` · 设备时钟快 ${off.zh}`, en: ` · the device's clock was ${off.en} ahead` }
            : { zh: ` · 设备时钟慢 ${off.zh}`, en: ` · the device's clock was ${off.en} behind` },
        )}
    </small>
  );
}

function EventEntry({
  event,
  nameOf,
}: {
  readonly event: HistoryEvent;
  readonly nameOf: (id: string) => string;
}) {
  const say = useSay();
  const { by, texts, notices } = event;
  const recipientWords = (id: string) =>
    id === "customer" ? say({ zh: "投诉人", en: "the complainant" }) : nameOf(id);
  return (
    <li className={by.kind === "timer" ? "event timer" : "event"}>
      <div>
        <At instant={event.occurredAt} /> {say(event.sentence)}
        {by.name !== undefined && <small> · {by.name}</small>}
      </div>
      {event.device !== undefined && <Afar device={event.device} />}
      {Object.entries(texts).map(([field, text]) => (
        <p className="text" key={field}>
          {Object.keys(texts).length > 1 && <small>{say.label(fieldLabel(field))}：</small>}
          {text}
        </p>
      ))}
      {notices.length > 0 && (
        <ul className="notices">
          {notices.map((notice) => (
            <li key={notice.key}>
              <small>
                → {recipientWords(notice.recipient)} · {say(noticeWayWords[notice.way])}
                {aside(say, say(wordsFor(noticeStateWords, notice.state)))}
                {notice.at !== undefined && <At instant={notice.at} />}
                {notice.possibleDuplicates > 0 && ` · ${say({ zh: "可能重复", en: "possibly twice" })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
