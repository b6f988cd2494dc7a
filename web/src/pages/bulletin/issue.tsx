import { useState } from "react";
import { Link } from "react-router";
import { Dialog } from "../../parts/dialog.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { useBuild, useMonthFiles } from "../months/query.ts";
import { useSubmissions } from "./query.ts";
import { useEnded } from "./submissions.tsx";

const words = {
  build: { zh: "先生成一版", en: "Build an edition first" },
  building: { zh: "正在生成，完成后即可预览。", en: "Being made; then the bulletin can be read here." },
  issue: { zh: "发出通报", en: "Issue the bulletin" },
  again: { zh: "再次发出通报", en: "Issue the bulletin again" },
  asks: {
    zh: "将按此刻的记录生成通报版，并邮件通知总部和各管理处。发出的版本不能修改，改动要再发一版。",
    en: "The bulletin's edition is made from the records of this moment and announced by mail to headquarters and every office. It cannot be changed afterwards; a change is another edition.",
  },
  confirm: { zh: "确认发出", en: "Issue now" },
  issuing: {
    zh: "正在生成通报版，完成后在文件页可下载，并邮件通知各管理处。",
    en: "The bulletin's edition is being made; it will be among the files, and offices are told by mail.",
  },
  issued: { zh: "通报版已发出：第 {n} 版，", en: "The bulletin is out: edition {n}, " },
  runs: { zh: "本期结束后才能发出通报。", en: "The bulletin is issued once the period has ended." },
  files: { zh: "到文件页", en: "To the files" },
};

interface IssueProps {
  readonly month: string;
  /** Whether there is an edition to be read before anything is announced. */
  readonly readable: boolean;
}

/** From the preview to the bulletin's own edition (D14), asked once more since every office hears of it. */
export function Issue({ month, readable }: IssueProps) {
  const say = useSay();
  const build = useBuild(month);
  const files = useMonthFiles(month);
  const ended = useEnded(month, useSubmissions(month).data?.items[0]?.dueAt);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [asking, setAsking] = useState(false);
  const running = files.data?.runs.some(({ state }) => state === "running") === true;
  const out = files.data?.editions.find(({ stage, from }) => stage === "bulletin" && from === undefined);
  const start = (bulletin?: true) =>
    build.mutate(bulletin === undefined ? { key } : { key, bulletin }, {
      onSuccess: () => setKey(crypto.randomUUID()),
      onSettled: () => setAsking(false),
    });
  const label = say(out === undefined ? words.issue : words.again);
  return (
    <>
      {out !== undefined && (
        <p className="note good">
          {say(words.issued).replace("{n}", String(out.edition))}
          <At instant={out.madeAt} />
        </p>
      )}
      <div className="row-buttons">
        <button
          type="button"
          disabled={running || build.isPending || (readable && !ended)}
          onClick={() => (readable ? setAsking(true) : start())}
        >
          {readable ? label : say(words.build)}
        </button>
        <Link to={`/months/${month}`}>{say(words.files)}</Link>
        {readable && !ended && <small>{say(words.runs)}</small>}
        <span role="status">
          {(running || build.isSuccess) && say(readable ? words.issuing : words.building)}
        </span>
        {build.error !== null && <Trouble error={build.error} />}
      </div>
      {asking && (
        <Dialog title={label} onClose={() => setAsking(false)}>
          <p>{say(words.asks)}</p>
          <button type="button" disabled={build.isPending} onClick={() => start(true)}>
            {say(words.confirm)}
          </button>
        </Dialog>
      )}
    </>
  );
}
