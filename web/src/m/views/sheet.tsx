import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { type ReplyVia, replyVias } from "../../../../lib/domain/complaint/events.ts";
import { defined } from "../../../../lib/domain/present.ts";
import { replyViaWords } from "../../../../lib/domain/words/channels.ts";
import { serverNow } from "../../api/server-time.ts";
import { LongText } from "../../parts/long-text.tsx";
import { At, useInstantWords } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { usePhone, usePhoneState } from "../context.ts";
import { photoOf } from "../files/job-photo.ts";
import type { MadeFile } from "../files/photo.ts";
import type { Job, Projected } from "../jobs/job.ts";
import type { ActionName } from "../outbox/entry.ts";
import type { Action } from "../phone.ts";
import type { Draft } from "../store/database.ts";
import { actionWords, mWords } from "../words.ts";
import { SignaturePad } from "./signature.tsx";
import { Voice } from "./voice.tsx";

interface ActionSheetProps {
  readonly job: Job;
  readonly nodes: Projected["nodes"];
  readonly command: ActionName;
  readonly act: (action: Action) => Promise<boolean>;
  readonly close: () => void;
}

/** Ways of telling that a handler on site has, the likeliest first. */
const ways: readonly ReplyVia[] = ["visit", "phone", "wechat", "sms", "posted"];

/** Text, photos, voice and signature of one action. What is begun outlives the page: cameras often end it. */
export function ActionSheet({ job, nodes, command, act, close }: ActionSheetProps) {
  const say = useSay();
  const { draft, keep } = useKeptDraft(job, command);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const title = `${say(actionWords[command])} · ${job.detail.number}`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft === undefined || isBusy) return;
    setBusy(true);
    const via = ways.find((one) => one === draft.via) ?? ways[0];
    const done = await act({
      command,
      values: {
        text: draft.text.trim() || say(textFor(draft.files)),
        ...defined({ nodeId: draft.nodeId }),
        ...(command === "resolve" && via !== undefined ? { via } : {}),
      },
      files: draft.files,
      draftId: draft.id,
    });
    setBusy(false);
    if (done) close();
  };
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={close}>
      <form onSubmit={(event) => void submit(event)}>
        <h2>{title}</h2>
        {draft !== undefined && (
          <>
            {command === "progress" && <Nodes nodes={nodes} draft={draft} keep={keep} />}
            {command === "resolve" && <Told draft={draft} keep={keep} />}
            <label>
              {say(mWords.says)}
              <LongText
                required={draft.files.length === 0 || command === "resolve"}
                longest={4000}
                value={draft.text}
                set={(text) => keep({ ...draft, text })}
              />
            </label>
            <Files job={job} draft={draft} keep={keep} />
          </>
        )}
        <div className="row">
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>
            {say(mWords.cancel)}
          </button>
          <button type="submit" disabled={isBusy || draft === undefined}>
            {say(mWords.submit)}
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface Drafted {
  readonly draft: Draft;
  readonly keep: (draft: Draft) => void;
}

/** The draft as it lies on the disk; undefined until it has been read. */
function useKeptDraft(job: Job, command: ActionName) {
  const phone = usePhone();
  const { personId } = usePhoneState();
  const id = `${personId}.${job.id}.${command}`;
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    phone.store.draft(id).then(
      (found) => setDraft(found ?? { id, text: "", files: [] }),
      () => setDraft({ id, text: "", files: [] }),
    );
  }, [phone, id]);
  const keep = (changed: Draft) => {
    setDraft(changed);
    void phone.store.keepDraft({ ...changed, changedAt: new Date(serverNow()).toISOString() });
  };
  return { draft, keep };
}

function textFor(files: readonly MadeFile[]) {
  if (files.some(({ type }) => type.startsWith("audio/"))) return mWords.voiceText;
  return files.some(({ type }) => type === "image/png") ? mWords.signedText : mWords.arrivedText;
}

/** D2: a node of the plan is done. */
function Nodes({ nodes, draft, keep }: Drafted & Pick<ActionSheetProps, "nodes">) {
  const say = useSay();
  if (nodes.length === 0) return undefined;
  const choose = (nodeId: string | undefined) => {
    const { nodeId: _, ...rest } = draft;
    keep(nodeId === undefined ? rest : { ...rest, nodeId });
  };
  return (
    <fieldset>
      <legend>{say(mWords.node)}</legend>
      <label className="choice">
        <input
          type="radio"
          name="node"
          checked={draft.nodeId === undefined}
          onChange={() => choose(undefined)}
        />
        {say(mWords.noNode)}
      </label>
      {nodes.map(({ id, text, dueAt }) => (
        <label className="choice" key={id}>
          <input type="radio" name="node" checked={draft.nodeId === id} onChange={() => choose(id)} />
          <span>
            {text} <At instant={dueAt} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** D6: how the customer was told the result. */
function Told({ draft, keep }: Drafted) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say(mWords.toldHow)}</legend>
      {ways
        .filter((via) => replyVias.includes(via))
        .map((via, index) => (
          <label className="choice" key={via}>
            <input
              type="radio"
              name="via"
              checked={draft.via === via || (draft.via === undefined && index === 0)}
              onChange={() => keep({ ...draft, via })}
            />
            {say.label(replyViaWords[via])}
          </label>
        ))}
    </fieldset>
  );
}

/** Photos, a voice note and the customer's signature. */
function Files({ job, draft, keep }: Drafted & { readonly job: Job }) {
  const say = useSay();
  const inWords = useInstantWords();
  const [failed, setFailed] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const add = (file: MadeFile) => keep({ ...draft, files: [...draft.files, file] });
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const pictures = [...(event.target.files ?? [])];
    event.target.value = "";
    try {
      const made: MadeFile[] = [];
      for (const picture of pictures) made.push(await photoOf(picture, job, say(mWords.photo), inWords));
      setFailed(false);
      keep({ ...draft, files: [...draft.files, ...made] });
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="files">
      <div className="row">
        <label className="button plain">
          {say(mWords.photo)}
          <input type="file" accept="image/*" capture="environment" onChange={(event) => void take(event)} />
        </label>
        <Voice number={job.detail.number} add={add} />
        <button type="button" className="plain" onClick={() => setSigning(true)}>
          {say(mWords.signature)}
        </button>
      </div>
      {failed && <p role="alert">{say(mWords.photoFailed)}</p>}
      {isSigning && (
        <SignaturePad
          number={job.detail.number}
          done={(file) => {
            setSigning(false);
            if (file !== undefined) add(file);
          }}
        />
      )}
      <ul>
        {draft.files.map((file) => (
          <li key={file.name}>
            {file.name}{" "}
            <button
              type="button"
              className="plain small"
              onClick={() => keep({ ...draft, files: draft.files.filter((one) => one !== file) })}
            >
              {say(mWords.remove)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
