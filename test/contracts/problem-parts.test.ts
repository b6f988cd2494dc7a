import { expect, test } from "vitest";
import { fileProblems } from "../../lib/contracts/problems/file.ts";
import { groupProblems } from "../../lib/contracts/problems/group.ts";
import { handlingProblems } from "../../lib/contracts/problems/handling.ts";
import { organisationProblems } from "../../lib/contracts/problems/organisation.ts";
import { registrationProblems } from "../../lib/contracts/problems/registration.ts";
import { reportProblems } from "../../lib/contracts/problems/report.ts";
import { requestProblems } from "../../lib/contracts/problems/request.ts";
import { residentProblems } from "../../lib/contracts/problems/resident.ts";
import { ticketProblems } from "../../lib/contracts/problems/tickets.ts";
import { problems } from "../../lib/contracts/problems.ts";

test("a code stands in one part of the catalogue only: none hides another", () => {
  const parts = [
    fileProblems,
    groupProblems,
    handlingProblems,
    organisationProblems,
    registrationProblems,
    reportProblems,
    requestProblems,
    residentProblems,
    ticketProblems,
  ];
  expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual(Object.keys(problems).sort());
});
