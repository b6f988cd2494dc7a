import { memo } from "react";
import { Link } from "react-router";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { levelLabel, statusWords } from "../../../../lib/domain/words/complaint.ts";
import { Countdown, pressureOf, urgentClock } from "../../parts/clocks.tsx";
import { lacking } from "../../parts/lacks.ts";
import type { Row } from "../../parts/open-complaints/row.ts";
import { placeOf } from "../../parts/place.ts";
import { At, useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Marks } from "./marks.tsx";

interface RowEntryProps {
  readonly row: Row;
  readonly selected?: boolean;
  /** Absent where rows are not chosen. */
  readonly toggle?: (id: string) => void;
}

const words = {
  select: { zh: "选中", en: "Select" },
  unclassified: { zh: "未分类", en: "not classified" },
  lacks: { zh: "结案还缺", en: "To close it lacks" },
};

/** One complaint of the list; its number is the link that the keys move over. */
export const RowEntry = memo(function RowEntry({ row, selected = false, toggle }: RowEntryProps) {
  const say = useSay();
  const { complainant, lastEvent } = row;
  return (
    <div className={selected ? "entry-row selected" : "entry-row"}>
      {toggle === undefined ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={`${say(words.select)} ${row.number}`}
          checked={selected}
          onChange={() => toggle(row.id)}
        />
      )}
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
          <Marks row={row} />
          <small>
            {row.level !== undefined && `${say(levelLabel(row.level))} · `}
            {className(row, say(words.unclassified), say)} · {say.label(statusWords[row.status])}
          </small>
        </span>
      </div>
      <small className="last">
        {lastEvent !== undefined && (
          <>
            <At instant={lastEvent.at} /> {say(lastEvent.sentence)}
          </>
        )}
      </small>
      <div className="holder">
        {row.handlerName ?? <small>{say(uiWords.nobody)}</small>}
        {row.departmentName !== undefined && <small>{row.departmentName}</small>}
      </div>
      <Due row={row} />
    </div>
  );
});

/** The clock that presses most, and below it what is still missing. */
function Due({ row }: { readonly row: Row }) {
  const say = useSay();
  const now = useNow();
  const clock = urgentClock(row.clocks);
  const lacks = lacking(row.missingToClose, say);
  return (
    <div className={clock === undefined ? "due-when" : `due-when ${pressureOf(clock, now)}`}>
      {clock !== undefined && <Countdown clock={clock} />}
      {lacks !== "" && (
        <small className="lacks" title={`${say(words.lacks)}：${lacks}`}>
          {say({ zh: "缺", en: "lacks" })}：{lacks}
        </small>
      )}
    </div>
  );
}

function className({ classCode }: Row, unclassified: string, say: ReturnType<typeof useSay>): string {
  if (classCode === undefined) return unclassified;
  return isClassCode(classCode) ? say(complaintClasses[classCode]) : classCode;
}
