import * as z from "zod";
import { type Post, posts } from "../../domain/organisation/organisation.ts";
import { leadersOfProject } from "../../domain/organisation/rights.ts";
import type { Bilingual } from "../problems/text.ts";

export const apiFunctions = [
  "channels-api",
  "staff-api",
  "reports-api",
  "public-api",
  "pages",
  "sign-in",
] as const;
export type ApiFunction = (typeof apiFunctions)[number];

/** Our own people who hold one of these posts, anywhere; what they may do with one record follows from its project. */
export interface StaffOnly {
  readonly kind: "staff";
  readonly posts: readonly Post[];
}
/** A channel system with its key; anybody with a good key, a good token or neither; anybody. */
export type Who =
  | StaffOnly
  | { readonly kind: "channel" }
  | { readonly kind: "any" }
  | { readonly kind: "open" };

export const everyone: readonly Post[] = posts;
/** Whoever leads: supervisor (主管) and above. */
export const leads: readonly Post[] = leadersOfProject;
/** Whoever may set limits for several projects; region only for its own (lib/app/rules/publish.ts). */
export const ruling: readonly Post[] = ["region", "headquarters"];
/** Whoever has to do with the monthly files (D7, D14). */
export const reporting: readonly Post[] = ["project-manager", "region", "headquarters"];

/** D6: any staff enters a complaint at once; posts narrow it down. */
export function staff(...lists: readonly (readonly Post[])[]): StaffOnly {
  return { kind: "staff", posts: lists.flat() };
}
export const channel = { kind: "channel" } as const;
export const any = { kind: "any" } as const;
export const open = { kind: "open" } as const;

/** `Idempotency-Key`: not read, may be given, or must be. */
export type KeyNeed = "none" | "optional" | "required";

/** How one status is answered; `view` names a schema of the resource's views.ts, which functions do not load. */
export interface JsonAnswer<S extends z.ZodType = z.ZodType> {
  readonly kind: "json";
  readonly view: string;
  readonly description: Bilingual;
  /** For the compiler alone: what the view says. */
  readonly schema?: S;
}
/** JSON for programs, the same as a page for browsers. */
export interface JsonOrPage<S extends z.ZodType = z.ZodType> extends JsonAnswer<S> {
  readonly page: true;
}
export interface PlainAnswer<
  K extends "file" | "link" | "page" | "asset" = "file" | "link" | "page" | "asset",
> {
  readonly kind: K;
  readonly description: Bilingual;
}
export type AnyAnswer = JsonAnswer | JsonOrPage | PlainAnswer;
export type Answers = Readonly<Record<number, AnyAnswer>>;

type Schema<T> = Extract<T, z.ZodType>;

/** Names the views of a resource: `json("complaintPage", …)`, checked by the compiler, nothing loaded. */
export function answersFrom<V extends object>() {
  return {
    json: <K extends keyof V & string>(view: K, zh: string, en: string): JsonAnswer<Schema<V[K]>> => ({
      kind: "json",
      view,
      description: { zh, en },
    }),
    jsonOrPage: <K extends keyof V & string>(view: K, zh: string, en: string): JsonOrPage<Schema<V[K]>> => ({
      kind: "json",
      view,
      description: { zh, en },
      page: true,
    }),
  };
}

/** A file to save. */
export function file(zh: string, en: string): PlainAnswer<"file"> {
  return { kind: "file", description: { zh, en } };
}
/** A file that a page consists of, shown or run where it is used. */
export function asset(zh: string, en: string): PlainAnswer<"asset"> {
  return { kind: "asset", description: { zh, en } };
}
/** A redirect to where the file lies. */
export function link(zh: string, en: string): PlainAnswer<"link"> {
  return { kind: "link", description: { zh, en } };
}
/** A page for people without an account. */
export function page(zh: string, en: string): PlainAnswer<"page"> {
  return { kind: "page", description: { zh, en } };
}

