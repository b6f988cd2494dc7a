import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Words } from "../../../../lib/domain/words/words.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { LikeTable } from "./like.tsx";
import { type Asked, type Table, useView, type ViewName } from "./query.ts";
import { isTotal, ViewTable } from "./table.tsx";
import { Trend } from "./trend.tsx";

const words = {
  project: { zh: "项目", en: "Project" },
  class: { zh: "分类", en: "Class" },
  building: { zh: "楼栋", en: "Building" },
  day: { zh: "收到时间", en: "Received" },
  clock: { zh: "时限", en: "Limit" },
  cause: { zh: "原因", en: "Cause" },
  platform: { zh: "平台", en: "Platform" },
  row: { zh: "分类", en: "Class" },
  noTickets: { zh: "本期没有政府转办工单。", en: "There are no government tickets in this period." },
};

interface SectionText {
  readonly view: ViewName;
  readonly title: Words;
  readonly note: Words;
  /** Two of them stand side by side where there is room. */
  readonly half?: true;
  readonly show: (table: Table, caption: string, say: (words: Words) => string) => ReactNode;
}

const outcome = [
  "received",
  "done",
  "overdue",
  "handlingRate",
  "timelyRate",
  "firstFollowUpSatisfaction",
] as const;
const buildings = ["received", "overdue", "timelyRate", "repeated", "firstFollowUpSatisfaction"] as const;

/** Every part of the page by its view: what it is called, what one must know to read it, and how it is shown. */
export const sections: readonly SectionText[] = [
  {
    view: "months",
    title: { zh: "十三个月趋势", en: "Thirteen months" },
    note: { zh: "各月均以同一截止时间所知为准", en: "Each month as the one cut-off knows it" },
    show: (table) => <Trend table={table} />,
  },
  {
    view: "projects-by-class",
    title: { zh: "项目 × 分类", en: "Projects by class" },
    note: {
      zh: "本期任务按 K8.3-F2 分类，颜色越深越多",
      en: "Tasks of the period by K8.3-F2; the deeper the colour, the more",
    },
    show: (table, caption, say) => (
      <ViewTable
        view="projects-by-class"
        table={table}
        caption={caption}
        head={say(words.project)}
        heat={table.columns.map(({ key }) => key).filter((key) => key !== "received")}
      />
    ),
  },
  {
    view: "hours",
    title: { zh: "星期 × 时段", en: "Weekdays by hours" },
    note: { zh: "收到时间，当地时间", en: "When complaints were received, local time" },
    show: (table, caption, say) => (
      <ViewTable
        view="hours"
        table={table}
        caption={caption}
        head={say(words.day)}
        heat={table.columns.map(({ key }) => key).filter((key) => key !== "received")}
      />
    ),
  },
  {
    view: "buildings",
    half: true,
    title: { zh: "楼栋", en: "Buildings" },
    note: { zh: "投诉最多的在前", en: "The most complaints first" },
    show: (table, caption, say) => (
      <ViewTable
        view="buildings"
        table={table}
        caption={caption}
        head={say(words.building)}
        columns={buildings}
        heat={["received"]}
      />
    ),
  },
  {
    view: "causes",
    half: true,
    title: { zh: "人机料法环", en: "Causes" },
    note: { zh: "本期任务的原因", en: "What caused the period's tasks" },
    show: (table, caption, say) => (
      <ViewTable
        view="causes"
        table={table}
        caption={caption}
        head={say(words.cause)}
        columns={outcome}
        heat={["received"]}
      />
    ),
  },
  {
    view: "like",
    title: { zh: "同类比较", en: "Like with like" },
    note: {
      zh: "同类型、同面积档（10万㎡）之间比较，每组先列合并水平；高于或低于同类的标出",
      en: "Projects of one type and band of area (100,000 m²); each group's pooled figures first, what is above or below it is marked",
    },
    show: (table, caption) => <LikeTable table={table} caption={caption} />,
  },
  {
    view: "clocks",
    half: true,
    title: { zh: "时限合规", en: "Limits kept" },
    note: {
      zh: "合规率 = 按时 ÷（按时 + 超时）；返单后各次都按时才算按时",
      en: "Kept ÷ (kept + missed); after a return every cycle must be kept",
    },
    show: (table, caption, say) => (
      <ViewTable view="clocks" table={table} caption={caption} head={say(words.clock)} heat={["missed"]} />
    ),
  },
  {
    view: "ageing",
    half: true,
    title: { zh: "积压", en: "Backlog" },
    note: {
      zh: "截止时未完成的全部任务，按收到后的自然天数",
      en: "All tasks open at the cut-off, by natural days since receipt",
    },
    show: (table, caption, say) => (
      <ViewTable
        view="ageing"
        table={table}
        caption={caption}
        head={say(words.project)}
        heat={table.columns.map(({ key }) => key).filter((key) => /^d\d/.test(key))}
      />
    ),
  },
  {
    view: "rungs",
    title: { zh: "督办升级", en: "Escalations" },
    note: {
      zh: "每件投诉按督办到达的最高岗位计一次；“迟发”是督办本身晚发",
      en: "Each complaint once, by the highest post an escalation named; late rungs were themselves decided late",
    },
    show: (table, caption, say) => <RungTable table={table} caption={caption} head={say(words.project)} />,
  },
  {
    view: "government",
    title: { zh: "政府三率", en: "Government's rates" },
    note: {
      zh: "响应率、解决率、满意率以平台回访为准，剔除的单列",
      en: "Response, resolution and satisfaction as the platform's call-back has them; what is excluded stands apart",
    },
    show: (table, caption, say) =>
      table.rows.every(isTotal) ? (
        <p>{say(words.noTickets)}</p>
      ) : (
        <ViewTable view="government" table={table} caption={caption} head={say(words.platform)} />
      ),
  },
  {
    view: "sheet",
    title: { zh: "统计报表", en: "Statistics sheet" },
    note: { zh: "与工作簿中的统计报表逐格相同", en: "Cell by cell as in the workbook" },
    show: (table, caption, say) => (
      <ViewTable view="sheet" table={table} caption={caption} head={say(words.row)} />
    ),
  },
];

