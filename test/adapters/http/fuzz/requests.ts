import fc from "fast-check";
import * as z from "zod";
import { nothing, type Route } from "../../../../lib/contracts/core/route.ts";
import type { Post } from "../../../../lib/domain/organisation/organisation.ts";
import { bodiesFor, fieldsFor, hostileTexts, type Known } from "../../../support/bodies.ts";
import { type Sent } from "../../../support/http.ts";
import { everybody } from "../../../support/organisation.ts";
import { as, withKey } from "../support.ts";

/** One request: its path as it stands on the wire, and the rest. */
export interface Asked {
  readonly path: string;
  readonly sent: Sent;
}

type Headers = Readonly<Record<string, string>>;

const texts = fc.constantFrom<string>(...hostileTexts);

/** What a request may be made of: real names, and a customer's own link. */
export interface Material {
  /** By path parameter, and by parameter and first part of the path: `complaints.id`. */
  readonly names: Known;
  /** Number and secret of complaints, and their links of acknowledgement. */
  readonly links: readonly { readonly number: string; readonly secret: string }[];
}

/** Everything that may be asked of a route, by anybody. */
export function requestsTo(route: Route, material: Material): fc.Arbitrary<Asked> {
  const { names, links } = material;
  return choicesOf(route).chain((choice) => {
    const link = links.map(({ number, secret }) => ({ path: { number }, query: { secret } }));
    return fc.constantFrom(...link).chain(({ path: number, query: secret }) =>
      fc
        .record({
          path: pathsOf(route, { ...names, number: [number.number], ...choice.fixed }),
          query: queriesOf(route, { ...names, secret: [secret.secret] }),
          who: callersOf(route),
          headers,
          body: bodiesOf(route, choice.schema, names),
          hasBody: fc.boolean(),
        })
        .map(({ path, query, who, headers: more, body, hasBody }) => ({
          path,
          sent: {
            query: {
              ...(route.path.includes("{number}") && route.who.kind !== "staff" ? secret : {}),
              ...query,
            },
            headers: { ...who, ...more },
            ...(route.method === "GET" && hasBody ? {} : { body }),
          },
        })),
    );
  });
}

/** A body that goes by a path parameter goes with it, as `assign` in the path and what it asks for. */
function choicesOf({
  body,
  bodies,
}: Route): fc.Arbitrary<{ readonly fixed: Known; readonly schema: z.ZodType }> {
  if (bodies === undefined) return fc.constant({ fixed: {}, schema: body });
  const choices = Object.entries(bodies.of).map(([name, schema]) => ({
    fixed: { [bodies.by]: [name] },
    schema,
  }));
  return fc.constantFrom(...choices);
}

/** Path parameters: real names, what the schema admits, and hostile ones, each encoded in one of the ways that are met. */
function pathsOf({ path, params }: Route, names: Known): fc.Arbitrary<string> {
  const asked = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const [, first = ""] = path.split("/");
  const admitted = params instanceof z.ZodObject ? fieldsFor(params, {}) : {};
  const values = asked.map((name) => {
    const real = names[`${first}.${name}`] ?? names[name];
    return fc.oneof(
      {
        weight: 12,
        arbitrary:
          real === undefined || real.length === 0 ? (admitted[name] ?? texts) : fc.constantFrom(...real),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(admitted[name] ?? texts, texts).chain((both) => fc.constantFrom(...both)),
      },
    );
  });
  return fc
    .tuple(fc.tuple(...values), fc.constantFrom(...encodings))
    .map(([given, encode]) =>
      asked.reduce(
        (line, name, index) => line.replace(`{${name}}`, () => encode(String(given[index]))),
        path,
      ),
    );
}

