import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TestedWay } from "../../../../../lib/domain/services/terms.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { words } from "./words.ts";

type Test = components["schemas"]["ServiceTest"];

const lookAgainMs = 1000;

/** A test message to oneself, and what the service said. */
export function Trial({ way }: { readonly way: TestedWay }) {
  const say = useSay();
  const api = useApi();
  const send = useSendBody();
  const [id, setId] = useState<string>();
  const asking = useSaving(async () => {
    setId(undefined);
    setId((await send<Test>("POST", `/service-tests/${way}`, {}, crypto.randomUUID())).id);
  });
  const { data } = useQuery<Test>({
    queryKey: ["service-test", id],
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? lookAgainMs : false),
    queryFn: ({ signal }) =>
      body(api.GET("/service-tests/{id}", { params: { path: { id: id ?? "" } }, signal })),
  });
  const waits = id !== undefined && (data === undefined || data.state === "waiting");
  return (
    <>
      <button
        type="button"
        className="plain"
        disabled={asking.busy || waits}
        onClick={() => void asking.run()}
      >
        {say(words.test)}
      </button>
      {asking.error !== undefined && <Trouble error={asking.error} />}
      {waits && <small role="status">{say(words.testing)}</small>}
      {data?.state === "sent" && (
        <small role="status" className="good">
          {say(words.sent)}
        </small>
      )}
      {data?.state === "failed" && (
        <small role="alert" className="late">
          {say(words.failed)}：{data.reason}
        </small>
      )}
    </>
  );
}
