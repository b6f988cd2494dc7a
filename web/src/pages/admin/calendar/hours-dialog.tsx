import { useState } from "react";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import { scopesOf } from "../parts/scopes.ts";
import type { Calendar } from "./model.ts";
import { Outcome } from "./notice-dialog.tsx";
import { type Weekday, weekdays, weekdayWords } from "./weekdays.ts";

const words = {
  title: { zh: "修改工作时间", en: "Change the hours" },
  scope: { zh: "适用范围", en: "Holds for" },
  hint: {
    zh: "如 09:00-12:00, 13:00-18:00；不填为休息",
    en: "such as 09:00-12:00, 13:00-18:00; empty: closed",
  },
  wrong: { zh: "时段应写作 09:00-18:00", en: "Periods are written 09:00-18:00" },
  publish: { zh: "发布并重算期限", en: "Publish; deadlines are computed again" },
};
const period = /^(\d{2}:\d{2})\s*[-–—~至]\s*(\d{2}:\d{2})$/;

/** `09:00-12:00, 13:00-18:00` as periods; undefined for what is none. */
export function periodsIn(text: string): [string, string][] | undefined {
  const parts = text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const periods = parts.map((part): [string, string] | undefined => {
    const [, from, to] = period.exec(part) ?? [];
    return from === undefined || to === undefined ? undefined : [from, to];
  });
  const good = periods.filter((one) => one !== undefined);
  return good.length === periods.length ? good : undefined;
}

type Typed = Readonly<Record<Weekday, string>>;

interface HoursDialogProps {
  readonly calendar: Calendar;
  readonly onClose: () => void;
}

/** The week's opening hours of a scope. */
export function HoursDialog({ calendar, onClose }: HoursDialogProps) {
  const say = useSay();
  const send = useSendBody();
  const { data: projects = [] } = useProjects();
  const [scope, setScope] = useState("company");
  const [typed, setTyped] = useState<Typed>(() => typedOf(calendar.week));
  const [jobId, setJobId] = useState<string>();
  const saving = useSaving(async () => {
    const week = Object.fromEntries(
      weekdays.flatMap((day) => {
        const periods = periodsIn(typed[day]);
        if (periods === undefined) throw new Error(`${say(weekdayWords[day])}: ${say(words.wrong)}`);
        return periods.length === 0 ? [] : [[day, periods]];
      }),
    );
    setJobId((await send<{ jobId: string }>("PUT", "/calendar", { scope, week })).jobId);
  }, ["calendar"]);
  if (jobId !== undefined) return <Outcome jobId={jobId} onClose={onClose} />;
  return (
    <Dialog title={say(words.title)} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.publish)}>
        <SelectBox
          label={say(words.scope)}
          value={scope}
          set={setScope}
          choices={scopesOf(projects).map(({ scope: value, name }) => ({ value, label: say(name) }))}
        />
        <p>
          <small>{say(words.hint)}</small>
        </p>
        <div className="pair">
          {weekdays.map((day) => (
            <TextBox
              key={day}
              label={say(weekdayWords[day])}
              optional
              value={typed[day]}
              set={(text) => setTyped({ ...typed, [day]: text })}
            />
          ))}
        </div>
      </SavingForm>
    </Dialog>
  );
}

function typedOf(week: Calendar["week"]): Typed {
  const of = (day: Weekday) => (week[day] ?? []).map(([from, to]) => `${from}-${to}`).join(", ");
  return {
    mon: of("mon"),
    tue: of("tue"),
    wed: of("wed"),
    thu: of("thu"),
    fri: of("fri"),
    sat: of("sat"),
    sun: of("sun"),
  };
}
