import type { organisationRoutes } from "../../../contracts/organisation/routes.ts";
import type { ServingsOf } from "../core/serve.ts";
import { type DepartmentsApiPorts, departmentHandlers } from "./department-handlers.ts";
import { type MonthsApiPorts, monthHandlers } from "./month-handlers.ts";
import { type ProjectsApiPorts, projectHandlers } from "./project-handlers.ts";

export type OrganisationApiPorts = DepartmentsApiPorts & MonthsApiPorts & ProjectsApiPorts;

/** Projects, their months, departments and contractors. */
export const organisationHandlers = {
  ...projectHandlers,
  ...monthHandlers,
  ...departmentHandlers,
} satisfies ServingsOf<typeof organisationRoutes, OrganisationApiPorts>;
