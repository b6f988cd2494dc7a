import { expect, test } from "vitest";
import { fullView } from "../../../lib/adapters/http/complaints/complaint-view.ts";
import { after, at, closed, personal } from "../../support/builders.ts";
import { project } from "../../support/organisation.ts";

test("D15: a corrective action is shown with its cause and measure", () => {
  const received = at("2026-03-02 10:00");
  const action = (id: string, cause: string) => ({
    id,
    ownerId: "handler-1",
    dueAt: at("2026-04-01 18:00"),
    cause: personal(cause),
    measure: personal(`换新 ${id}`),
  });
  const reviewed = after(
    closed(received),
    { type: "review", text: personal("检讨"), actions: [action("a1", "老化"), action("a2", "漏检")] },
    at("2026-03-20 10:00"),
  );
  expect(fullView({ complaint: reviewed, known: reviewed, project, allowed: [] }).actions).toMatchObject([
    { id: "z1", cause: "老化", measure: "换新 a1" },
    { id: "z2", cause: "漏检", measure: "换新 a2" },
  ]);
});
