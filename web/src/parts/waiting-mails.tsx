import { useQuery } from "@tanstack/react-query";
import { body } from "../api/client.ts";
import { useApi } from "../app/services.ts";
import { useSay } from "../words/words.ts";

const minute = 60_000;
export const waitingKey = ["quarantine", "count"] as const;

/** How many quarantined mails nobody has looked at, beside a word of a menu; nothing while there is none. */
export function WaitingMails() {
  const say = useSay();
  const api = useApi();
  const { data } = useQuery({
    queryKey: waitingKey,
    staleTime: minute,
    refetchInterval: minute,
    queryFn: ({ signal }) => body(api.GET("/quarantine/waiting", { signal })),
  });
  if (data === undefined || data.waiting === 0) return undefined;
  return (
    <span className="count">
      {data.waiting}
      <span className="quiet">{say({ zh: " 封隔离邮件待看", en: " quarantined mails to look at" })}</span>
    </span>
  );
}