const wellFormed = (value: string) => encodeURIComponent(value.isWellFormed() ? value : "\uFFFD");
/** As clients send them; as gateways hand on what was decoded; encoded twice; bytes that are no UTF-8. */
const encodings: readonly ((value: string) => string)[] = [
  wellFormed,
  wellFormed,
  wellFormed,
  (value) => value.replaceAll(/[\s/?]/g, wellFormed),
  (value) => wellFormed(wellFormed(value)),
  (value) => (value.isWellFormed() ? value.replaceAll(/[^\w.-]/g, "%ff") : "%ED%A0%80"),
];

/** What the query admits, at most one field of it spoilt: hostile, sent twice (the gateway joins them), or unheard of. */
function queriesOf({ query }: Route, names: Known): fc.Arbitrary<Record<string, string>> {
  const real = {
    projectId: ["project-1"],
    scope: ["company", "project-1"],
    q: ["W001", "电梯", "3-1-502"],
    ...names,
  };
  const admitted = query instanceof z.ZodObject ? fieldsFor(query, real) : {};
  const fields = Object.entries(admitted).map(([name, values]) => [name, values.map(inQuery)] as const);
  const required = fields.map(([name]) => name).filter((name) => isRequired(query, name));
  const own = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  const cursors = ["abc", "0", "eyJwayI6InB3biIsInNrIjoiIn0", "e30", "999999999999", "\uD800"];
  const spoilt = fc
    .tuple(
      fc.constantFrom(...Object.keys(admitted), "unheardOf"),
      fc.oneof(texts, fc.constantFrom(...cursors)),
    )
    .map(([name, value]) => ({ [name]: value }));
  const twice = own.map((asked) =>
    Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, `${value},${value}`])),
  );
  return fc.oneof(
    { weight: 6, arbitrary: own.map(withoutCursor) },
    { weight: 2, arbitrary: fc.tuple(own, spoilt).map(([asked, one]) => ({ ...asked, ...one })) },
    { weight: 1, arbitrary: twice },
  );
}

function withoutCursor(asked: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => name !== "cursor"));
}

function isRequired(query: z.ZodType, name: string): boolean {
  const field: unknown = query instanceof z.ZodObject ? query.shape[name] : undefined;
  return field instanceof z.ZodType && !field.safeParse(undefined).success;
}

function inQuery(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Mostly somebody whom the route is for; now and then anybody else: other posts, systems, strangers, nobody. */
function callersOf({ who }: Route): fc.Arbitrary<Headers> {
  const posts: readonly Post[] = who.kind === "staff" ? who.posts : [];
  const entitled = everybody.filter(({ assignments }) =>
    assignments.some(({ post }) => posts.includes(post)),
  );
  const staff = fc.constantFrom(...everybody.map(as));
  const systems = fc.constantFrom<Headers>(
    ...["everything", "everything", "website", "gateway"].map((name) => withKey(`key-of-${name}`)),
  );
  const others = fc.constantFrom<Headers>(
    {},
    { authorization: "Bearer token-nobody" },
    { authorization: "Bearer token-clerk-1@1" },
    { authorization: "Bearer x.y.z" },
    { authorization: "Basic YTpi" },
    { authorization: "Bearer token-clerk-1, Bearer token-manager-1" },
    { authorization: `Bearer ${"a".repeat(9000)}` },
    withKey("wrong"),
    withKey(""),
    withKey("key-of-everything, key-of-website"),
    { ...withKey("key-of-website"), authorization: "Bearer token-headquarters-1" },
  );
  const meant =
    who.kind === "staff"
      ? fc.constantFrom(...entitled.map(as))
      : who.kind === "channel"
        ? systems
        : fc.oneof(staff, systems, others);
  const any = fc.oneof(staff, systems, others);
  return fc.oneof({ weight: 8, arbitrary: meant }, { weight: 1, arbitrary: any });
}

/** Mostly as clients send them; what is odd comes alone. */
const headers: fc.Arbitrary<Headers> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.nat().map((n) => ({ "content-type": "application/json", "idempotency-key": `key-${n}` })),
  },
  { weight: 1, arbitrary: oddHeaders() },
);

