import { useState } from "react";
import type { components } from "../../../api/schema.ts";
import { useSend } from "../../../app/services.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { FilePick } from "../../../parts/file-pick.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { save } from "../../../parts/save.ts";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { CheckBox, TextBox } from "../parts/fields.tsx";
import { base64Of } from "../parts/files.ts";
import { JobProgress, type JobResult, resultOf, useJob } from "../parts/job.tsx";
import { useSendBody } from "../parts/put.ts";
import { RowReport } from "../parts/row-faults.tsx";
import { useSaving } from "../parts/saving.ts";

type Report = components["schemas"]["HouseholdReport"];

const words = {
  title: { zh: "导入房产台账", en: "Import households" },
  month: { zh: "算作哪个月的数据", en: "The month it is of" },
  template: { zh: "下载空白模板", en: "Download an empty file" },
  file: {
    zh: "选择文件（xlsx 或 csv），先比对，不写入",
    en: "Choose a file (xlsx or csv): it is compared, nothing is written",
  },
  skip: { zh: "只导入正确的行", en: "Put in the right rows alone" },
  confirm: { zh: "确认导入，替换全部房产", en: "Put it in, instead of every household" },
  difference: { zh: "与现有台账相比", en: "Beside what stands now" },
  added: { zh: "新增", en: "new" },
  gone: { zh: "减少", en: "gone" },
  changed: { zh: "变化", en: "changed" },
  touched: { zh: "减少的房产中有未结投诉", en: "open complaints of households that are gone" },
  done: { zh: "已导入。", en: "It is put in." },
};

interface HouseholdsDialogProps {
  readonly project: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly onClose: () => void;
}

/** A file is looked at row by row and compared with what stands; only then it is put in. */
export function HouseholdsDialog({ project, onClose }: HouseholdsDialogProps) {
  const say = useSay();
  const raw = useSend();
  const send = useSendBody();
  const [month, setMonth] = useState(localDateOf(useNow(), project.timeZone).slice(0, 7));
  const [file, setFile] = useState<{ readonly name: string; readonly content: string }>();
  const [report, setReport] = useState<Report>();
  const [putIn, setPutIn] = useState<string>();
  const [skipFaulty, setSkip] = useState(false);
  const asked = { projectId: project.id, month, ...(skipFaulty ? { skipFaulty } : {}) };
  const looking = useSaving(async (chosen: File) => {
    setReport(undefined);
    const table = { name: chosen.name, content: await base64Of(chosen) };
    setFile(table);
    setReport(
      await send<Report>("PUT", "/households?dryRun=true", { ...asked, skipFaulty: true, file: table }),
    );
  });
  const importing = useSaving(
    async () => setPutIn((await send<Report>("PUT", "/households", { ...asked, file })).jobId),
    ["project-months"],
  );
  const template = useSaving(async () => {
    const answer = await raw(new Request("/households/template?format=xlsx"));
    save(await answer.blob(), `${say(words.title)}.xlsx`);
  });
  const error = looking.error ?? importing.error ?? template.error;
  return (
    <Dialog title={`${say(words.title)} · ${project.name}`} onClose={onClose}>
      {error !== undefined && <Trouble error={error} />}
      <p>
        <button type="button" className="plain" onClick={() => void template.run()}>
          {say(words.template)}
        </button>
      </p>
      <TextBox label={say(words.month)} type="month" value={month} set={setMonth} />
      <FilePick
        label={say(words.file)}
        accept=".xlsx,.csv"
        take={([chosen]) => {
          if (chosen !== undefined) void looking.run(chosen);
        }}
      />
      {report !== undefined && <RowReport {...report} />}
      {report?.jobId !== undefined && putIn === undefined && <Compared jobId={report.jobId} />}
      {putIn !== undefined && <PutIn jobId={putIn} />}
      {report !== undefined && putIn === undefined && (
        <>
          {report.faults.length > 0 && report.valid > 0 && (
            <CheckBox label={say(words.skip)} checked={skipFaulty} set={setSkip} />
          )}
          <button
            type="button"
            disabled={importing.busy || report.valid === 0 || (report.faults.length > 0 && !skipFaulty)}
            onClick={() => void importing.run()}
          >
            {say(words.confirm)}
          </button>
        </>
      )}
    </Dialog>
  );
}

function Compared({ jobId }: { readonly jobId: string }) {
  const { data } = useJob(jobId);
  return (
    <>
      <JobProgress jobId={jobId} />
      <Difference result={resultOf(data)} />
    </>
  );
}

function PutIn({ jobId }: { readonly jobId: string }) {
  const say = useSay();
  const { data } = useJob(jobId);
  return (
    <>
      <JobProgress jobId={jobId} />
      {resultOf(data) !== undefined && (
        <p className="note good" role="status">
          ✓ {say(words.done)}
        </p>
      )}
    </>
  );
}

function Difference({ result }: { readonly result: JobResult | undefined }) {
  const say = useSay();
  const difference = result?.difference;
  if (difference === undefined) return undefined;
  const { added, gone, changed, touched, examples } = difference;
  return (
    <section aria-label={say(words.difference)}>
      <h3>{say(words.difference)}</h3>
      <dl className="facts">
        <dt>{say(words.added)}</dt>
        <dd>
          {added} <small>{examples.added.slice(0, shown).join("、")}</small>
        </dd>
        <dt>{say(words.gone)}</dt>
        <dd>
          {gone} <small>{examples.gone.slice(0, shown).join("、")}</small>
        </dd>
        <dt>{say(words.changed)}</dt>
        <dd>
          {changed}{" "}
          <small>
            {examples.changed
              .slice(0, shown)
              .map(({ address }) => address)
              .join("、")}
          </small>
        </dd>
      </dl>
      {touched > 0 && (
        <p className="note late">
          ▲ {say(words.touched)}: {examples.touched.map(({ number }) => number).join("、")}
        </p>
      )}
    </section>
  );
}

const shown = 20;
