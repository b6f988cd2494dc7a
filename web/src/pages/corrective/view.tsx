import { Link, useSearchParams } from "react-router";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { useProjects } from "../../parts/directory.ts";
import { Gallery, isPicture } from "../../parts/gallery.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type Action, useCorrective } from "./query.ts";
import "./corrective.css";

const words = {
  recurrence: {
    zh: "同一楼栋同一投诉点 30 天内第三次，系统提出整改；原因和措施随证据一并写明。",
    en: "The third of one problem point in one building within 30 days: opened by the desk. Say cause and measure with what you hand in.",
  },
  title: { zh: "整改", en: "Corrective actions" },
  all: { zh: "全部项目", en: "All projects" },
  state: { zh: "状态", en: "State" },
  any: { zh: "全部未验收", en: "All not verified" },
  none: { zh: "没有这样的整改项。", en: "There are no such corrective actions." },
  count: { zh: "{n} 项", en: "{n} actions" },
  more: { zh: "还在载入其他项目…", en: "other projects are being loaded…" },
  cause: { zh: "原因", en: "Cause" },
  measure: { zh: "措施", en: "Measure" },
  owner: { zh: "责任人", en: "Owner" },
  due: { zh: "限期", en: "Due" },
  evidence: { zh: "证据", en: "Evidence" },
  verified: { zh: "验收通过", en: "Verified" },
  hand: { zh: "提交证据", en: "Hand in evidence" },
  verify: { zh: "验收", en: "Verify" },
  files: { zh: "附件 {n} 个", en: "{n} files" },
};

const states = {
  overdue: { zh: "超期未完成", en: "overdue" },
  running: { zh: "进行中", en: "under way" },
  evidenced: { zh: "待验收", en: "to be verified" },
  done: { zh: "已验收", en: "verified" },
} as const;
type State = keyof typeof states;
const stateNames: readonly State[] = ["overdue", "running", "evidenced", "done"];
const tones = { overdue: "late", running: "", evidenced: "soon", done: "good" } as const;

function stateOf({ verifiedAt, evidencedAt, dueAt }: Action, now: number): State {
  if (verifiedAt !== undefined) return "done";
  if (evidencedAt !== undefined) return "evidenced";
  return Date.parse(dueAt) < now ? "overdue" : "running";
}

/** 整改 over projects (D15): what is due, whose it is, what was handed in, and what waits to be verified by somebody else. */
export function Page() {
  const say = useSay();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const { data: projects = [] } = useProjects();
  const projectId = search.get("project") ?? undefined;
  const wanted = stateNames.find((one) => one === search.get("state"));
  const { items, complete, error } = useCorrective(projectId, wanted === "done");
  const shown = items.filter((one) => {
    const state = stateOf(one, now);
    return wanted === undefined ? state !== "done" : state === wanted;
  });
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value === "") after.delete(name);
      else after.set(name, value);
      return after;
    });
  document.title = `${say(words.title)} · 接诉`;
  return (
    <section className="corrective" aria-label={say(words.title)}>
      <div className="corrective-head">
        <h1>{say(words.title)}</h1>
        <select
          aria-label={say(uiWords.project)}
          value={projectId ?? ""}
          onChange={(event) => set("project", event.target.value)}
        >
          <option value="">{say(words.all)}</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={say(words.state)}
          value={wanted ?? ""}
          onChange={(event) => set("state", event.target.value)}
        >
          <option value="">{say(words.any)}</option>
          {stateNames.map((one) => (
            <option key={one} value={one}>
              {say(states[one])}
            </option>
          ))}
        </select>
        <span role="status">
          {say(words.count).replace("{n}", String(shown.length))}
          {!complete && error === null && ` · ${say(words.more)}`}
        </span>
      </div>
      {error !== null && <Trouble error={error} />}
      {shown.length === 0 && complete && <p className="panel">{say(words.none)}</p>}
      <ul className="corrective-list">
        {shown.map((one) => (
          <ActionCard
            key={`${one.complaintId} ${one.actionId}`}
            action={one}
            state={stateOf(one, now)}
            project={projects.find(({ id }) => id === one.projectId)?.name ?? one.projectId}
          />
        ))}
      </ul>
    </section>
  );
}

interface ActionCardProps {
  readonly action: Action;
  readonly state: State;
  readonly project: string;
}

function ActionCard({ action, state, project }: ActionCardProps) {
  const say = useSay();
  const { complaintId, number, classCode, measure, cause, ownerName, dueAt, evidencedAt, verifiedAt } =
    action;
  const point =
    classCode !== undefined && isClassCode(classCode) ? say(complaintClasses[classCode]) : undefined;
  return (
    <li className="panel">
      <div className="row-buttons">
        <span className={`chip ${tones[state]}`}>{say(states[state])}</span>
        <Link to={`/c/${complaintId}`}>{number}</Link>
        <span>{project}</span>
        {point !== undefined && <small>{point}</small>}
      </div>
      <p className="text corrective-measure">{measure ?? say(words.recurrence)}</p>
      <dl className="facts">
        {cause !== undefined && (
          <>
            <dt>{say(words.cause)}</dt>
            <dd className="text">{cause}</dd>
          </>
        )}
        <dt>{say(words.owner)}</dt>
        <dd>{ownerName}</dd>
        <dt>{say(words.due)}</dt>
        <dd className={state === "overdue" ? "late" : undefined}>
          <At instant={dueAt} />
        </dd>
        {evidencedAt !== undefined && <Evidence action={action} at={evidencedAt} />}
        {verifiedAt !== undefined && (
          <>
            <dt>{say(words.verified)}</dt>
            <dd>
              <At instant={verifiedAt} />
            </dd>
          </>
        )}
      </dl>
      {state !== "done" && (
        <Link
          className="corrective-do"
          to={`/c/${complaintId}?do=${state === "evidenced" ? "verify" : "evidence"}`}
        >
          {say(state === "evidenced" ? words.verify : words.hand)}
          <span className="quiet"> {number}</span>
        </Link>
      )}
    </li>
  );
}

/** What was handed in: words and pictures as they are, other files with the complaint. */
function Evidence({ action, at }: { readonly action: Action; readonly at: string }) {
  const say = useSay();
  const { complaintId, evidence, files } = action;
  const pictures = files.filter(isPicture);
  const others = files.length - pictures.length;
  return (
    <>
      <dt>{say(words.evidence)}</dt>
      <dd>
        <At instant={at} /> <span className="text">{evidence}</span>
        {others > 0 && (
          <>
            {" "}
            <Link to={`/c/${complaintId}`}>{say(words.files).replace("{n}", String(others))}</Link>
          </>
        )}
        {pictures.length > 0 && <Gallery complaintId={complaintId} pictures={pictures} />}
      </dd>
    </>
  );
}
