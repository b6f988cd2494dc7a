import * as z from "zod";
import type { Problem } from "../../../app/problems/problem.ts";
import {
  type AnyGiven,
  type KeyNeed,
  nothing,
  type Route,
  type StaffOnly,
  type Who,
} from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import type { Person } from "../../../domain/organisation/organisation.ts";
import type { Identity } from "../../identity/oidc.ts";
import { type ChannelPorts, personOf, type StaffPorts, systemOf } from "./auth.ts";
import { idempotencyKey, requiredIdempotencyKey } from "./idempotency.ts";
import { RefusedRequest } from "./refusal.ts";
import { type ApiRequest, MAX_BODY_BYTES, MAX_FILE_BODY_BYTES } from "./request.ts";
import { validated } from "./validate.ts";

/** What a handler gives back: what its route answers, or why not. A Refusal may be thrown as well. */
type Outcome<G> = Promise<G | Problem | RefusedRequest>;

/**
 * A route with what answers it. The ports are asked for, not given: health and the description of the API must answer
 * without them.
 */
export interface Serving<Id extends string = string, P = never> {
  readonly route: Route & { readonly id: Id };
  readonly answer: (context: Context<P>, http: ApiRequest) => Outcome<AnyGiven>;
}
interface Context<P> {
  readonly ports: () => Promise<P>;
  readonly identity: Identity;
}

/** A handler for each route of a resource, no more and no fewer. */
export type ServingsOf<R extends Readonly<Record<string, Route>>, P> = {
  readonly [K in keyof R]: Serving<R[K]["id"], P>;
};

interface Keys {
  readonly none: undefined;
  readonly optional: string | undefined;
  readonly required: string;
}

/** What was asked, checked by the route's schemas. */
export interface Asked<Params, Query, Body, Key> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The header Idempotency-Key. */
  readonly key: Key;
  readonly language: Language;
  /** The request as it came. */
  readonly http: ApiRequest;
}

type AskedBy<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, K extends KeyNeed> = Asked<
  z.output<P>,
  z.output<Q>,
  z.output<B>,
  Keys[K]
>;

/** For our own people: who may not is refused before anything is read. Throws unauthenticated, unknown-user, forbidden. */
export function forStaff<
  Id extends string,
  Params extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
  G extends AnyGiven,
  P extends StaffPorts,
>(
  route: Route<Id, StaffOnly, Params, Q, B, K, G>,
  handle: (ports: P, asked: AskedBy<Params, Q, B, K> & { readonly person: Person }) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return forStaffReading(route, nothingAhead, handle);
}

/**
 * The same, with a read that begins as soon as the token is known to be good and does not wait for who that is. Nobody
 * sees what it brings before the handler has said that they may.
 */
export function forStaffReading<
  Id extends string,
  Params extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
  G extends AnyGiven,
  P extends StaffPorts,
  A,
>(
  route: Route<Id, StaffOnly, Params, Q, B, K, G>,
  ahead: (ports: P, parameters: ApiRequest["parameters"]) => Promise<A>,
  handle: (
    ports: P,
    asked: AskedBy<Params, Q, B, K> & { readonly person: Person; readonly ahead: Promise<A> },
  ) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return {
    route,
    answer: async ({ ports, identity }, http) => {
      const loaded = await ports();
      const { person, begun } = await personOf(
        loaded,
        identity,
        http,
        { posts: route.who.posts, needsFresh: route.fresh === true },
        () => observed(ahead(loaded, http.parameters)),
      );
      return handle(loaded, { ...asked(route, http), person, ahead: begun });
    },
  };
}

/** A read that fails is told to whoever waits for it, and to nobody if the request was refused before. */
function observed<T>(read: Promise<T>): Promise<T> {
  read.catch(() => undefined);
  return read;
}

async function nothingAhead(): Promise<void> {}

/** For channel systems with their key. Throws unauthenticated. */
export function forChannels<
  Id extends string,
  Params extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
  G extends AnyGiven,
  P extends ChannelPorts,
>(
  route: Route<Id, { readonly kind: "channel" }, Params, Q, B, K, G>,
  handle: (
    ports: P,
    asked: AskedBy<Params, Q, B, K> & { readonly system: ChannelSystem },
  ) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return forChannelsReading(route, nothingAhead, handle);
}

