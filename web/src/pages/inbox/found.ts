import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import type { Row } from "../../parts/open-complaints/row.ts";

/** Typing is over when no key came for so long. */
const settledMs = 300;
const least = 2;
const nothing: readonly Row[] = [];

/**
 * What the desk finds of the project beyond the open complaints at hand: rooms and numbers however they are typed, and words of
 * the last twelve months, closed ones too. Asked once a pause in the typing.
 */
export function useFound(projectId: string | undefined, typed: string): readonly Row[] {
  const api = useApi();
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ["found", projectId, q],
    enabled: projectId !== undefined && Array.from(q).length >= least,
    queryFn: async ({ signal }) => {
      const query = { q, ...defined({ projectId }) };
      return (await body(api.GET("/complaints", { params: { query }, signal }))).items;
    },
  });
  // What was found for other words is no answer to these.
  return q === typed.trim() ? (found.data ?? nothing) : nothing;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
