import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Dialog } from "../../../parts/dialog.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { LongText, TextBox } from "../parts/fields.tsx";
import { JobProgress, resultOf, useJob } from "../parts/job.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import type { Calendar } from "./model.ts";
import { holidaysIn, spanOf } from "./notice-text.ts";

const words = {
  title: { zh: "录入国务院通知", en: "Enter a State Council notice" },
  year: { zh: "年度", en: "Year" },
  number: { zh: "文号", en: "Document number" },
  numberHint: { zh: "如 国办发明电〔2025〕7号", en: "such as 国办发明电〔2025〕7号" },
  on: { zh: "发布日期", en: "Published on" },
  address: { zh: "原文网址（gov.cn）", en: "Its address (gov.cn)" },
  text: { zh: "通知正文（从 gov.cn 复制）", en: "The notice's text (copied from gov.cn)" },
  found: { zh: "识别出的安排，请逐条核对", en: "What was found: check every line" },
  nothing: { zh: "还没有识别出放假安排。", en: "No holiday was found yet." },
  wrong: { zh: "起止与天数不符", en: "the dates and the days differ" },
  worked: { zh: "补班", en: "worked" },
  days: { zh: "天", en: "days" },
  checked: { zh: "已与原文核对", en: "I have checked it with the original" },
  publish: { zh: "发布并重算期限", en: "Publish; deadlines are computed again" },
  done: { zh: "已发布，暂定的期限已重算。", en: "Published; provisional deadlines were computed again." },
};

interface NoticeDialogProps {
  readonly calendar: Calendar;
  readonly onClose: () => void;
}

/** The notice as it is published: its text is read, a person checks it, deadlines are computed again. */
export function NoticeDialog({ calendar, onClose }: NoticeDialogProps) {
  const say = useSay();
  const send = useSendBody();
  const next = Math.max(...calendar.notices.map(({ year }) => year), 2025) + 1;
  const [year, setYear] = useState(String(next));
  const [documentNumber, setNumber] = useState("");
  const [publishedOn, setOn] = useState("");
  const [address, setAddress] = useState("");
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const holidays = holidaysIn(text, Number(year));
  const notice = {
    year: Number(year),
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    documentNumber,
    publishedOn,
    address: address === "" ? null : address,
    holidays,
  };
  const saving = useSaving(
    async () => setJobId((await send<{ jobId: string }>("PUT", "/calendar", { notices: [notice] })).jobId),
    ["calendar"],
  );
  if (jobId !== undefined) return <Outcome jobId={jobId} onClose={onClose} />;
  return (
    <Dialog title={say(words.title)} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.publish)} ready={holidays.length > 0}>
        <div className="pair">
          <TextBox label={say(words.year)} type="number" min={2023} max={2100} value={year} set={setYear} />
          <TextBox
            label={say(words.number)}
            hint={say(words.numberHint)}
            path="notices.0.documentNumber"
            value={documentNumber}
            set={setNumber}
          />
          <TextBox label={say(words.on)} type="date" value={publishedOn} set={setOn} />
          <TextBox label={say(words.address)} type="url" optional value={address} set={setAddress} />
        </div>
        <LongText label={say(words.text)} value={text} set={setText} />
        <Found holidays={holidays} />
        <label className="check">
          <input
            type="checkbox"
            required
            checked={checked}
            onChange={(event) => setChecked(event.target.checked)}
          />
          {say(words.checked)}
        </label>
      </SavingForm>
    </Dialog>
  );
}

function Found({ holidays }: { readonly holidays: ReturnType<typeof holidaysIn> }) {
  const say = useSay();
  return (
    <section aria-label={say(words.found)}>
      <h3>{say(words.found)}</h3>
      {holidays.length === 0 && <p>{say(words.nothing)}</p>}
      <ul className="list">
        {holidays.map((holiday) => (
          <li key={`${holiday.name} ${holiday.from}`}>
            <strong>{holiday.name}</strong> {holiday.from} – {holiday.to} · {holiday.days} {say(words.days)}
            {spanOf(holiday) !== holiday.days && <span className="late"> ▲ {say(words.wrong)}</span>}
            {holiday.makeUpWorkdays.length > 0 && (
              <>
                {" "}
                · {say(words.worked)} {holiday.makeUpWorkdays.join("、")}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far the job is that computes deadlines again. */
export function Outcome({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const say = useSay();
  const queries = useQueryClient();
  const { data } = useJob(jobId);
  const isDone = resultOf(data) !== undefined;
  // Functions read rules anew once a minute, and the job waits for it: only now the calendar is surely the new one.
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ["calendar"] });
  }, [isDone, queries]);
  return (
    <Dialog title={say(words.title)} onClose={onClose}>
      <JobProgress jobId={jobId} />
      {isDone && (
        <p className="note good" role="status">
          ✓ {say(words.done)}
        </p>
      )}
      <button type="button" className="plain" onClick={onClose}>
        {say(uiWords.close)}
      </button>
    </Dialog>
  );
}