/** The same, with a read that begins as soon as it is known which system's key this is, in force or not. */
export function forChannelsReading<
  Id extends string,
  Params extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
  G extends AnyGiven,
  P extends ChannelPorts,
  A,
>(
  route: Route<Id, { readonly kind: "channel" }, Params, Q, B, K, G>,
  ahead: (ports: P, system: string, http: ApiRequest) => Promise<A>,
  handle: (
    ports: P,
    asked: AskedBy<Params, Q, B, K> & { readonly system: ChannelSystem; readonly ahead: Promise<A> },
  ) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return {
    route,
    answer: async ({ ports }, http) => {
      const { system, begun } = await systemOf(await ports(), http, (loaded, name) =>
        observed(ahead(loaded, name, http)),
      );
      return handle(await ports(), { ...asked(route, http), system, ahead: begun });
    },
  };
}

/** For anybody: `who` finds out from whatever proof was sent, before anything is read. */
export function forAny<
  Id extends string,
  Params extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
  G extends AnyGiven,
  P,
  Asker,
>(
  route: Route<Id, { readonly kind: "any" }, Params, Q, B, K, G>,
  who: (ports: P, identity: Identity, http: ApiRequest) => Promise<Asker>,
  handle: (ports: P, asked: AskedBy<Params, Q, B, K> & { readonly asker: Asker }) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return {
    route,
    answer: async ({ ports, identity }, http) => {
      const loaded = await ports();
      const asker = await who(loaded, identity, http);
      return handle(loaded, { ...asked(route, http), asker });
    },
  };
}

/** For everybody, mostly with a page: what is wrong with a link or a form the handler says itself. */
export function forEverybody<Id extends string, G extends AnyGiven, P>(
  route: Route<Id, { readonly kind: "open" }, z.ZodType, z.ZodType, z.ZodType, KeyNeed, G>,
  handle: (ports: () => Promise<P>, http: ApiRequest) => Outcome<NoInfer<G>>,
): Serving<Id, P> {
  return { route, answer: ({ ports }, http) => handle(ports, http) };
}

/** Path, query, body, then key: the first that is wrong is told. Throws Refusal. */
function asked<Params extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, K extends KeyNeed>(
  route: Route<string, Who, Params, Q, B, K>,
  http: ApiRequest,
): AskedBy<Params, Q, B, K> {
  const params = paramsOf(route, http.parameters);
  const query = validated(route.query, http.query);
  const body = validated(route.body, bodyOf(route, http));
  return { params, query, body, key: keys[route.key](http), language: http.language, http };
}

const keys: { readonly [K in KeyNeed]: (http: ApiRequest) => Keys[K] } = {
  none: () => undefined,
  optional: idempotencyKey,
  required: requiredIdempotencyKey,
};

function bodyOf({ body, large, bodyOptional }: Route, http: ApiRequest): unknown {
  if (isNothing(body)) return {};
  if (bodyOptional === true) return orEmpty(http.optionalJson());
  return http.json(large === true ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES);
}

/** No body at all; `null` is one. */
function orEmpty(sent: unknown): unknown {
  return sent === undefined ? {} : sent;
}

function isNothing(schema: z.ZodType): boolean {
  return schema === nothing;
}

function paramsOf<Params extends z.ZodType>(
  { params, names = {} }: Route<string, Who, Params>,
  given: Readonly<Record<string, string>>,
): z.output<Params> {
  const result = params.safeParse(given);
  if (result.success) return result.data;
  for (const [name, code] of Object.entries(names)) {
    if (!result.error.issues.some(({ path }) => path[0] === name)) continue;
    throw new RefusedRequest(code, { values: { [name]: shown(given[name]), known: namesOf(params, name) } });
  }
  return validated(params, given);
}

/** As much of a wrong name as one needs to recognise it. */
function shown(name = ""): string {
  return name.slice(0, 100);
}

function namesOf(params: z.ZodType, name: string): string {
  const schema = params instanceof z.ZodObject ? params.shape[name] : undefined;
  return schema instanceof z.ZodEnum ? schema.options.join(", ") : "";
}
