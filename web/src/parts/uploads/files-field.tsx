import { type ClipboardEvent, type DragEvent, useEffect, useId, useRef } from "react";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { aside, useSay } from "../../words/words.ts";
import { FilePick } from "../file-pick.tsx";
import { useTrouble } from "../refusal.tsx";
import { Arrived } from "./arrived.tsx";
import { rememberFile } from "./known-files.ts";
import { type Sending, useUploads } from "./use-uploads.ts";
import "./uploads.css";

interface FilesFieldProps {
  /** Ids of files that the store has. */
  readonly value: readonly string[];
  readonly set: (uploadIds: readonly string[]) => void;
  readonly fault?: string | undefined;
}

const words = {
  pick: { zh: "选择照片或文件", en: "Choose photos or files" },
  drop: { zh: "也可拖入或粘贴；每个不超过 25 MB", en: "or drop or paste them here; at most 25 MB each" },
  onTheWay: { zh: "正在上传，请稍候再提交", en: "Still on their way: wait before you submit" },
  failed: {
    zh: "有文件没有上传成功：请重试，或移除后再提交",
    en: "Some files did not arrive: try again or remove them before you submit",
  },
  retry: { zh: "重试", en: "Try again" },
  retryAll: { zh: "全部重试", en: "Try all again" },
};

/** Photos and files: chosen, dropped or pasted, they leave at once; the form names those that have arrived. */
export function FilesField({ value, set, fault }: FilesFieldProps) {
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Two may arrive before the form is drawn again.
  const ids = useRef(value);
  ids.current = value;
  const change = (next: readonly string[]) => {
    ids.current = next;
    set(next);
  };
  const uploads = useUploads((uploadId, file) => {
    rememberFile(uploadId, file);
    change([...ids.current, uploadId]);
  });
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) uploads.add([...files]);
  };
  const failed = uploads.sending.filter(({ error }) => error !== undefined).length;
  const waits = uploads.sending.length > failed;
  // A form without some of its files is not complete: the browser says so and does not send it.
  const notYet = waits ? say(words.onTheWay) : failed > 0 ? say(words.failed) : "";
  useEffect(() => input.current?.setCustomValidity(notYet), [notYet]);
  return (
    <div
      className="field drop"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
    >
      <label className="label" htmlFor={id}>
        {say.label(fieldLabel("attachments"))}
        <small>{say(uiWords.optional)}</small>
      </label>
      <FilePick
        id={id}
        described={fault && `${id}-fault`}
        input={input}
        multiple
        label={say(words.pick)}
        take={take}
      />
      <small>{say(words.drop)}</small>
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      <ul className="uploads">
        {value.map((uploadId) => (
          <Arrived
            key={uploadId}
            uploadId={uploadId}
            remove={() => change(ids.current.filter((other) => other !== uploadId))}
          />
        ))}
        {uploads.sending.map((one) => (
          <OnTheWay
            key={one.key}
            one={one}
            retry={() => uploads.retry(({ key }) => key === one.key)}
            remove={() => uploads.remove(one.key)}
          />
        ))}
      </ul>
      <Progress
        arrived={value.length}
        waiting={uploads.sending.length - failed}
        failed={failed}
        retryAll={() => uploads.retry(() => true)}
      />
    </div>
  );
}

interface ProgressProps {
  readonly arrived: number;
  readonly waiting: number;
  readonly failed: number;
  readonly retryAll: () => void;
}

/** How far all of them are: fifty photos are no list that anybody counts. */
function Progress({ arrived, waiting, failed, retryAll }: ProgressProps) {
  const say = useSay();
  return (
    <>
      {waiting > 0 && (
        <p role="status">
          {say(words.onTheWay)}
          {aside(say, `${arrived} / ${arrived + waiting + failed}`)}
        </p>
      )}
      {failed > 0 && waiting === 0 && (
        <p role="alert">
          <span className="fault">
            {say(words.failed)}
            {aside(say, String(failed))}
          </span>{" "}
          {failed > 1 && (
            <button type="button" className="plain" onClick={retryAll}>
              {say(words.retryAll)}
            </button>
          )}
        </p>
      )}
    </>
  );
}

interface OnTheWayProps {
  readonly one: Sending;
  readonly retry: () => void;
  readonly remove: () => void;
}

function OnTheWay({ one: { file, share, error }, retry, remove }: OnTheWayProps) {
  const say = useSay();
  const trouble = useTrouble();
  return (
    <li>
      <span className="one-line">{file.name}</span>
      {error === undefined ? (
        <progress value={share} max={1} aria-label={file.name} />
      ) : (
        <>
          <span className="fault" role="alert">
            {trouble(error)}
          </span>
          <button type="button" className="plain" onClick={retry}>
            {say(words.retry)}
          </button>
          <button
            type="button"
            className="plain"
            aria-label={`${say(uiWords.cancel)} ${file.name}`}
            onClick={remove}
          >
            ×
          </button>
        </>
      )}
    </li>
  );
}
