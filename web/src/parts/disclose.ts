import { useCallback } from "react";
import type { ShownReason } from "../../../lib/domain/person-data/read.ts";
import { body } from "../api/client.ts";
import type { components } from "../api/schema.ts";
import { useApi } from "../app/services.ts";

export type Disclosed = components["schemas"]["Disclosure"];

/** Asks to be shown who complained, in full: the server keeps who asked and what for. Throws Refused, Unreachable, Unexpected. */
export function useDisclose(): (id: string, reason: ShownReason) => Promise<Disclosed> {
  const api = useApi();
  return useCallback(
    (id, reason) =>
      body(api.POST("/complaints/{id}/disclosures", { params: { path: { id } }, body: { reason } })),
    [api],
  );
}
