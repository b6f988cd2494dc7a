import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { knownFile } from "./known-files.ts";

const unnamed = { zh: "已上传的文件", en: "uploaded file" };

/** A file that the store has and the form names. */
export function Arrived({ uploadId, remove }: { readonly uploadId: string; readonly remove: () => void }) {
  const say = useSay();
  const file = knownFile(uploadId);
  const name = file?.name ?? say(unnamed);
  return (
    <li>
      {file?.picture !== undefined && <img className="thumb" src={file.picture} alt="" />}
      <span className="one-line">✓ {name}</span>
      <button type="button" className="plain" aria-label={`${say(uiWords.remove)} ${name}`} onClick={remove}>
        ×
      </button>
    </li>
  );
}
