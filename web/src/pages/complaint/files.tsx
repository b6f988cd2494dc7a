import { useState } from "react";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { Gallery, isPicture } from "../../parts/gallery.tsx";
import { useSay } from "../../words/words.ts";
import type { Complaint } from "./query.ts";

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

type StoredFile = Complaint["attachments"][number];
type LeftFile = NonNullable<Complaint["filesLeft"]>[number];

/** Files of the complaint: pictures as such, the others to be downloaded, and those that stand in the kept mail only. */
export function Files({ complaint: { id, attachments, filesLeft } }: { readonly complaint: Complaint }) {
  const say = useSay();
  if (attachments.length === 0 && filesLeft === undefined) return undefined;
  const pictures = attachments.filter(isPicture);
  return (
    <>
      <h2>
        {say({ zh: "附件", en: "Files" })} {attachments.length}
      </h2>
      {pictures.length > 0 && <Gallery complaintId={id} pictures={pictures} />}
      <ul className="files">
        {attachments
          .filter((file) => !isPicture(file))
          .map((file) => (
            <li key={file.id}>
              {file.contentType.startsWith("audio/") && <Sound complaintId={id} file={file} />}
              <Download complaintId={id} file={file} />
            </li>
          ))}
        {filesLeft?.map((file) => (
          <Left key={file.id} file={file} />
        ))}
      </ul>
    </>
  );
}

interface FileOf {
  readonly complaintId: string;
  readonly file: StoredFile;
}

/** The address of a file, asked for at the click: it works for a quarter of an hour only, and who asked is on record. */
function useAddress({ complaintId, file }: FileOf) {
  const api = useApi();
  const [failed, setFailed] = useState(false);
  const ask = async (use: (url: string) => void) => {
    try {
      const path = { id: complaintId, file: file.id };
      const { url } = await body(api.GET("/complaints/{id}/attachments/{file}/link", { params: { path } }));
      setFailed(false);
      use(url);
    } catch {
      setFailed(true);
    }
  };
  return { ask, failed };
}

function Failed() {
  const say = useSay();
  return <em role="alert"> {say({ zh: "暂时打不开，请重试", en: "Cannot be opened now; try again" })}</em>;
}

function Download({ complaintId, file }: FileOf) {
  const { ask, failed } = useAddress({ complaintId, file });
  return (
    <>
      <button type="button" className="link" onClick={() => void ask((url) => location.assign(url))}>
        {file.name ?? file.contentType}
      </button>{" "}
      <small>{sizeOf(file)}</small>
      {failed && <Failed />}
    </>
  );
}

/** The recording of a call, or a voice: opening the page hears nothing, so that whoever hears it is on record. */
function Sound({ complaintId, file }: FileOf) {
  const say = useSay();
  const { ask, failed } = useAddress({ complaintId, file });
  const [url, setUrl] = useState<string>();
  if (url === undefined)
    return (
      <>
        <button type="button" onClick={() => void ask(setUrl)}>
          ▶ {say({ zh: "播放", en: "Play" })}
        </button>{" "}
        {failed && <Failed />}
      </>
    );
  return <audio controls autoPlay src={url} aria-label={file.name ?? file.contentType} />;
}

function Left({ file }: { readonly file: LeftFile }) {
  const say = useSay();
  const reason = file.left === undefined ? undefined : whyLeft(file.left, file.contentType);
  return (
    <li>
      {file.name ?? file.contentType} {file.size > 0 && <small>{sizeOf(file)}</small>}{" "}
      {reason !== undefined && <em>{say(reason)}</em>}
    </li>
  );
}

/** Why a file does not lie here; a call's recording that is too large lies in no mail. */
function whyLeft(
  left: NonNullable<LeftFile["left"]>,
  contentType: string,
): { readonly zh: string; readonly en: string } {
  switch (left) {
    case "too-large":
      return contentType.startsWith("audio/")
        ? { zh: "太大，没有复制，请到呼叫中心调听", en: "too large, not copied: hear it at the call centre" }
        : { zh: "太大，在原始邮件里", en: "too large, in the kept mail" };
    case "too-many":
      return { zh: "附件太多，在原始邮件里", en: "too many files, in the kept mail" };
    case "unreachable":
      return { zh: "没有取到，请到呼叫中心调听", en: "could not be fetched: hear it at the call centre" };
    case "other-host":
      return { zh: "地址不在允许的名单里，没有复制", en: "not copied: its host is not on the list" };
    case "no-sound":
      return { zh: "取到的不是录音", en: "what came was no sound" };
    case "kept-no-longer":
      return { zh: "保存期满，已删除", en: "removed at the end of its retention" };
  }
}

function sizeOf({ size }: Pick<StoredFile, "size">): string {
  return size < megabyte ? `${Math.ceil(size / kilobyte)} KB` : `${(size / megabyte).toFixed(1)} MB`;
}
