import { useParams, useSearchParams } from "react-router";
import { useProjects } from "../../parts/directory.ts";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { MonthHead, monthName } from "../../parts/months.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { useMonthFiles } from "../months/query.ts";
import { Company } from "./company.tsx";
import { Paper } from "./preview.tsx";
import { ProjectPanel } from "./project.tsx";
import { type Listed, usePreview, useSubmissions } from "./query.ts";
import { Submissions, useEnded } from "./submissions.tsx";
import "./bulletin.css";

const words = {
  title: { zh: "上报与通报", en: "Submissions and bulletin" },
  due: { zh: "上报截止", en: "Due" },
  bulletin: { zh: "通报日", en: "Bulletin" },
  provisional: { zh: "（暂定：节假日通知未公布）", en: " (provisional: the holidays are not published yet)" },
  counts: {
    zh: "已上报 {d} / {n} 个项目，待裁定异议 {c} 件",
    en: "{d} of {n} projects have submitted, {c} contested cases wait for a ruling",
  },
  /** While the month runs only those stand in the list who have begun. */
  begun: {
    zh: "{n} 个项目已开始填报，{d} 个已上报，待裁定异议 {c} 件",
    en: "{n} projects have begun to write, {d} have submitted, {c} contested cases wait for a ruling",
  },
  none: {
    zh: "这个月还没有项目开始填报。期末后自动提醒各项目经理。",
    en: "No project has begun to write this month. Project managers are asked after it has ended.",
  },
};

/** The bulletin desk: who has submitted, what they wrote and contest, headquarters' own words, and how it will read. */
export function Page() {
  const { month = "" } = useParams();
  const say = useSay();
  const me = useMe();
  const files = useMonthFiles(month);
  const list = useSubmissions(month);
  const preview = usePreview(month, holdsOneOf(me.data, ["headquarters"]));
  document.title = `${monthName(month, say.language)} ${say(words.title)} · 接诉`;
  if (list.error !== null) return <Trouble error={list.error} />;
  if (list.data === undefined || me.data === undefined)
    return <p className="waiting">{say(uiWords.loading)}</p>;
  return (
    <section className="bulletin" aria-label={say(words.title)}>
      <MonthHead month={month} months={files.data?.months ?? [month]} end="/bulletin" />
      <Dates month={month} items={list.data.items} />
      <Projects month={month} items={list.data.items} />
      {holdsOneOf(me.data, ["headquarters"]) && (
        <div className="bulletin-desk">
          <Company month={month} preview={preview.data} />
          <Paper month={month} preview={preview.data} error={preview.error} />
        </div>
      )}
    </section>
  );
}

function Dates({ month, items }: { readonly month: string; readonly items: readonly Listed[] }) {
  const say = useSay();
  const [first] = items;
  const ended = useEnded(month, first?.dueAt);
  if (first === undefined) return <p className="panel">{say(words.none)}</p>;
  const done = items.filter(({ status }) => status === "confirmed" || status === "confirmed-late").length;
  const waiting = items.reduce((sum, { contested, ruled }) => sum + contested - ruled, 0);
  return (
    <p className="basis">
      {say(ended ? words.counts : words.begun)
        .replace("{d}", String(done))
        .replace("{n}", String(items.length))
        .replace("{c}", String(waiting))}
      {" · "}
      {say(words.due)} <At instant={first.dueAt} /> · {say(words.bulletin)} <At instant={first.bulletinAt} />
      {first.provisional && say(words.provisional)}
    </p>
  );
}

/** All submissions beside the one that is open; a project manager with one project has it open at once. */
function Projects({ month, items }: { readonly month: string; readonly items: readonly Listed[] }) {
  const me = useMe();
  const { data: reached = [] } = useProjects();
  const [search, setSearch] = useSearchParams();
  const own =
    me.data?.assignments.flatMap(({ post, projectId }) =>
      post === "project-manager" ? (projectId ?? []) : [],
    ) ?? [];
  const [only] = own.length === 1 && !holdsOneOf(me.data, ["region", "headquarters"]) ? own : [];
  const open = search.get("project") ?? only;
  const name =
    items.find(({ projectId }) => projectId === open)?.name ?? reached.find(({ id }) => id === open)?.name;
  const show = (projectId: string | undefined) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (projectId === undefined) after.delete("project");
      else after.set("project", projectId);
      return after;
    });
  return (
    <>
      {items.length > 0 && <Submissions month={month} items={items} open={open} show={show} />}
      {open !== undefined && (
        <ProjectPanel
          key={open}
          month={month}
          projectId={open}
          name={name ?? open}
          mayWrite={own.includes(open)}
          {...(only === undefined ? { onClose: () => show(undefined) } : {})}
        />
      )}
    </>
  );
}
