import { pauseReasonWords } from "../../../../lib/domain/words/clocks.ts";
import { urgencyWords } from "../../../../lib/domain/words/complaint.ts";
import type { Row } from "../../parts/open-complaints/row.ts";
import { useSay } from "../../words/words.ts";

const words = {
  unread: { zh: "客户来信", en: "customer wrote" },
  incomplete: { zh: "待补全", en: "incomplete" },
  urged: { zh: "催", en: "urged" },
  repeat: { zh: "重复", en: "repeat" },
  group: { zh: "群", en: "group" },
  safety: { zh: "安全", en: "safety" },
};

/** What makes a complaint stand out, each with a sign or a word beside its colour; what presses most first. */
export function Marks({ row }: { readonly row: Row }) {
  const say = useSay();
  const { paused, urgency, repeat } = row;
  return (
    <>
      {row.safety && <span className="chip late">⚠ {say(words.safety)}</span>}
      {row.unread > 0 && (
        <span className="chip unread">
          {say(words.unread)} {row.unread}
        </span>
      )}
      {urgency !== "general" && !row.safety && (
        <span className={urgency === "urgent" ? "chip late" : "chip soon"}>{say(urgencyWords[urgency])}</span>
      )}
      {row.urges > 0 && (
        <span className="chip soon">
          {say(words.urged)} {row.urges}
        </span>
      )}
      {paused !== undefined && <span className="chip">‖ {say(pauseReasonWords[paused.reason])}</span>}
      {row.group !== undefined && <span className="chip">{say(words.group)}</span>}
      {repeat !== undefined && (
        <span className="chip">
          {say(words.repeat)} {repeat.nth}
        </span>
      )}
      {row.missing.length > 0 && <span className="chip soon">{say(words.incomplete)}</span>}
    </>
  );
}
