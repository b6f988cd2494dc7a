import { memo } from "react";
import { Link } from "react-router";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { statusWords } from "../../../../lib/domain/words/complaint.ts";
import { Countdown, urgentClock } from "../../parts/clocks.tsx";
import { placeOf } from "../../parts/place.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Row } from "./query.ts";

interface RowEntryProps {
  readonly row: Row;
  readonly holder: string | undefined;
  readonly selected: boolean;
  readonly toggle: (id: string) => void;
}

const words = {
  select: { zh: "选中", en: "Select" },
  unclassified: { zh: "未分类", en: "not classified" },
  incomplete: { zh: "待补全", en: "incomplete" },
  urged: { zh: "催", en: "urged" },
  repeat: { zh: "重复", en: "repeat" },
  group: { zh: "群", en: "group" },
  safety: { zh: "安全", en: "safety" },
};

/** One complaint of the list; its number is the link that the keys move over. */
export const RowEntry = memo(function RowEntry({ row, holder, selected, toggle }: RowEntryProps) {
  const say = useSay();
  const { classCode, complainant } = row;
  const clock = urgentClock(row.clocks);
  const klass =
    classCode === undefined
      ? say(words.unclassified)
      : isClassCode(classCode)
        ? say(complaintClasses[classCode])
        : classCode;
  return (
    <div className={selected ? "entry-row selected" : "entry-row"}>
      <input
        type="checkbox"
        aria-label={`${say(words.select)} ${row.number}`}
        checked={selected}
        onChange={() => toggle(row.id)}
      />
      <div className="who-where">
        <Link to={`/c/${row.id}`} data-row={row.id}>
          {row.number}
        </Link>
        <small>
          {placeOf(row.location)} {complainant.anonymous ? say(uiWords.anonymous) : complainant.name}
        </small>
      </div>
      <div className="what">
        <span className="text one-line">{row.matter}</span>
        <span className="chips">
          <small>
            {row.level !== undefined && <b>{row.level} </b>}
            {klass} · {say.label(statusWords[row.status])}
          </small>
          {row.safety && <span className="chip late">⚠ {say(words.safety)}</span>}
          {row.urges > 0 && (
            <span className="chip soon">
              {say(words.urged)} {row.urges}
            </span>
          )}
          {row.group !== undefined && <span className="chip">{say(words.group)}</span>}
          {row.repeat !== undefined && (
            <span className="chip">
              {say(words.repeat)} {row.repeat.nth}
            </span>
          )}
          {row.missing.length > 0 && <span className="chip soon">{say(words.incomplete)}</span>}
        </span>
      </div>
      <div className="holder">{holder ?? <small>{say(uiWords.nobody)}</small>}</div>
      <div className="due-when">{clock !== undefined && <Countdown clock={clock} />}</div>
    </div>
  );
});
