import { Link } from "react-router";
import { gradeWords, statusWords } from "../../../../lib/domain/words/complaint.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { lacking } from "../../parts/lacks.ts";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import type { Group } from "./query.ts";

export type Member = Group["members"][number];

const words = {
  joining: { zh: "正在并入", en: "joining" },
  told: { zh: "已告知", en: "told" },
  untold: { zh: "尚未告知", en: "not told yet" },
  toCall: { zh: "待回访", en: "to be called" },
  calls: { zh: "次回访", en: "calls" },
  grade: { zh: "评分", en: "grade" },
  lacks: { zh: "尚缺", en: "lacks" },
};

/** How each household stands: told or not, called, what it said itself, what it still lacks. */
export function Members({ members }: { readonly members: readonly Member[] }) {
  return (
    <ul className="files">
      {members.map((member) => (
        <li key={member.complaintId}>
          <MemberRow member={member} />
        </li>
      ))}
    </ul>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const say = useSay();
  const { complaintId, number, status, receivedAt, joined, repliedAt, missing = [] } = member;
  const isOpen = status === "registered" || status === "handling" || status === "resolved";
  return (
    <>
      <Link to={`/c/${complaintId}`}>{number}</Link> {status !== undefined && say.label(statusWords[status])}{" "}
      <small>
        <At instant={receivedAt} />
        {!joined && ` · ${say(words.joining)}`}
        {isOpen && (
          <>
            {" · "}
            {repliedAt === undefined ? (
              <span className="soon">{say(words.untold)}</span>
            ) : (
              <>
                {say(words.told)} <At instant={repliedAt} />
              </>
            )}
          </>
        )}
        <Called member={member} />
        {isOpen && missing.length > 0 && ` · ${say(words.lacks)} ${lacking(missing, say)}`}
      </small>
    </>
  );
}

function Called({ member: { sampled, calls, firstGrade } }: { readonly member: Member }) {
  const say = useSay();
  if (firstGrade !== undefined) {
    return <> · {`${say(words.grade)} ${firstGrade} ${say(wordsFor(gradeWords, String(firstGrade)))}`}</>;
  }
  if (calls !== undefined) return <> · {`${calls} ${say(words.calls)}`}</>;
  return sampled === true ? <> · {say(words.toCall)}</> : undefined;
}

interface PickerProps {
  readonly members: readonly Member[];
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly set: (chosen: readonly string[]) => void;
}

/** Whom a command is for: what one household said is never another's. */
export function MemberPicker({ members, legend, chosen, set }: PickerProps) {
  const say = useSay();
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="chips">
        {members.map(({ complaintId, number, sampled }) => (
          <label key={complaintId} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(complaintId)}
              onChange={({ target }) =>
                set(target.checked ? [...chosen, complaintId] : chosen.filter((one) => one !== complaintId))
              }
            />
            {number}
            {sampled === true && <small> {say(words.toCall)}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