/** A value as it is sent: whoever builds it may have got it read-only. */
export type Sent<T> = T extends readonly (infer E)[]
  ? readonly Sent<E>[]
  : T extends object
    ? { readonly [K in keyof T as Said<T, K>]: Sent<T[K]> }
    : T;

/** Of fields that a view leaves open nothing is said. */
type Said<T, K extends keyof T> = string extends K ? (unknown extends T[K] ? never : K) : K;

export interface JsonGiven<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly json: Body;
}
export interface LinkGiven {
  readonly status: 302;
  readonly location: string;
  /** A cookie for the way there and back. */
  readonly cookie?: string;
}
export interface FileGiven {
  readonly status: 200;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}
export interface AssetGiven {
  readonly status: 200;
  readonly asset: { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> };
}
/** A page may say with its status what it could not do; programs are answered by problems instead. */
export interface PageGiven {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}
/** What a handler gives back besides refusals. */
export type AnyGiven = JsonGiven | LinkGiven | FileGiven | AssetGiven | PageGiven;

type OneGiven<Status, A> =
  A extends JsonAnswer<infer S>
    ? JsonGiven<Status & number, Sent<z.output<S>>> | (A extends JsonOrPage ? PageGiven : never)
    : A extends PlainAnswer<"link">
      ? LinkGiven
      : A extends PlainAnswer<"file">
        ? FileGiven
        : A extends PlainAnswer<"asset">
          ? AssetGiven
          : PageGiven;
/** What the handler of a route with these answers may give back. */
export type GivenOf<A extends Answers> = { [Status in keyof A]: OneGiven<Status, A[Status]> }[keyof A];

/** Path parameters whose wrong names are refused with a code of their own, which lists the right ones. */
export type UnknownName = "unknown-channel" | "unknown-command" | "unknown-form";

interface Facts<
  Id extends string,
  W extends Who,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  K extends KeyNeed,
> {
  readonly id: Id;
  readonly function: ApiFunction;
  readonly method: "GET" | "POST" | "PUT";
  /** API Gateway path with `{parameters}`. */
  readonly path: string;
  readonly who: W;
  readonly summary: Bilingual;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly key: K;
  /** Only for somebody whom the issuer has seen in the last quarter of an hour: others sign in again first. */
  readonly fresh?: true;
  /** A body of up to 4 MB, for files in base64. */
  readonly large?: true;
  /** Without a body `{}` is meant. */
  readonly bodyOptional?: true;
  /** The body goes by a path parameter; the handler checks it. `each`: one operation per name in the description. */
  readonly bodies?: {
    readonly by: string;
    readonly of: Readonly<Record<string, z.ZodType>>;
    readonly each: boolean;
  };
  /** An example of the body where its form alone does not give a telling one (openapi-examples.ts). */
  readonly example?: unknown;
  /** What the description says of the body where the handler checks more than `body`. */
  readonly shownBody?: z.ZodType;
  readonly names?: Readonly<Record<string, UnknownName>>;
}

/** One route, all of it: who may, what is asked, what is answered. */
export interface Route<
  Id extends string = string,
  W extends Who = Who,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  K extends KeyNeed = KeyNeed,
  G extends AnyGiven = AnyGiven,
> extends Facts<Id, W, P, Q, B, K> {
  readonly answers: Answers;
  /** For the compiler alone: what the handler gives back. */
  readonly given?: G;
}

/** Asks for nothing: no parameters, no query, no body, no key. A route says only what it asks. */
export const nothing = z.looseObject({});
export const asksNothing = { params: nothing, query: nothing, body: nothing, key: "none" } as const;

/** Defines a route; without `who` it does not compile. */
export function route<
  const Id extends string,
  W extends Who,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  const K extends KeyNeed,
  A extends Answers,
>(
  definition: Facts<Id, W, P, Q, B, K> & { readonly answers: A },
): Route<Id, W, P, Q, B, K, Extract<GivenOf<A>, AnyGiven>> {
  return definition;
}
