import { useEffect, useId, useRef } from "react";
import { useSay } from "../words/words.ts";

interface LongTextProps {
  readonly id?: string;
  readonly described?: string | undefined;
  readonly required?: boolean;
  /** Characters that are taken; more can be typed, but not sent. */
  readonly longest: number | undefined;
  /** It may begin with a phrase: a blank that was left in it is not sent to anybody. */
  readonly hasBlanks?: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** As phrases have them. */
const blank = "____";

/** The counter is shown once so much of the room is used. */
const nearlyFull = 0.8;

/** Text of several lines. What is pasted is never cut: what is too long says by how much, and is not sent. */
export function LongText(props: LongTextProps) {
  const { id, described, required = false, longest, hasBlanks = false, value, set } = props;
  const say = useSay();
  const countId = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  // As the server counts, by characters; what is sent has no space around it.
  const used = Array.from(value.trim()).length;
  const over = longest === undefined ? 0 : used - longest;
  const tooLong =
    over > 0
      ? say({
          zh: `超出 ${over} 字，最多 ${longest} 字：请精简，全文可作为附件上传。`,
          en: `${over} characters too many (at most ${longest}): shorten it; the whole text may go along as a file.`,
        })
      : "";
  const unfilled =
    hasBlanks && value.includes(blank)
      ? say({ zh: "常用语里还有“____”没有填写。", en: "A blank (____) of the phrase is not filled in." })
      : "";
  useEffect(() => ref.current?.setCustomValidity(tooLong || unfilled), [tooLong, unfilled]);
  const isShown = longest !== undefined && used > longest * nearlyFull;
  return (
    <>
      <textarea
        ref={ref}
        id={id}
        aria-describedby={[described, isShown ? countId : undefined].filter(Boolean).join(" ") || undefined}
        aria-invalid={described !== undefined || over > 0}
        required={required}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      {isShown && (
        <small id={countId} className={over > 0 ? "fault" : undefined}>
          {over > 0 ? tooLong : `${used} / ${longest}`}
        </small>
      )}
    </>
  );
}
