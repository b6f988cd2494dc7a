import { type DragEvent, type KeyboardEvent, useState } from "react";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import type { components } from "../../../api/schema.ts";
import { type Project, usePeople } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";
import { SelectBox } from "../parts/fields.tsx";
import { base64Of } from "../parts/files.ts";
import { datesOf } from "../parts/months.ts";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { csvOf, dayAfter, handed, moved, type Shift } from "./model.ts";
import { ShiftDialog } from "./shift-dialog.tsx";
import "./rosters.css";

const words = {
  month: { zh: "值班表", en: "Roster" },
  keys: {
    zh: "拖动班次到另一天；或用 Tab 选中后按 Alt+左右方向键移动，回车换人。改动保存后才生效。",
    en: "Drag a shift to another day; or reach it with Tab, Alt and the left or right arrow move it, Enter changes the person. Nothing counts before it is saved.",
  },
  post: { zh: "岗位", en: "Post" },
  every: { zh: "全部岗位", en: "every post" },
  changed: { zh: "有未保存的改动", en: "There are unsaved changes" },
  save: { zh: "保存值班表", en: "Save the roster" },
  back: { zh: "撤销改动", en: "Take the changes back" },
  saved: { zh: "已保存，立即生效。", en: "Saved; it counts at once." },
};

interface RosterMonthProps {
  readonly roster: components["schemas"]["Roster"];
  readonly project: Project;
  readonly today: string;
}

/** The month as a calendar of shifts. */
export function RosterMonth({ roster, project, today }: RosterMonthProps) {
  const say = useSay();
  const send = useSendBody();
  const [shifts, setShifts] = useState<readonly Shift[]>(roster.shifts);
  const [open, setOpen] = useState<Shift>();
  const [post, setPost] = useState("");
  const [dragged, setDragged] = useState<Shift>();
  const isChanged = shifts !== roster.shifts;
  const saving = useSaving(async () => {
    const file = { name: "roster.csv", content: await base64Of(csvOf(shifts)) };
    await send("PUT", "/rosters", { projectId: roster.projectId, month: roster.month, file });
  }, ["roster"]);
  const move = (shift: Shift, date: string) => date !== shift.date && setShifts(moved(shifts, shift, date));
  return (
    <section className="panel" aria-label={say(words.month)}>
      <p>
        <small>{say(words.keys)}</small>
      </p>
      <div className="tools">
        <SelectBox
          label={say(words.post)}
          optional
          empty={say(words.every)}
          value={post}
          set={setPost}
          choices={[...new Set(roster.shifts.map((shift) => shift.post))].map((value) => ({
            value,
            label: say.label(postWords[value]),
          }))}
        />
      </div>
      {saving.error !== undefined && <Trouble error={saving.error} />}
      {isChanged && (
        <div className="note soon row-buttons" role="status">
          {say(words.changed)}
          <button type="button" disabled={saving.busy} onClick={() => void saving.run()}>
            {say(words.save)}
          </button>
          <button type="button" className="plain" onClick={() => setShifts(roster.shifts)}>
            {say(words.back)}
          </button>
        </div>
      )}
      <ol className={`roster ${firstWeekday(roster.month)}`}>
        {datesOf(roster.month).map((date) => (
          <Day
            key={date}
            date={date}
            today={today}
            project={project}
            shifts={shifts.filter((shift) => shift.date === date && (post === "" || shift.post === post))}
            move={move}
            onOpen={setOpen}
            onDrag={setDragged}
            onDrop={() => dragged !== undefined && move(dragged, date)}
          />
        ))}
      </ol>
      {open !== undefined && (
        <ShiftDialog
          shift={open}
          project={project}
          onChange={(personId) => setShifts(handed(shifts, open, personId))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** The first day's place in a week that begins on Monday. */
function firstWeekday(month: string): string {
  return weekdays[new Date(`${month}-01T00:00:00Z`).getUTCDay()] ?? "mon";
}

interface DayProps {
  readonly date: string;
  readonly today: string;
  readonly project: Project;
  readonly shifts: readonly Shift[];
  readonly move: (shift: Shift, date: string) => void;
  readonly onOpen: (shift: Shift) => void;
  readonly onDrag: (shift: Shift) => void;
  readonly onDrop: () => void;
}

function Day({ date, today, project, shifts, move, onOpen, onDrag, onDrop }: DayProps) {
  const { language } = useSay();
  const weekday = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    weekday: "short",
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));
  return (
    <li
      className={date === today ? "day today" : "day"}
      aria-label={date}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <strong>
        {Number(date.slice(8))} <small>{weekday}</small>
      </strong>
      {shifts.map((shift) => (
        <ShiftButton
          key={`${shift.from} ${shift.to} ${shift.post} ${shift.departmentId} ${shift.personId}`}
          shift={shift}
          project={project}
          onOpen={() => onOpen(shift)}
          onDrag={() => onDrag(shift)}
          move={(by) => move(shift, dayAfter(shift.date, by))}
        />
      ))}
    </li>
  );
}

interface ShiftButtonProps {
  readonly shift: Shift;
  readonly project: Project;
  readonly onOpen: () => void;
  readonly onDrag: () => void;
  readonly move: (by: 1 | -1) => void;
}

function ShiftButton({ shift, project, onOpen, onDrag, move }: ShiftButtonProps) {
  const say = useSay();
  const { data: people = [] } = usePeople(project.id);
  const name = people.find(({ id }) => id === shift.personId)?.name ?? shift.personId;
  const department = project.departments.find(({ id }) => id === shift.departmentId)?.name;
  const byKeys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    move(event.key === "ArrowLeft" ? -1 : 1);
  };
  return (
    <button
      type="button"
      className="plain shift"
      draggable
      onDragStart={onDrag}
      onKeyDown={byKeys}
      onClick={onOpen}
    >
      {name}
      <small>
        {say(wordsFor(postWords, shift.post))}
        {department !== undefined && ` · ${department}`}
        <br />
        {shift.from}–{shift.to}
      </small>
    </button>
  );
}
