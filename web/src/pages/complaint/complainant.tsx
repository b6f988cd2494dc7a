import { type ReactNode, useState } from "react";
import { type ShownReason, shownReasons } from "../../../../lib/domain/person-data/read.ts";
import { complainantKindWords } from "../../../../lib/domain/words/complaint.ts";
import { shownReasonWords } from "../../../../lib/domain/words/person-data.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { type Disclosed, useDisclose } from "../../parts/disclose.ts";
import { placeOf } from "../../parts/place.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Complaint } from "./query.ts";

const words = {
  show: { zh: "显示", en: "Show" },
  hide: { zh: "隐藏", en: "Hide" },
  why: { zh: "查看投诉人信息的用途", en: "What the complainant is shown for" },
  logged: { zh: "已记下您查看了投诉人信息。", en: "It is on record that you were shown who complained." },
};

/** Who complained: masked, until somebody who may asks to be shown it and says what for. */
export function Complainant({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const [shown, setShown] = useState<Disclosed>();
  return (
    <>
      <dl className="facts">
        <Told complaint={complaint} shown={shown} />
      </dl>
      {complaint.mayShow &&
        (shown === undefined ? (
          <Ask complaint={complaint} onShown={setShown} />
        ) : (
          <div className="row-buttons">
            <button type="button" className="plain" onClick={() => setShown(undefined)}>
              {say(words.hide)}
            </button>
            <small role="status">{say(words.logged)}</small>
          </div>
        ))}
    </>
  );
}

function Told({
  complaint,
  shown,
}: {
  readonly complaint: Complaint;
  readonly shown: Disclosed | undefined;
}) {
  const say = useSay();
  const { anonymous, kind, ...masked } = complaint.complainant;
  const { name, phone, email } = shown ?? masked;
  const said: readonly (readonly [string, ReactNode])[] = [
    ["name", anonymous ? [say.label(uiWords.anonymous), name].filter(Boolean).join(" ") : name],
    ["kind", kind === undefined ? undefined : say.label(wordsFor(complainantKindWords, kind))],
    ["phone", shown?.phone === undefined ? phone : <a href={`tel:${shown.phone}`}>{shown.phone}</a>],
    ["email", email],
    ["signatories", shown?.signatories ?? complaint.signatories],
    ["location", placeOf(shown?.location ?? complaint.location)],
  ];
  return said
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([field, value]) => (
      <div className="fact" key={field}>
        <dt>{say.label(fieldLabel(field))}</dt>
        <dd>{value}</dd>
      </div>
    ));
}

interface AskProps {
  readonly complaint: Complaint;
  readonly onShown: (shown: Disclosed) => void;
}

/** One tap with the commonest reason; another reason is chosen first. */
function Ask({ complaint, onShown }: AskProps) {
  const say = useSay();
  const disclose = useDisclose();
  const [reason, setReason] = useState<ShownReason>("contact");
  const [error, setError] = useState<unknown>();
  const ask = () => {
    setError(undefined);
    disclose(complaint.id, reason).then(onShown, setError);
  };
  return (
    <>
      <div className="row-buttons">
        <button type="button" className="plain" onClick={ask}>
          {say(words.show)}
        </button>
        <select
          aria-label={say(words.why)}
          value={reason}
          onChange={({ target }) => setReason(shownReasons.find((one) => one === target.value) ?? reason)}
        >
          {shownReasons.map((one) => (
            <option key={one} value={one}>
              {say(shownReasonWords[one])}
            </option>
          ))}
        </select>
      </div>
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}
