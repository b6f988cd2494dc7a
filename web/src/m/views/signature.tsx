import { type PointerEvent, useEffect, useRef, useState } from "react";
import { serverNow } from "../../api/server-time.ts";
import { useInstantWords } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { blobOf, type MadeFile } from "../files/photo.ts";
import { mWords } from "../words.ts";

interface SignaturePadProps {
  readonly number: string;
  /** Undefined: not signed after all. */
  readonly done: (file: MadeFile | undefined) => void;
}

/** The customer signs with a finger. The picture says for which complaint and when, so that it is good for no other. */
export function SignaturePad({ number, done }: SignaturePadProps) {
  const say = useSay();
  const inWords = useInstantWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  useEffect(() => blank(canvas.current), []);
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = penOf(canvas.current);
    if (pen === undefined || (event.type === "pointermove" && event.buttons === 0)) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * event.currentTarget.width;
    const y = ((event.clientY - top) / height) * event.currentTarget.height;
    if (event.type === "pointerdown") {
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineTo(x, y);
    pen.stroke();
    setEmpty(false);
  };
  const keep = async () => {
    const pad = canvas.current;
    const pen = penOf(pad);
    if (pad === null || pen === undefined) return;
    const at = inWords(new Date(serverNow()).toISOString());
    pen.fillText(`${number} · ${at}`, 10, pad.height - 10);
    const blob = await blobOf(pad, "image/png");
    const name = `${say(mWords.signature)} ${number} ${at.replaceAll(":", ".")}.png`;
    done({ name, type: "image/png", bytes: await blob.arrayBuffer() });
  };
  return (
    <div className="signature">
      <p>{say(mWords.signHere)}</p>
      <canvas
        ref={canvas}
        width={640}
        height={320}
        aria-label={say(mWords.signHere)}
        role="img"
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <div className="row">
        <button type="button" className="plain" onClick={() => done(undefined)}>
          {say(mWords.cancel)}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            blank(canvas.current);
            setEmpty(true);
          }}
        >
          {say(mWords.clear)}
        </button>
        <button type="button" disabled={isEmpty} onClick={() => void keep()}>
          {say(mWords.useSignature)}
        </button>
      </div>
    </div>
  );
}

function penOf(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | undefined {
  const pen = canvas?.getContext("2d") ?? undefined;
  if (pen === undefined) return undefined;
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = "#123";
  pen.fillStyle = "#456";
  pen.font = "18px system-ui, sans-serif";
  return pen;
}

function blank(canvas: HTMLCanvasElement | null): void {
  const pen = penOf(canvas);
  if (canvas === null || pen === undefined) return;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
}
