import { useSessionState } from "../../app/services.ts";
import { useProject } from "../../parts/directory.ts";
import { byUrgency } from "../../parts/open-complaints/pressing.ts";
import { useOpenComplaints } from "../../parts/open-complaints/query.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { InZone, useNow } from "../../parts/time.tsx";
import { endOfDay } from "../../parts/wall-time.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { RowList } from "../inbox/list.tsx";
import { isIn } from "../inbox/views.ts";
import "../inbox/inbox.css";

const words = {
  mine: { zh: "由我处理", en: "In my hands" },
  none: { zh: "没有由您处理的未结投诉。", en: "No open complaint is in your hands." },
  late: { zh: "已超时，需要关注", en: "Late: look at these" },
};

/** What one person has to do, for a phone: own complaints first, below them what is late in the project. */
export function Page() {
  const say = useSay();
  const state = useSessionState();
  const personId = state.kind === "signed-out" ? "" : state.personId;
  const { project } = useProject();
  const { rows, complete, error } = useOpenComplaints(project?.id);
  const now = useNow();
  const context = { now, endOfToday: endOfDay(now, project?.timeZone ?? "UTC"), personId };
  const mine = rows.filter((row) => isIn("mine", row, context)).toSorted(byUrgency);
  const late = rows
    .filter((row) => isIn("late", row, context) && !mine.includes(row))
    .toSorted(byUrgency)
    .slice(0, lateShown);
  document.title = `${say(uiWords.mine)} · 接诉`;
  return (
    <InZone timeZone={project?.timeZone}>
      <section className="inbox">
        <h1>{say(words.mine)}</h1>
        {error !== null && <Trouble error={error} />}
        {mine.length === 0 && complete && <p className="panel">{say(words.none)}</p>}
        <RowList rows={mine} />
        {late.length > 0 && (
          <>
            <h2>{say(words.late)}</h2>
            <RowList rows={late} />
          </>
        )}
      </section>
    </InZone>
  );
}

/** More than fit a phone's patience are in the inbox. */
const lateShown = 50;
