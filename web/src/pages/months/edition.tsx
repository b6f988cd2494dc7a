import { useId } from "react";
import { printedPercent } from "../../../../lib/domain/printed.ts";
import { editionStageWords } from "../../../../lib/domain/words/editions.ts";
import { useProjects } from "../../parts/directory.ts";
import { PersonName } from "../../parts/me.tsx";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { FileList } from "./files.tsx";
import { type Edition, usePicture } from "./query.ts";

const words = {
  asOf: { zh: "截止到", en: "Happened until" },
  recordedUntil: { zh: "收录至", en: "Recorded until" },
  madeAt: { zh: "生成于", en: "Made" },
  by: { zh: "生成人", en: "Made by" },
  schedule: { zh: "定时任务", en: "the schedule" },
  period: { zh: "期间", en: "Period" },
  missing: { zh: "缺这些项目，随后补版", en: "These projects are missing; they follow in a later edition" },
  notInTime: { zh: "未能按时", en: "not in time" },
  failed: { zh: "失败", en: "failed" },
  corrects: { zh: "与第 {n} 版相比", en: "Against edition {n}" },
  corrected: {
    zh: "改变的数字 {f} 个，涉及投诉 {c} 件",
    en: "{f} figures differ, {c} complaints count otherwise",
  },
  same: { zh: "数字没有变化", en: "no figure has changed" },
  received: { zh: "任务", en: "Tasks" },
  done: { zh: "完成", en: "Done" },
  open: { zh: "未完成", en: "Open" },
  handlingRate: { zh: "处理完成率", en: "Handling rate" },
  timelyRate: { zh: "完成及时率", en: "Timely rate" },
  firstFollowUpSatisfaction: { zh: "首次回访满意率", en: "First follow-up satisfaction" },
  submitted: { zh: "上报", en: "Submissions" },
  submittedCounts: { zh: "按时 {t}，迟报 {l}，未报 {m}", en: "{t} in time, {l} late, {m} missing" },
  chart: { zh: "统计图：十三个月趋势与本月分类", en: "Chart: thirteen months, and the month's classes" },
  edition: { zh: "第 {n} 版", en: "Edition {n}" },
};

const figureNames = [
  "received",
  "done",
  "open",
  "handlingRate",
  "timelyRate",
  "firstFollowUpSatisfaction",
] as const;

/** `第 {n} 版` with its numbers put in. */
function filled(text: string, values: Readonly<Record<string, number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

interface EditionPanelProps {
  readonly month: string;
  readonly edition: Edition;
  readonly open: boolean;
}

/** One issued edition: what it counts, its chart, its files. Older ones are closed until asked for. */
export function EditionPanel({ month, edition, open }: EditionPanelProps) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const name = (id: string) => projects.find((one) => one.id === id)?.name ?? id;
  const { stage, projectId, madeAt } = edition;
  const chart = edition.files.find(({ name: file }) => file.startsWith("chart-"));
  return (
    <details className="panel edition" open={open}>
      <summary>
        <h2>{filled(say(words.edition), { n: edition.edition })}</h2>
        <span className={stage === "bulletin" ? "chip good" : "chip"}>
          {say.label(editionStageWords[stage])}
        </span>
        {projectId !== undefined && <span className="chip">{name(projectId)}</span>}
        <small>
          {say(words.madeAt)} <At instant={madeAt} />
        </small>
      </summary>
      <div className="edition-top">
        <div>
          <Facts edition={edition} />
          <Notes edition={edition} />
        </div>
        {chart !== undefined && <Chart month={month} name={chart.name} />}
      </div>
      <FileList month={month} files={edition.files} nameOf={name} />
    </details>
  );
}

function Facts({ edition }: { readonly edition: Edition }) {
  const say = useSay();
  const { asOf, recordedUntil, issuedBy, from, to, figures, submitted } = edition;
  return (
    <>
      <dl className="edition-figures">
        {figureNames.map((key) => (
          <div key={key}>
            <dt>{say(words[key])}</dt>
            <dd>
              {key.endsWith("Rate") || key === "firstFollowUpSatisfaction"
                ? percent(figures[key])
                : figures[key]}
            </dd>
          </div>
        ))}
      </dl>
      <dl className="facts">
        {from !== undefined && to !== undefined && (
          <>
            <dt>{say(words.period)}</dt>
            <dd>
              {from} – {to}
            </dd>
          </>
        )}
        <dt>{say(words.asOf)}</dt>
        <dd>
          <At instant={asOf} />
        </dd>
        <dt>{say(words.recordedUntil)}</dt>
        <dd>
          <At instant={recordedUntil} />
        </dd>
        <dt>{say(words.by)}</dt>
        <dd>{issuedBy === "schedule" ? say(words.schedule) : <PersonName id={issuedBy} />}</dd>
        <dt>{say(words.submitted)}</dt>
        <dd>
          {filled(say(words.submittedCounts), {
            t: submitted.inTime.length,
            l: submitted.late.length,
            m: submitted.missing.length,
          })}
        </dd>
      </dl>
    </>
  );
}

/** Who is missing, and what changed since the edition before. */
function Notes({ edition: { missing, correction } }: { readonly edition: Edition }) {
  const say = useSay();
  return (
    <>
      {missing.length > 0 && (
        <div className="note late">
          {say(words.missing)}：
          {missing
            .map(
              ({ name, reason }) => `${name}（${say(reason === "failed" ? words.failed : words.notInTime)}）`,
            )
            .join("、")}
        </div>
      )}
      {correction !== undefined && (
        <p className="note">
          {filled(say(words.corrects), { n: correction.of })}：
          {correction.figures.length === 0 && correction.complaints === 0
            ? say(words.same)
            : filled(say(words.corrected), { f: correction.figures.length, c: correction.complaints })}
        </p>
      )}
    </>
  );
}

function Chart({ month, name }: { readonly month: string; readonly name: string }) {
  const say = useSay();
  const id = useId();
  const { url, error } = usePicture(month, name);
  if (error !== null) return undefined;
  return (
    <figure className="edition-chart" aria-labelledby={id}>
      {url === undefined ? <div className="edition-chart-wait" /> : <img src={url} alt={say(words.chart)} />}
      <figcaption id={id}>{say(words.chart)}</figcaption>
    </figure>
  );
}

/** One decimal, as the announcement says it; – where nothing can be divided. */
function percent(rate: number | null): string {
  return rate === null ? "–" : printedPercent(rate);
}