interface SectionProps {
  readonly id: string;
  readonly title: Words;
  readonly note?: Words;
  readonly half?: true | undefined;
  readonly children: (seen: boolean) => ReactNode;
}

/** A part of the page: what it shows is asked for once it is near the window. */
export function Section({ id, title, note, half, children }: SectionProps) {
  const say = useSay();
  const ref = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "300px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={ref}
      id={id}
      className={half === true ? "panel figure-section half" : "panel figure-section"}
      aria-label={say(title)}
    >
      <h2>{say(title)}</h2>
      {note !== undefined && <small>{say(note)}</small>}
      {children(seen)}
    </section>
  );
}

export function ViewSection({ section, asked }: { readonly section: SectionText; readonly asked: Asked }) {
  return (
    <Section id={section.view} title={section.title} note={section.note} half={section.half}>
      {(seen) => <Shown section={section} asked={asked} seen={seen} />}
    </Section>
  );
}

interface ShownProps {
  readonly section: SectionText;
  readonly asked: Asked;
  readonly seen: boolean;
}

function Shown({ section: { view, title, show }, asked, seen }: ShownProps) {
  const say = useSay();
  const { data, error } = useView(view, asked, seen);
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <p className="waiting">{say(uiWords.loading)}</p>;
  return <>{show(data, say(title), say)}</>;
}

/** Posts of which no complaint reached are left out, as is what only old editions lack. */
function RungTable({
  table,
  caption,
  head,
}: {
  readonly table: Table;
  readonly caption: string;
  readonly head: string;
}) {
  const total = table.rows.find(isTotal);
  const always = ["received", "calm", "lateRungs", "climbedRate"];
  const columns = table.columns
    .map(({ key }) => key)
    .filter((key) => !["climbed", "known"].includes(key))
    .filter((key) => always.includes(key) || (total?.figures[key] ?? 0) > 0);
  const heat = columns.filter((key) => !["received", "calm", "climbedRate", "notKnown"].includes(key));
  return <ViewTable view="rungs" table={table} caption={caption} head={head} columns={columns} heat={heat} />;
}
