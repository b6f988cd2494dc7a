import { useEffect, useRef, useState } from "react";
import { serverNow } from "../../api/server-time.ts";
import { useInstantWords } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import type { MadeFile } from "../files/photo.ts";
import { mWords } from "../words.ts";

interface VoiceProps {
  readonly number: string;
  readonly add: (file: MadeFile) => void;
}

/** A voice note ends by itself: a minute and a half is 300 KB. */
const longestMs = 90_000;
const bitsPerSecond = 24_000;

/** Speaks instead of writing, where the browser records. */
export function Voice({ number, add }: VoiceProps) {
  const say = useSay();
  const inWords = useInstantWords();
  const [recorder, setRecorder] = useState<MediaRecorder>();
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!("MediaRecorder" in window) || navigator.mediaDevices === undefined) return undefined;
  const start = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const made = new MediaRecorder(stream, { audioBitsPerSecond: bitsPerSecond });
      const parts: Blob[] = [];
      made.addEventListener("dataavailable", ({ data }) => parts.push(data));
      made.addEventListener("stop", () => {
        for (const track of stream.getTracks()) track.stop();
        setRecorder(undefined);
        void fileOf(
          parts,
          made.mimeType,
          `${say(mWords.voice)} ${number} ${inWords(new Date(serverNow()).toISOString()).replaceAll(":", ".")}`,
        ).then(add);
      });
      made.start();
      timer.current = setTimeout(() => made.stop(), longestMs);
      setFailed(false);
      setRecorder(made);
    } catch {
      setFailed(true);
    }
  };
  const stop = () => {
    clearTimeout(timer.current);
    recorder?.stop();
  };
  return (
    <>
      {recorder === undefined ? (
        <button type="button" className="plain" onClick={() => void start()}>
          {say(mWords.voice)}
        </button>
      ) : (
        <button type="button" className="recording" onClick={stop}>
          ■ {say(mWords.stopVoice)}
        </button>
      )}
      {failed && <p role="alert">{say(mWords.voiceFailed)}</p>}
    </>
  );
}

async function fileOf(parts: readonly Blob[], mimeType: string, name: string): Promise<MadeFile> {
  // The API takes a type without parameters: `audio/webm;codecs=opus` → `audio/webm`.
  const [type = "audio/webm"] = mimeType.split(";");
  const ending = type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm";
  const bytes = await new Blob([...parts], { type }).arrayBuffer();
  return { name: `${name}.${ending}`, type, bytes };
}
