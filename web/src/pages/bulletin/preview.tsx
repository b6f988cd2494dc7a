import { Fragment } from "react";
import { Refused } from "../../api/problem.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { figureWords } from "../figures/heat.ts";
import { Issue } from "./issue.tsx";
import type { Preview } from "./query.ts";

const words = {
  title: { zh: "通报预览", en: "The bulletin as it will read" },
  basis: { zh: "数字取自第 {n} 版，收录至", en: "Figures of edition {n}, recorded until" },
  none: {
    zh: "这个月还没有公司的文件，生成一版后可预览。",
    en: "The month has no edition of the company yet: build one to see the bulletin.",
  },
  rulings: { zh: "异议裁定前后", en: "Before and after the rulings" },
  counted: { zh: "按原数", en: "As counted" },
  ruled: { zh: "剔除成立的异议", en: "Without those upheld" },
  figure: { zh: "数字", en: "Figure" },
} as const;

const ruledNames = [
  ["companyReceived", { zh: "公司直接受理", en: "received by the company" }, "count"],
  ["valid", { zh: "有效投诉", en: "valid" }, "count"],
  ["received", { zh: "任务", en: "tasks" }, "count"],
  ["done", { zh: "完成", en: "done" }, "count"],
  ["handlingRate", { zh: "处理完成率", en: "handling rate" }, "rate"],
  ["timelyRate", { zh: "完成及时率", en: "timely rate" }, "rate"],
  ["firstFollowUpSatisfaction", { zh: "首次回访满意率", en: "first follow-up satisfaction" }, "rate"],
] as const;

interface PaperProps {
  readonly month: string;
  readonly preview: Preview | undefined;
  readonly error: Error | null;
}

/** The bulletin as a page (D14), with what stands now; from here it is issued. */
export function Paper({ month, preview, error }: PaperProps) {
  const say = useSay();
  if (error instanceof Refused && error.problem.code === "unknown-report")
    return (
      <section className="panel" aria-label={say(words.title)}>
        <h2>{say(words.title)}</h2>
        <p>{say(words.none)}</p>
        <Issue month={month} readable={false} />
      </section>
    );
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {error !== null && <Trouble error={error} />}
      {preview === undefined ? (
        error === null && <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <>
          <p>
            <small>
              {say(words.basis).replace("{n}", String(preview.edition))}{" "}
              <At instant={preview.recordedUntil} />
            </small>
          </p>
          {preview.rulings !== undefined && <Rulings rulings={preview.rulings} />}
          <Sheet preview={preview} />
          <Issue month={month} readable />
        </>
      )}
    </section>
  );
}

function Sheet({ preview: { title, subtitle, blocks } }: { readonly preview: Preview }) {
  return (
    <article className="paper" lang="zh-CN">
      <h3>{title}</h3>
      <p className="paper-subtitle">{subtitle}</p>
      {blocks.map((block, index) => (
        // What the server says has no keys; the blocks are never reordered.
        <Fragment key={`${index} ${block.kind}`}>
          {block.kind === "heading" && (block.level === 1 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>)}
          {block.kind === "prose" && <p className={`paper-${block.style ?? "body"}`}>{block.text}</p>}
          {block.kind === "list" && <PaperTable head={block.head} rows={block.rows} />}
        </Fragment>
      ))}
    </article>
  );
}

interface PaperTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function PaperTable({ head, rows }: PaperTableProps) {
  return (
    <div className="wide" role="region" aria-label={head.join("、")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join("|")}>
              {cells.map((text, index) => (
                <td key={head[index]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rulings({ rulings }: { readonly rulings: NonNullable<Preview["rulings"]> }) {
  const say = useSay();
  return (
    <table className="rulings" aria-label={say(words.rulings)}>
      <thead>
        <tr>
          <th scope="col">{say(words.figure)}</th>
          <th scope="col">{say(words.counted)}</th>
          <th scope="col">{say(words.ruled)}</th>
        </tr>
      </thead>
      <tbody>
        {ruledNames.map(([key, name, unit]) => (
          <tr key={key} className={rulings.before[key] === rulings.after[key] ? undefined : "changed"}>
            <th scope="row">{say(name)}</th>
            <td>{figureWords(rulings.before[key], unit)}</td>
            <td>{figureWords(rulings.after[key], unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
