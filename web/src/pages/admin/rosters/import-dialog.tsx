import { useState } from "react";
import type { components } from "../../../api/schema.ts";
import { useSend } from "../../../app/services.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import type { Project } from "../../../parts/directory.ts";
import { FilePick } from "../../../parts/file-pick.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { save } from "../../../parts/save.ts";
import { useSay } from "../../../words/words.ts";
import { CheckBox } from "../parts/fields.tsx";
import { base64Of } from "../parts/files.ts";
import { useSendBody } from "../parts/put.ts";
import { RowReport } from "../parts/row-faults.tsx";
import { useSaving } from "../parts/saving.ts";

type Report = components["schemas"]["RosterReport"];

const words = {
  title: { zh: "导入值班表", en: "Import a roster" },
  template: { zh: "下载空白模板", en: "Download an empty file" },
  file: {
    zh: "选择文件（xlsx 或 csv），先检查，不写入",
    en: "Choose a file (xlsx or csv): it is looked at, nothing is written",
  },
  skip: { zh: "只导入正确的行", en: "Put in the right rows alone" },
  confirm: { zh: "确认导入，替换本月值班表", en: "Put it in, instead of this month's roster" },
};

interface ImportDialogProps {
  readonly project: Project;
  readonly month: string;
  readonly onClose: () => void;
}

/** A file is looked at row by row; only then it is put in. */
export function ImportDialog({ project, month, onClose }: ImportDialogProps) {
  const say = useSay();
  const raw = useSend();
  const send = useSendBody();
  const [file, setFile] = useState<{ readonly name: string; readonly content: string }>();
  const [report, setReport] = useState<Report>();
  const [skipFaulty, setSkip] = useState(false);
  const where = { projectId: project.id, month };
  const looking = useSaving(async (chosen: File) => {
    setReport(undefined);
    const table = { name: chosen.name, content: await base64Of(chosen) };
    setFile(table);
    setReport(await send<Report>("PUT", "/rosters?dryRun=true", { ...where, file: table }));
  });
  const importing = useSaving(
    () => send("PUT", "/rosters", { ...where, file, ...(skipFaulty ? { skipFaulty } : {}) }),
    ["roster"],
  );
  const template = useSaving(async () => {
    const answer = await raw(new Request("/rosters/template?format=xlsx"));
    save(await answer.blob(), `${say(words.title)}.xlsx`);
  });
  const error = looking.error ?? importing.error ?? template.error;
  return (
    <Dialog title={`${say(words.title)} · ${project.name} ${month}`} onClose={onClose}>
      {error !== undefined && <Trouble error={error} />}
      <p>
        <button type="button" className="plain" onClick={() => void template.run()}>
          {say(words.template)}
        </button>
      </p>
      <FilePick
        label={say(words.file)}
        accept=".xlsx,.csv"
        take={([chosen]) => {
          if (chosen !== undefined) void looking.run(chosen);
        }}
      />
      {report !== undefined && (
        <>
          <RowReport {...report} />
          {report.faults.length > 0 && report.valid > 0 && (
            <CheckBox label={say(words.skip)} checked={skipFaulty} set={setSkip} />
          )}
          <button
            type="button"
            disabled={importing.busy || report.valid === 0 || (report.faults.length > 0 && !skipFaulty)}
            onClick={() => void importing.run().then((taken) => taken && onClose())}
          >
            {say(words.confirm)}
          </button>
        </>
      )}
    </Dialog>
  );
}
