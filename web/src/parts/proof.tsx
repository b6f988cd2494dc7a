import { useQuery } from "@tanstack/react-query";
import { auditFaultWords } from "../../../lib/domain/words/audit.ts";
import { clockWords } from "../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../lib/domain/words/words.ts";
import { body } from "../api/client.ts";
import type { components } from "../api/schema.ts";
import { useApi } from "../app/services.ts";
import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";
import { Trouble } from "./refusal.tsx";
import { At } from "./time.tsx";
import "./proof.css";

type ProofView = components["schemas"]["ComplaintProof"];
type ProofFault = ProofView["faults"][number];

const words = {
  check: { zh: "核对经过是否被改动", en: "Check that nothing was changed" },
  intact: { zh: "核对一致，没有改动。", en: "Everything agrees; nothing was changed." },
  broken: { zh: "核对不一致，请告知管理员：", en: "Something does not agree; tell the administrator:" },
  head: { zh: "末条指纹", en: "Fingerprint of the newest entry" },
  keep: {
    zh: "记下它，以后可以证明此前的经过没有改动。",
    en: "Written down, it proves later that nothing before it was changed.",
  },
};

/** A history, by its complaint's id or number, checked at a tap: what was looked at, whether it agrees, and the fingerprint to keep. */
export function Proof({ id }: { readonly id: string }) {
  const say = useSay();
  const api = useApi();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["proof", id],
    enabled: false,
    gcTime: 0,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/proof", { params: { path: { id } }, signal })),
  });
  return (
    <div className="proof">
      <button type="button" className="plain" disabled={isFetching} onClick={() => void refetch()}>
        {say(isFetching ? uiWords.loading : words.check)}
      </button>
      {error !== null && <Trouble error={error} />}
      {data !== undefined && <Proved proof={data} />}
    </div>
  );
}

function Proved({ proof }: { readonly proof: ProofView }) {
  const say = useSay();
  const { events, values, erased, clocks, head, faults, checkedAt } = proof;
  const checked = {
    zh: `重算了 ${events} 条经过的指纹（每条连着上一条）、${values} 项个人信息和文字${erased > 0 ? `（另有 ${erased} 项已按要求删除）` : ""}、${clocks} 个时限，并重放出现在的状态。`,
    en: `Computed anew: the fingerprints of ${events} entries, each over the one before; ${values} personal values and texts${erased > 0 ? ` (${erased} more were erased on request)` : ""}; ${clocks} limits; and the state that the history gives.`,
  };
  return (
    <div className={faults.length === 0 ? "note good" : "note late"} role="status">
      <p>
        {faults.length === 0 ? "✓ " : "▲ "}
        {say(faults.length === 0 ? words.intact : words.broken)}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.fault} ${fault.seq} ${fault.clock}`}>
              <FaultSaid fault={fault} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <small>
          <At instant={checkedAt} /> {say(checked)}
        </small>
      </p>
      <p>
        <small>
          {say(words.head)} <code className="fingerprint">{head}</code> {say(words.keep)}
        </small>
      </p>
    </div>
  );
}

function FaultSaid({ fault: { fault, seq, clock } }: { readonly fault: ProofFault }) {
  const say = useSay();
  const what =
    clock === undefined
      ? seq === undefined
        ? ""
        : say({ zh: `第 ${seq} 条`, en: `Entry ${seq}` })
      : say.label(wordsFor(clockWords, clock.split("#")[0] ?? clock));
  return (
    <>
      {what} {say(auditFaultWords[fault])}
    </>
  );
}
