import { useState } from "react";
import { Link } from "react-router";
import { statusWords } from "../../../../lib/domain/words/complaint.ts";
import { hasArrivedBefore } from "../../api/arrived.ts";
import { Countdown, urgentClock } from "../../parts/clocks.tsx";
import { useGiveCommand } from "../../parts/command/give.ts";
import { openStatuses } from "../../parts/open-statuses.ts";
import { placeOf } from "../../parts/place.ts";
import { useTrouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import type { Row } from "./query.ts";

const words = {
  title: { zh: "该号码/房号的投诉", en: "Complaints of this number or home" },
  none: {
    zh: "输入电话或房号后，这里显示以前和未结的投诉。",
    en: "Type a number or home to see earlier and open complaints.",
  },
  urge: { zh: "催办这一件", en: "They urge this one" },
  urged: { zh: "已记催办", en: "Urge recorded" },
  home: { zh: "同一房号", en: "Same home" },
};

interface EarlierProps {
  readonly rows: readonly Row[] | undefined;
  /** Takes over name and home of a row; fails where the server does not show them. */
  readonly onHome: (row: Row) => Promise<void>;
  readonly matter: string;
}

/** What the caller's home has complained of before: open ones first, to be urged instead of registered again. */
export function Earlier({ rows, onHome, matter }: EarlierProps) {
  const say = useSay();
  const sorted = (rows ?? []).toSorted(
    (a, b) => Number(openStatuses.has(b.status)) - Number(openStatuses.has(a.status)),
  );
  return (
    <aside className="panel earlier" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {sorted.length === 0 && <p>{say(words.none)}</p>}
      {sorted.map((row) => (
        <EarlierRow key={row.id} row={row} onHome={onHome} matter={matter} />
      ))}
    </aside>
  );
}

function EarlierRow({ row, onHome, matter }: Omit<EarlierProps, "rows"> & { readonly row: Row }) {
  const say = useSay();
  const give = useGiveCommand();
  const trouble = useTrouble();
  const [said, setSaid] = useState<string>();
  // Tapped again after a lost answer it is the same urge.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const clock = urgentClock(row.clocks);
  const open = openStatuses.has(row.status);
  const urge = async () => {
    const text = matter.trim();
    const { id: complaintId, version } = row;
    const values = text === "" ? {} : { text };
    try {
      await give({ complaintId, command: "urge", version, values, idempotencyKey });
      setKey(crypto.randomUUID());
      setSaid(say(words.urged));
    } catch (error) {
      if (hasArrivedBefore(error)) setKey(crypto.randomUUID());
      setSaid(trouble(error));
    }
  };
  const takeHome = () => {
    onHome(row).catch((error: unknown) => setSaid(trouble(error)));
  };
  return (
    <div className="earlier-row">
      <div>
        <Link to={`/c/${row.id}`}>{row.number}</Link> {say.label(statusWords[row.status])}{" "}
        <small>
          <At instant={row.receivedAt} /> {row.complainant.name} {placeOf(row.location)}
        </small>
      </div>
      <div className="text">{row.matter}</div>
      {open && clock !== undefined && <Countdown clock={clock} />}
      <div className="row-buttons">
        {open && (
          <button type="button" className="plain" onClick={() => void urge()}>
            {say(words.urge)}
          </button>
        )}
        <button type="button" className="plain" onClick={takeHome}>
          {say(words.home)}
        </button>
        {said !== undefined && <small role="status">{said}</small>}
      </div>
    </div>
  );
}