function oddHeaders(): fc.Arbitrary<Headers> {
  return fc.record(
    {
      "idempotency-key": fc.constantFrom(
        "key-1",
        "key-2",
        "key-2, key-3",
        "a".repeat(300),
        "钥匙",
        "",
        "a\u0000",
        "__proto__",
      ),
      "content-type": fc.constantFrom(
        ...Array.from({ length: 12 }, () => "application/json"),
        "application/json; charset=UTF-8",
        "application/json, application/json",
        "application/json; charset=gbk",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "",
      ),
      accept: fc.constantFrom("application/json", "text/html", "*/*", "", "text/html;q=x, */*;q=-1"),
      "x-forwarded-for": fc.constantFrom("203.0.113.9", "203.0.113.9, 10.0.0.1", "x".repeat(5000)),
      "if-none-match": fc.constantFrom("*", '"x"', "x"),
      cookie: fc.constantFrom("a=b", "=;;=", "jiesu=%ff", "x".repeat(5000)),
      "x-timestamp": fc.constantFrom("0", "NaN", "9".repeat(50)),
      "x-signature": fc.constantFrom("", "v1=00", "\u0000"),
    },
    { requiredKeys: ["content-type", "idempotency-key"] },
  );
}

/** What fields of a body may really hold, at a desk with these names. */
export function valuesAt(names: Known): Known {
  const ids = everybody.map(({ id }) => id);
  return {
    projectId: ["project-1", "project-1", "project-1", "nobody's"],
    version: [0, 1, 1, 2, 2, 3, 4, 5, 6, -1, 2 ** 53],
    complaintId: names["complaints.id"] ?? ["x"],
    departmentId: ["engineering", "service", "nowhere"],
    handlerId: ids,
    personId: ids,
    complaint: names["complaints.id"] ?? ["x"],
    request: names["person-data.id"] ?? ["x"],
    classCode: ["1.2.2", "1.4.1", "9.9.9"],
    contentType: ["image/jpeg", "audio/mpeg", "text/html"],
    fileName: ["楼道.jpg", "录音.mp3", "a".repeat(200)],
    sender: ["owner@home.example", "@home.example", "*"],
    level: ["A", "B", "C", "D", "E"],
    recordKind: ["complaint", "complaint", "opinion"],
  };
}

function bodiesOf(route: Route, schema: z.ZodType, names: Known): fc.Arbitrary<unknown> {
  const fields = valuesAt(names);
  const isForm = route.function === "public-api" && schema === nothing;
  const own = isForm ? forms : bodiesFor(schema, fields);
  return fc.oneof(
    { weight: 10, arbitrary: own },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...brokenBodies) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

/** What residents' pages send, some of it spoilt. */
const forms = fc
  .record(
    Object.fromEntries(
      [
        "matter",
        "place",
        "next",
        "who",
        "name",
        "phone",
        "email",
        "consent",
        "same",
        "text",
        "grade",
        "kind",
        "once",
        "uploads",
        "remove",
        "number",
        "code",
        "building",
        "unit",
        "room",
        "secret",
        "lang",
      ].map((field) => [
        field,
        fc.oneof(texts, fc.constantFrom("yes", "named", "13800000001", "W001", "3", "灯坏了", "5")),
      ]),
    ) as Record<string, fc.Arbitrary<string>>,
    { requiredKeys: [] },
  )
  .map((fields) => new URLSearchParams(fields as Record<string, string>).toString());

/** What is no JSON, or is JSON that readers stumble over. */
const brokenBodies = [
  "{",
  "",
  '{"__proto__":{"isAdmin":true}}',
  '{"version":1,"version":2}',
  "1e999",
  "[".repeat(5000),
  '"\\ud800"',
  "\uFEFF{}",
  "{}\n{}",
  "a=b&a=c&%ff=%",
  "--x\r\ncontent-disposition: form-data; name=a\r\n\r\nb\r\n--x--",
  new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]),
  new Uint8Array(300_000),
];
