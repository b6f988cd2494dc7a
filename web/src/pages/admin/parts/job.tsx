import { useQuery } from "@tanstack/react-query";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";

export type Job = components["schemas"]["Job"];
export type JobResult = Extract<NonNullable<Job["result"]>, { kind: string }>;

const words = {
  running: { zh: "正在处理", en: "Under way" },
  failed: { zh: "没有完成", en: "It was not completed" },
  again: { zh: "下列投诉稍后自动再试", en: "These are tried again later" },
};
const lookAgainMs = 1000;

/** How far a job is, asked every second until it ends. */
export function useJob(jobId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["job", jobId],
    enabled: jobId !== undefined,
    queryFn: ({ signal }) => body(api.GET("/jobs/{id}", { params: { path: { id: jobId ?? "" } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? lookAgainMs : false),
  });
}

/** The result of a job about complaints, once it is there. */
export function resultOf(job: Job | undefined): JobResult | undefined {
  return job?.result !== undefined && "kind" in job.result ? job.result : undefined;
}

/** Progress while it runs, and what could not be done. */
export function JobProgress({ jobId }: { readonly jobId: string }) {
  const say = useSay();
  const { data, error } = useJob(jobId);
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined || data.state === "running") {
    return (
      <p role="status">
        {say(words.running)} <progress value={data?.done ?? 0} max={Math.max(data?.total ?? 1, 1)} />{" "}
        {data?.done ?? 0}/{data?.total ?? "…"}
      </p>
    );
  }
  return (
    <>
      {data.state === "failed" && <p className="note late">{say(words.failed)}</p>}
      {data.errors.length > 0 && (
        <p className="note soon">
          {say(words.again)}: {data.errors.slice(0, 20).join(", ")}
        </p>
      )}
    </>
  );
}
