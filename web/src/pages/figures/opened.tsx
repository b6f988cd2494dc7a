import { createContext, useContext } from "react";
import { Link } from "react-router";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { levelLabel } from "../../../../lib/domain/words/complaint.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useProjects } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { figureWords } from "./heat.ts";
import { type Asked, type Column, type Figure, useFigure } from "./query.ts";

const words = {
  number: { zh: "编号", en: "Number" },
  project: { zh: "项目", en: "Project" },
  received: { zh: "收到", en: "Received" },
  due: { zh: "应完成", en: "Due" },
  done: { zh: "完成", en: "Done" },
  class: { zh: "投诉点", en: "Problem point" },
  level: { zh: "级别", en: "Level" },
  total: { zh: "共 {n} 件", en: "{n} complaints" },
  more: { zh: "再显示一些", en: "Show more" },
  none: { zh: "没有投诉。", en: "There are no complaints." },
};

/** Opens a number; the page keeps in its address which one is open. */
export const OpenContext = createContext<(figure: Figure) => void>(() => undefined);

interface NumberProps extends Figure {
  readonly figure: number | null | undefined;
  readonly unit: Column["unit"];
  /** What the number is, in words, for those who hear it alone. */
  readonly name: string;
}

/** A number that opens the complaints behind it; nothing is behind a dash or a count of nothing. */
export function Opening({ figure, unit, name, ...which }: NumberProps) {
  const open = useContext(OpenContext);
  const text = figureWords(figure, unit);
  if (figure === null || figure === undefined || (unit === "count" && figure === 0)) return <>{text}</>;
  return (
    <button type="button" className="opens" onClick={() => open(which)}>
      {text}
      <span className="quiet"> {name}</span>
    </button>
  );
}

interface OpenedProps {
  readonly figure: Figure;
  readonly asked: Asked;
  readonly title: string;
  readonly onClose: () => void;
}

/** The complaints behind one number, oldest first. */
export function Opened({ figure, asked, title, onClose }: OpenedProps) {
  const say = useSay();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useFigure(figure, asked);
  const { data: projects = [] } = useProjects();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages[0]?.total;
  const nameOf = (id: string) => projects.find((one) => one.id === id)?.name ?? id;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="opened">
        {error !== null && <Trouble error={error} />}
        <p role="status">
          {total === undefined
            ? say(uiWords.loading)
            : say(total === 0 ? words.none : words.total).replace("{n}", String(total))}
        </p>
        {items.length > 0 && (
          <div className="wide" role="region" aria-label={title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(words.number)}</th>
                  <th scope="col">{say(words.project)}</th>
                  <th scope="col">{say(words.class)}</th>
                  <th scope="col">{say(words.level)}</th>
                  <th scope="col">{say(words.received)}</th>
                  <th scope="col">{say(words.due)}</th>
                  <th scope="col">{say(words.done)}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, number, projectId, classCode, level, receivedAt, dueAt, completedAt }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={`/c/${id}`}>{number}</Link>
                    </th>
                    <td>{nameOf(projectId)}</td>
                    <td>
                      {classCode !== undefined && isClassCode(classCode)
                        ? say(complaintClasses[classCode])
                        : "–"}
                    </td>
                    <td>{level === undefined ? "–" : say(levelLabel(level))}</td>
                    <td>
                      <At instant={receivedAt} />
                    </td>
                    <td>
                      <At instant={dueAt} />
                    </td>
                    <td className={completedAt === undefined || completedAt > dueAt ? "late" : undefined}>
                      {completedAt === undefined ? "–" : <At instant={completedAt} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {hasNextPage && (
          <button type="button" className="plain" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {say(words.more)}
          </button>
        )}
      </div>
    </Dialog>
  );
}
