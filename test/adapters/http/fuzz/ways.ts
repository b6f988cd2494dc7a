import fc from "fast-check";
import type * as z from "zod";
import type { Route } from "../../../../lib/contracts/core/route.ts";
import { routes } from "../../../../lib/contracts/routes.ts";
import type { Complaint } from "../../../../lib/domain/complaint/document.ts";
import { fittingCommands, staffCommandNames } from "../../../../lib/domain/complaint/transitions.ts";
import { type Person, posts } from "../../../../lib/domain/organisation/organisation.ts";
import { plausibleFor, shapeOf } from "../../../support/bodies.ts";
import type { Answered } from "../../../support/http.ts";
import { people, project } from "../../../support/organisation.ts";
import { as, withKey } from "../support.ts";
import { type FieldPath, onlyWith, withText } from "./fields.ts";
import { valuesAt } from "./requests.ts";
import type { Standing } from "./standing.ts";
import { states } from "./states.ts";

/** One thing that may be sent with a body: a route, or one command of it. */
export interface Request {
  readonly route: Route;
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every body that the API's description knows; the bodies of several channels that are one are one. */
export const requests: readonly Request[] = [
  ...new Map(
    routes
      .filter(({ method }) => method !== "GET")
      .flatMap((route): Request[] => {
        const { bodies, path, body: schema } = route;
        return bodies === undefined
          ? [{ route, path, schema }]
          : Object.entries(bodies.of).map(([name, of]) => ({
              route,
              path: path.replace(`{${bodies.by}}`, name),
              schema: of,
            }));
      })
      .map((one) => [
        JSON.stringify([one.route.id, one.route.bodies?.each === true && one.path, shapeOf(one.schema)]),
        one,
      ]),
  ).values(),
];

/** Somebody who holds every post of the first project: what is refused is refused for what it says. */
const everything: Person = {
  ...people.supervisor,
  id: "everything-1",
  assignments: posts.map((post) =>
    post === "headquarters"
      ? { post }
      : post === "region"
        ? { post, region: project.region }
        : { post, projectId: project.id, departmentId: "engineering" },
  ),
};

/** How a request may be sent: by whom, to what, which may have to stand there first. */
export interface Way {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly stands?: Complaint;
}

function waysOf({ route, path }: Request, { names }: Standing): readonly Way[] {
  const callers =
    route.who.kind === "staff"
      ? [as(everything), as(people.handler)]
      : [withKey("key-of-gateway"), withKey("key-of-everything"), {}];
  const name = staffCommandNames.find((one) => path === `/complaints/{id}/commands/${one}`);
  if (name !== undefined)
    return Object.values(states)
      .map((make) => make())
      .filter((stands) => fittingCommands(stands).includes(name))
      .flatMap((stands) =>
        callers.map((headers) => ({
          line: `POST ${path.replace("{id}", stands.registration.id)}`,
          headers,
          stands,
        })),
      );
  const [, first = ""] = path.split("/");
  const lines = [...path.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
    (some, [place, param = ""]) =>
      some.flatMap((line) =>
        (names[`${first}.${param}`] ?? names[param] ?? ["nothing"])
          .slice(0, 3)
          .map((real) => line.replace(place, encodeURIComponent(real))),
      ),
    [`${route.method} ${path}`],
  );
  return lines.flatMap((line) => callers.map((headers) => ({ line, headers })));
}

let key = 0;

/** Sends it at a desk where nothing has happened since it was opened, and lets everything happen that it asks for. */
export async function sendBy(desk: Standing, { route }: Request, way: Way, body: unknown): Promise<Answered> {
  const { api, restore } = desk;
  restore();
  api.here.organisation.people.push(everything);
  const { stands } = way;
  if (stands !== undefined) api.complaints.items.set(stands.registration.id, stands);
  const known =
    stands !== undefined && typeof body === "object" ? { ...body, version: stands.version } : body;
  key += 1;
  const answer = await api.call(route.function)(way.line, {
    headers: { ...way.headers, "idempotency-key": `hostile-${key}` },
    body: known,
  });
  if (answer.status < 400) await api.here.drain();
  return answer;
}

/** What fields may hold so that a request is carried out more often than not. */
const plain = {
  projectId: [project.id],
  departmentId: ["engineering"],
  handlerId: [people.handler.id],
  ownerId: [people.handler.id],
  personId: [people.handler.id],
  version: [1, 2, 3, 4, 5, 0],
  phone: ["13800000001"],
  timeZone: ["Asia/Shanghai"],
  actionId: ["z1"],
  nodeId: ["n1"],
  scope: ["company"],
  sender: ["owner@home.example"],
};

/** A body with this field that is carried out as it stands, and how; undefined where none of a few is. */
export async function carriedOut(
  desk: Standing,
  request: Request,
  field: FieldPath,
): Promise<{ readonly body: unknown; readonly way: Way } | undefined> {
  const shape = onlyWith(shapeOf(request.schema), field);
  if (shape === undefined) return undefined;
  const bodies = fc
    .sample(plausibleFor(request.schema, { ...valuesAt(desk.names), ...plain }, shape), {
      numRuns: 3,
      seed: 7,
    })
    .filter((body) => withText(body, field, "x") !== undefined && request.schema.safeParse(body).success);
  const ways = waysOf(request, desk);
  for (const body of bodies)
    for (const way of ways) if ((await sendBy(desk, request, way, body)).status < 400) return { body, way };
  return undefined;
}
