import { useState } from "react";
import { posts } from "../../../../../lib/domain/organisation/organisation.ts";
import { defined } from "../../../../../lib/domain/present.ts";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { CheckBox, CheckList, SelectBox, TextBox } from "../parts/fields.tsx";
import { type Draft, type Rung, type RungTime, withNewRung, withRung } from "./model.ts";
import { ladderName } from "./names.ts";

const words = {
  when: { zh: "什么时候", en: "When" },
  percent: { zh: "时间的百分之几", en: "Per cent of the time" },
  minutes: { zh: "多少分钟", en: "Minutes" },
  days: { zh: "几个工作日", en: "Working days" },
  orSecond: { zh: "或第二时限到期", en: "or at the second limit" },
  whom: { zh: "通知哪些岗位", en: "Which posts are told" },
  kind: { zh: "性质", en: "Kind" },
  reminder: { zh: "提醒", en: "Reminder" },
  escalation: { zh: "督办", en: "Escalation" },
  grave: { zh: "仅 A、B 级", en: "Levels A and B only" },
  repeat: { zh: "重复，直到确认", en: "Repeated until acknowledged" },
  every: { zh: "每几分钟", en: "Every so many minutes" },
  times: { zh: "最多几次", en: "At most so many times" },
  take: { zh: "采用", en: "Take over" },
};

const timeKinds: Readonly<Record<RungTime["kind"], Words>> = {
  "after-start": { zh: "开始后若干分钟（0 为立即）", en: "minutes after the start (0: at once)" },
  "share-of-time": { zh: "时间过去百分之几", en: "a share of the time" },
  "after-limit": { zh: "超时后若干工作分钟（0 为到期时）", en: "working minutes after the limit (0: at it)" },
  "working-days-after-limit": { zh: "超时后若干工作日", en: "working days after the limit" },
};

const beginning: Rung = {
  id: "",
  time: { kind: "after-limit", workingMinutes: 60 },
  posts: ["manager"],
  kind: "escalation",
};

interface RungDialogProps {
  readonly ladder: string;
  readonly rung?: Rung;
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** One rung: when, who, and how often. */
export function RungDialog({ ladder, rung: given, draft, set, onClose }: RungDialogProps) {
  const say = useSay();
  const [rung, setRung] = useState<Rung>(given ?? { ...beginning, id: freeId(draft) });
  return (
    <Dialog title={say.label(ladderName(ladder))} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set(
            given === undefined ? withNewRung(draft, ladder, rung) : withRung(draft, ladder, given.id, rung),
          );
          onClose();
        }}
      >
        <TimeFields time={rung.time} set={(time) => setRung({ ...rung, time })} />
        <CheckList
          legend={say(words.whom)}
          choices={posts.map((post) => ({ value: post, label: say.label(postWords[post]) }))}
          value={rung.posts}
          set={(chosen) => setRung({ ...rung, posts: posts.filter((post) => chosen.includes(post)) })}
        />
        <SelectBox
          label={say(words.kind)}
          value={rung.kind}
          set={(kind) => setRung({ ...rung, kind: kind === "reminder" ? "reminder" : "escalation" })}
          choices={(["reminder", "escalation"] as const).map((kind) => ({
            value: kind,
            label: say(words[kind]),
          }))}
        />
        <Further rung={rung} set={setRung} />
        <div className="row-buttons">
          <button type="submit" disabled={rung.posts.length === 0}>
            {say(words.take)}
          </button>
          <button type="button" className="plain" onClick={onClose}>
            {say(uiWords.cancel)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A name that no rung has yet. */
function freeId({ ladders }: Draft): string {
  const taken = new Set(Object.values(ladders).flatMap((rungs) => rungs.map(({ id }) => id)));
  for (let number = 1; ; number += 1) if (!taken.has(`own-${number}`)) return `own-${number}`;
}

interface TimeFieldsProps {
  readonly time: RungTime;
  readonly set: (time: RungTime) => void;
}

function TimeFields({ time, set }: TimeFieldsProps) {
  const say = useSay();
  return (
    <div className="pair">
      <SelectBox
        label={say(words.when)}
        value={time.kind}
        set={(kind) => set(timeOf(kind))}
        choices={Object.entries(timeKinds).map(([value, name]) => ({ value, label: say(name) }))}
      />
      <TimeNumber time={time} set={set} />
    </div>
  );
}

function timeOf(kind: string): RungTime {
  switch (kind) {
    case "after-start":
      return { kind, minutes: 0 };
    case "share-of-time":
      return { kind, percent: 80 };
    case "working-days-after-limit":
      return { kind, days: 1, orSecondLimit: false };
    default:
      return { kind: "after-limit", workingMinutes: 60 };
  }
}

function TimeNumber({ time, set }: TimeFieldsProps) {
  const say = useSay();
  const whole = (typed: string) => Math.max(0, Number.parseInt(typed, 10) || 0);
  const box = (
    label: string,
    value: number,
    take: (value: number) => RungTime,
    [min, max]: [number, number],
  ) => (
    <TextBox
      label={label}
      type="number"
      min={min}
      max={max}
      value={String(value)}
      set={(typed) => set(take(whole(typed)))}
    />
  );
  const most = 527_040;
  switch (time.kind) {
    case "after-start":
      return box(say(words.minutes), time.minutes, (minutes) => ({ ...time, minutes }), [0, most]);
    case "share-of-time":
      return box(say(words.percent), time.percent, (percent) => ({ ...time, percent }), [1, 99]);
    case "after-limit":
      return box(say(words.minutes), time.workingMinutes, (workingMinutes) => ({ ...time, workingMinutes }), [
        0,
        most,
      ]);
    case "working-days-after-limit":
      return (
        <>
          {box(say(words.days), time.days, (days) => ({ ...time, days }), [1, 250])}
          <CheckBox
            label={say(words.orSecond)}
            checked={time.orSecondLimit}
            set={(orSecondLimit) => set({ ...time, orSecondLimit })}
          />
        </>
      );
  }
}

/** For whom alone it counts, and how often it comes again. */
function Further({ rung, set }: { readonly rung: Rung; readonly set: (rung: Rung) => void }) {
  const say = useSay();
  const { onlyIf, repeat, ...more } = rung;
  const put = (graveOnly: boolean, again: Rung["repeat"]) =>
    set({
      ...more,
      ...(graveOnly ? { onlyIf: "grave" } : {}),
      ...defined({ repeat: again }),
    });
  const isGrave = onlyIf !== undefined;
  const whole = (typed: string) => Math.max(1, Number.parseInt(typed, 10) || 1);
  return (
    <>
      <CheckBox label={say(words.grave)} checked={isGrave} set={(checked) => put(checked, repeat)} />
      <CheckBox
        label={say(words.repeat)}
        checked={repeat !== undefined}
        set={(checked) => put(isGrave, checked ? { everyMinutes: 10, times: 3 } : undefined)}
      />
      {repeat !== undefined && (
        <div className="pair">
          <TextBox
            label={say(words.every)}
            type="number"
            min={1}
            value={String(repeat.everyMinutes)}
            set={(typed) => put(isGrave, { ...repeat, everyMinutes: whole(typed) })}
          />
          <TextBox
            label={say(words.times)}
            type="number"
            min={1}
            max={20}
            value={String(repeat.times)}
            set={(typed) => put(isGrave, { ...repeat, times: whole(typed) })}
          />
        </div>
      )}
    </>
  );
}
