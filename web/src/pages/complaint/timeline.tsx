import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { useNames } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { useSay } from "../../words/words.ts";
import { noticeStateWords } from "./notice-states.ts";
import { type Complaint, type HistoryView, useHistory } from "./query.ts";

type Event = HistoryView["events"][number];

/** Everything that happened, newest first, with the messages that left and their states. */
export function Timeline({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const { data, error } = useHistory(complaint);
  const nameOf = useNames(complaint.projectId);
  return (
    <>
      <h2>{say({ zh: "经过", en: "What happened" })}</h2>
      {error !== null && <Trouble error={error} />}
      <ol className="events">
        {(data?.events ?? []).toReversed().map((event) => (
          <EventEntry key={event.seq} event={event} nameOf={nameOf} />
        ))}
      </ol>
    </>
  );
}

function EventEntry({ event, nameOf }: { readonly event: Event; readonly nameOf: (id: string) => string }) {
  const say = useSay();
  const { by, texts, notices } = event;
  return (
    <li className={by.kind === "timer" ? "event timer" : "event"}>
      <div>
        <At instant={event.occurredAt} /> {say(event.sentence)}
        {by.name !== undefined && <small> · {by.name}</small>}
      </div>
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
                → {nameOf(notice.recipient)} · {say(wordsFor(noticeStateWords, notice.state))}
                {notice.possibleDuplicates > 0 && ` · ${say({ zh: "可能重复", en: "possibly twice" })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
