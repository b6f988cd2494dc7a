import { useState } from "react";
import { Link } from "react-router";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import type { components } from "../../../api/schema.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { Faults, SelectBox, TextBox } from "../parts/fields.tsx";
import { JobProgress, resultOf, useJob } from "../parts/job.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import type { Person } from "./model.ts";
import { words as personWords } from "./words.ts";

type Preview = components["schemas"]["HandoverPreview"];

const words = {
  title: { zh: "工作移交", en: "Hand the work over" },
  to: { zh: "移交给", en: "To whom" },
  look: { zh: "下一步：看看移交什么", en: "Next: what goes over" },
  goesOver: { zh: "将移交的全部内容", en: "Everything that goes over" },
  complaints: { zh: "未结投诉", en: "Open complaints" },
  more: { zh: "只列前一百条", en: "only the first hundred are listed" },
  groups: { zh: "群体", en: "Groups" },
  shifts: { zh: "值班", en: "Shifts on rosters" },
  posts: { zh: "岗位", en: "Posts" },
  substitute: { zh: "作为代理人", en: "As a substitute of" },
  none: { zh: "无", en: "none" },
  last: { zh: "最后工作日", en: "Last day" },
  confirm: { zh: "确认移交", en: "Hand it over" },
  back: { zh: "返回", en: "Back" },
  done: { zh: "移交完成", en: "Handed over" },
  count: { zh: "条投诉已移交", en: "complaints went over" },
};

interface HandoverDialogProps {
  readonly from: Person;
  readonly onClose: () => void;
}

/** Three steps: to whom, what goes over, how far it is. Nothing moves before it was seen and confirmed. */
export function HandoverDialog({ from, onClose }: HandoverDialogProps) {
  const say = useSay();
  const send = useSendBody();
  const [to, setTo] = useState("");
  const [leavesOn, setLeavesOn] = useState(from.leavesOn ?? "");
  const [preview, setPreview] = useState<Preview>();
  const [jobId, setJobId] = useState<string>();
  const [key] = useState(() => crypto.randomUUID());
  const { people } = useEverybody();
  const path = `/people/${encodeURIComponent(from.id)}/handover`;
  const asked = { to, ...(leavesOn === "" ? {} : { leavesOn }) };
  const looking = useSaving(async () => {
    setPreview(await send<Preview>("POST", path, { ...asked, confirm: false }));
  });
  const confirming = useSaving(
    async () =>
      setJobId((await send<{ jobId: string }>("POST", path, { ...asked, confirm: true }, key)).jobId),
    ["people"],
    ["person"],
  );
  const error = looking.error ?? confirming.error;
  return (
    <Dialog title={`${say(words.title)} · ${from.name}`} onClose={onClose}>
      {error !== undefined && <Trouble error={error} />}
      {jobId !== undefined ? (
        <Outcome jobId={jobId} onClose={onClose} />
      ) : preview !== undefined ? (
        <>
          <Holdings preview={preview} />
          <div className="row-buttons">
            <button type="button" disabled={confirming.busy} onClick={() => void confirming.run()}>
              {say(words.confirm)}
            </button>
            <button type="button" className="plain" onClick={() => setPreview(undefined)}>
              {say(words.back)}
            </button>
          </div>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void looking.run();
          }}
        >
          <Faults error={looking.error}>
            <SelectBox
              label={say(words.to)}
              path="to"
              empty={say(uiWords.choose)}
              value={to}
              set={setTo}
              choices={people
                .filter(({ id }) => id !== from.id)
                .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
            />
            <TextBox
              label={say(personWords.leavesOn)}
              path="leavesOn"
              type="date"
              optional
              value={leavesOn}
              set={setLeavesOn}
            />
          </Faults>
          <button type="submit" disabled={looking.busy}>
            {say(words.look)}
          </button>
        </form>
      )}
    </Dialog>
  );
}

function Holdings({ preview }: { readonly preview: Preview }) {
  const say = useSay();
  const { nameOf } = useEverybody();
  const { data: projects = [] } = useProjects();
  const projectOf = (projectId: string) => projects.find(({ id }) => id === projectId)?.name ?? projectId;
  const { complaints, groups, shifts, posts, substituteOf, leavesOn } = preview;
  const list = (entries: readonly string[]) => (entries.length === 0 ? say(words.none) : entries.join("、"));
  return (
    <section aria-label={say(words.goesOver)}>
      <h3>{say(words.goesOver)}</h3>
      <dl className="facts">
        <dt>{say(words.last)}</dt>
        <dd>{leavesOn}</dd>
        <dt>{say(words.complaints)}</dt>
        <dd>
          <strong>{complaints.count}</strong>{" "}
          {complaints.listed.map(({ id, number }) => (
            <Link key={id} to={`/c/${id}`} className="chip">
              {number}
            </Link>
          ))}
          {complaints.count > complaints.listed.length && <small> {say(words.more)}</small>}
        </dd>
        <dt>{say(words.groups)}</dt>
        <dd>
          {groups.length === 0
            ? say(words.none)
            : groups.map((id) => (
                <Link key={id} to={`/g/${id}`} className="chip">
                  {id}
                </Link>
              ))}
        </dd>
        <dt>{say(words.shifts)}</dt>
        <dd>
          {list(shifts.map(({ projectId, month, count }) => `${projectOf(projectId)} ${month} × ${count}`))}
        </dd>
        <dt>{say(words.posts)}</dt>
        <dd>
          {list(
            posts.map(({ post, projectId, region }) =>
              [say(wordsFor(postWords, post)), projectId === undefined ? region : projectOf(projectId)]
                .filter((part) => part !== undefined)
                .join(" "),
            ),
          )}
        </dd>
        <dt>{say(words.substitute)}</dt>
        <dd>{list(substituteOf.map(nameOf))}</dd>
      </dl>
    </section>
  );
}

function Outcome({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const say = useSay();
  const { data } = useJob(jobId);
  const result = resultOf(data);
  return (
    <>
      <JobProgress jobId={jobId} />
      {result !== undefined && (
        <p className="note good" role="status">
          ✓ {say(words.done)}: {result.changed} {say(words.count)}
        </p>
      )}
      <button type="button" className="plain" onClick={onClose}>
        {say(uiWords.close)}
      </button>
    </>
  );
}
