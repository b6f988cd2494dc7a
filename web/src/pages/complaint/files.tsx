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

/** The address is asked for at the click: it works for a quarter of an hour only. */
function Download({ complaintId, file }: { readonly complaintId: string; readonly file: StoredFile }) {
  const api = useApi();
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const open = async () => {
    try {
      const path = { id: complaintId, file: file.id };
      const { url } = await body(api.GET("/complaints/{id}/attachments/{file}/link", { params: { path } }));
      setFailed(false);
      location.assign(url);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="link" onClick={() => void open()}>
        {file.name ?? file.contentType}
      </button>{" "}
      <small>{sizeOf(file)}</small>
      {failed && (
        <em role="alert"> {say({ zh: "暂时打不开，请重试", en: "Cannot be opened now; try again" })}</em>
      )}
    </>
  );
}

function Left({ file }: { readonly file: LeftFile }) {
  const say = useSay();
  const reason =
    file.left === "too-large"
      ? { zh: "太大，在原始邮件里", en: "too large, in the kept mail" }
      : { zh: "附件太多，在原始邮件里", en: "too many files, in the kept mail" };
  return (
    <li>
      {file.name ?? file.contentType} <small>{sizeOf(file)}</small> <em>{say(reason)}</em>
    </li>
  );
}

function sizeOf({ size }: Pick<StoredFile, "size">): string {
  return size < megabyte ? `${Math.ceil(size / kilobyte)} KB` : `${(size / megabyte).toFixed(1)} MB`;
}
