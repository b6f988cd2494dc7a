import { DeskRefusal, deskClient, type Schemas, told } from "./index.ts";

/** What Amazon Connect hands to a function from a contact flow, as far as it is read here. */
export interface ConnectEvent {
  readonly Details: {
    readonly ContactData: {
      readonly ContactId: string;
      /** The first of a call that was passed on: the call is one complaint. */
      readonly InitialContactId?: string | null;
      readonly Attributes?: Readonly<Record<string, string>> | null;
      readonly CustomerEndpoint?: { readonly Address?: string | null } | null;
      readonly SystemEndpoint?: { readonly Address?: string | null } | null;
    };
    readonly Parameters?: Readonly<Record<string, string>> | null;
  };
}

/** What the flow can branch on and speak: plain texts only, as Connect wants them. */
export interface ConnectAnswer {
  readonly [name: string]: string;
  /** `registered`, `known` (the same call again), `refused` (see `code`) or `unavailable`: then let a person take the call. */
  readonly result: "registered" | "known" | "refused" | "unavailable";
}

export interface ConnectOptions {
  readonly baseUrl: string;
  /** A key for the channel `phone`. */
  readonly key: string;
  /** Which project is called under which number of ours (E.164); a flow may name it itself with the parameter `projectId`. */
  readonly projects?: Readonly<Record<string, string>>;
  /** Connect gives a function eight seconds; less, so that the flow hears of it. */
  readonly timeoutMs?: number;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Hears what went wrong; absent: the function's log. */
  readonly report?: (error: unknown) => void;
}

const TIMEOUT_MS = 6000;
/** What is registered where the caller said nothing: somebody must call back. */
const NO_WORDS = "来电未留言，请回拨。The caller left no words: please call back.";

/**
 * A function for a contact flow: registers the call as a complaint, once however often the flow asks, and never throws. The words
 * are the parameter or attribute `matter` (a transcript); `name`, `building`, `unit`, `room`, `area` and `urgency` are taken
 * likewise, and where the flow says `startedAt` (an instant that stays the same for the call) the facts of the call too.
 */
export function connectFlow(options: ConnectOptions): (event: ConnectEvent) => Promise<ConnectAnswer> {
  const { baseUrl, key, fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS, report = console.error } = options;
  const desk = deskClient({
    baseUrl,
    key,
    fetch: (request) => fetch(new Request(request, { signal: AbortSignal.timeout(timeoutMs) })),
  });
  return async (event) => {
    const body = complaintOf(event, options.projects ?? {});
    if (body === undefined) return { result: "refused", code: "unknown-project" };
    try {
      const { response, ...rest } = await desk.POST("/channels/{channel}/complaints", {
        params: { path: { channel: "phone" } },
        body,
      });
      const { number, trackingUrl } = await told(Promise.resolve({ response, ...rest }));
      const result = response.status === 201 ? "registered" : "known";
      return { result, number, spoken: Array.from(number).join(" "), trackingUrl };
    } catch (error) {
      report(error);
      return error instanceof DeskRefusal
        ? { result: "refused", code: error.problem.code }
        : { result: "unavailable" };
    }
  };
}

/** The complaint that a call asks for; the same call always gives the same. undefined: nobody says which project. */
export function complaintOf(
  { Details: { ContactData, Parameters } }: ConnectEvent,
  projects: Readonly<Record<string, string>>,
): Schemas["PhoneComplaintBody"] | undefined {
  const said = (name: string): string | undefined => {
    const text = (Parameters?.[name] ?? ContactData.Attributes?.[name] ?? "").trim();
    return text === "" ? undefined : text;
  };
  const callee = ContactData.SystemEndpoint?.Address ?? "";
  const projectId = said("projectId") ?? projects[callee];
  if (projectId === undefined) return undefined;
  const callId = ContactData.InitialContactId ?? ContactData.ContactId;
  const location = present({
    area: said("area"),
    building: said("building"),
    unit: said("unit"),
    room: said("room"),
  });
  const caller = ContactData.CustomerEndpoint?.Address ?? "";
  const complainant = present({ name: said("name"), phone: NUMBER.test(caller) ? caller : undefined });
  const urgency = urgencyOf(said("urgency"));
  const startedAt = said("startedAt");
  return {
    projectId,
    sourceId: callId,
    matter: said("matter") ?? NO_WORDS,
    ...(Object.keys(complainant).length === 0 ? {} : { complainant }),
    ...(Object.keys(location).length === 0 ? {} : { location }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(startedAt === undefined
      ? {}
      : {
          channelData: {
            callId,
            caller: caller === "" ? "anonymous" : caller,
            callee: callee === "" ? "unknown" : callee,
            agent: said("agent") ?? "flow",
            startedAt,
            ...present({ recordingUrl: said("recordingUrl") }),
          },
        }),
  };
}

/** A number that can be called; Connect writes `anonymous` and the like where it is hidden. */
const NUMBER = /^\+?\d{5,20}$/;

function urgencyOf(text: string | undefined): "general" | "important" | "urgent" | undefined {
  return (["general", "important", "urgent"] as const).find((one) => one === text);
}

function present<K extends string>(fields: Readonly<Record<K, string | undefined>>): { [N in K]?: string } {
  const said: { [N in K]?: string } = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) said[name] = value;
  }
  return said;
}
