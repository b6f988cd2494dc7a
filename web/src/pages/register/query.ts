import { useQuery } from "@tanstack/react-query";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";
import { batchesOf } from "../../parts/command/parts-of.ts";

export type Row = components["schemas"]["ComplaintRow"];
type DeskBody = components["schemas"]["DeskComplaintBody"];

/** What the desk writes down while somebody stands or calls. Texts as typed. */
export interface Entry {
  readonly channel: NonNullable<DeskBody["channel"]>;
  readonly phone: string;
  readonly name: string;
  readonly kind: string;
  readonly anonymous: boolean;
  readonly area: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly matter: string;
  readonly classCode: string;
  readonly safety: boolean;
  readonly agitated: boolean;
  /** ISO 8601 in UTC, or empty. */
  readonly requestedReplyAt: string;
  /** Of a government ticket. */
  readonly system: string;
  readonly ticketNo: string;
  readonly ticketUnit: string;
  readonly ticketKind: string;
  readonly demand: string;
  /** ISO 8601 in UTC, or empty. */
  readonly ticketDueAt: string;
  readonly signBy: string;
  /** Where a letter lies. */
  readonly originalAt: string;
  /** Files that the store has, by id. */
  readonly attachments: readonly string[];
}

export const emptyEntry: Entry = {
  channel: "phone",
  phone: "",
  name: "",
  kind: "",
  anonymous: false,
  area: "",
  building: "",
  unit: "",
  room: "",
  matter: "",
  classCode: "",
  safety: false,
  agitated: false,
  requestedReplyAt: "",
  system: "12345",
  ticketNo: "",
  ticketUnit: "",
  ticketKind: "",
  demand: "",
  ticketDueAt: "",
  signBy: "",
  originalAt: "",
  attachments: [],
};

/** Digits enough for a number that means one caller. */
const wholeNumber = /^\+?[\d -]{7,20}$/;

/** Earlier and open complaints of a caller or a home, newest first. */
export function useEarlier(projectId: string | undefined, { phone, building, unit, room }: Entry) {
  const api = useApi();
  const home = [building, unit, room].filter((part) => part.trim() !== "").join("/");
  const q = wholeNumber.test(phone.trim()) ? phone.trim() : room.trim() === "" ? "" : home;
  return useQuery({
    queryKey: ["earlier", projectId, q],
    enabled: projectId !== undefined && q !== "",
    queryFn: async ({ signal }) => {
      const query = { q, limit: "20", ...defined({ projectId }) };
      const { items } = await body(api.GET("/complaints", { params: { query }, signal }));
      return items.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
    },
  });
}

/** The complaint as the API wants it: nothing that was left empty. */
export function deskBody(entry: Entry, projectId: string): DeskBody {
  const location = present({
    area: told(entry.area),
    building: told(entry.building),
    unit: told(entry.unit),
    room: told(entry.room),
  });
  const complainant = present({
    name: told(entry.name),
    phone: told(entry.phone),
    kind: told(entry.kind),
    anonymous: entry.anonymous,
  });
  const [first] = batchesOf(entry.attachments);
  return {
    projectId,
    channel: entry.channel,
    matter: entry.matter.trim(),
    ...(Object.keys(complainant).length === 0 ? {} : { complainant }),
    ...(Object.keys(location).length === 0 ? {} : { location }),
    ...present({
      classCode: told(entry.classCode),
      safety: entry.safety,
      requestedReplyAt: told(entry.requestedReplyAt),
      originalAt: told(entry.originalAt),
      attachments: first,
      manner: entry.agitated ? "agitated" : undefined,
      external: entry.channel === "government" ? ticketOf(entry) : undefined,
    }),
  };
}

/** The ticket as it stands on the platform. */
function ticketOf(entry: Entry): object {
  return present({
    system: told(entry.system),
    ticketNo: told(entry.ticketNo),
    unit: told(entry.ticketUnit),
    dueAt: told(entry.ticketDueAt),
    kind: told(entry.ticketKind),
    demand: told(entry.demand),
    signBy: told(entry.signBy),
  });
}

function told(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}

function present(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== false),
  );
}
