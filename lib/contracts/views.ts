import * as z from "zod";
import * as analytics from "./analytics/views.ts";
import * as audit from "./audit/views.ts";
import * as channelKeys from "./channel-keys/views.ts";
import * as channels from "./channels/views.ts";
import * as classes from "./complaints/class-list.ts";
import * as history from "./complaints/history-views.ts";
import * as registered from "./complaints/registered.ts";
import * as complaints from "./complaints/views.ts";
import * as corrective from "./corrective/views.ts";
import * as doctor from "./doctor/views.ts";
import * as events from "./events/views.ts";
import * as groups from "./groups/views.ts";
import * as health from "./health/views.ts";
import * as held from "./held/views.ts";
import * as households from "./households/views.ts";
import * as jobs from "./jobs/views.ts";
import * as organisation from "./organisation/views.ts";
import * as pages from "./pages/views.ts";
import * as papers from "./papers/views.ts";
import * as people from "./people/views.ts";
import * as personData from "./person-data/views.ts";
import * as publicViews from "./public/views.ts";
import * as quarantine from "./quarantine/views.ts";
import * as ratings from "./ratings/views.ts";
import * as reports from "./reports/views.ts";
import * as rosters from "./rosters/views.ts";
import * as rules from "./rules/views.ts";
import * as services from "./services/views.ts";
import * as setup from "./setup/views.ts";
import * as signIn from "./sign-in/views.ts";
import * as submissions from "./submissions/views.ts";
import * as subscriptions from "./subscriptions/views.ts";
import * as uploads from "./uploads/views.ts";
import * as webhooks from "./webhooks/views.ts";

/** Every answer's schema by its name, for the description and the tests; functions never load it. */
const viewGroups = [
  channels,
  uploads,
  webhooks,
  services,
  classes,
  history,
  registered,
  complaints,
  held,
  groups,
  corrective,
  events,
  organisation,
  people,
  channelKeys,
  quarantine,
  doctor,
  setup,
  personData,
  audit,
  rules,
  reports,
  analytics,
  submissions,
  papers,
  subscriptions,
  rosters,
  households,
  jobs,
  publicViews,
  ratings,
  pages,
  signIn,
  health,
] as const;

const byName = new Map<string, z.ZodType>();
for (const group of viewGroups) {
  for (const [name, schema] of Object.entries(group)) {
    if (schema instanceof z.ZodType) byName.set(name, schema);
  }
}

/** The schema of an answer. Throws where a route names a view that is not there. */
export function viewOf(name: string): z.ZodType {
  const schema = byName.get(name);
  if (schema === undefined) throw new TypeError(`no view ${name}`);
  return schema;
}
