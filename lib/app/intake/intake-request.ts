import type { ClassCode } from "../../domain/classification/classes.ts";
import type { Channel } from "../../domain/classification/sources.ts";
import type { Consent } from "../../domain/complaint/consent.ts";
import type {
  ComplainantKind,
  Intake,
  Level,
  Location,
  Manner,
  RecordKind,
  Urgency,
} from "../../domain/complaint/events.ts";
import type { ExternalTicket } from "../../domain/complaint/tickets.ts";
import type { Language } from "../../domain/organisation/language.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** A complaint as any channel brings it: checked for form, not yet for sense. */
export interface IntakeRequest {
  readonly channel: Channel;
  /** The source system: it belongs to the channel key and survives the key's rotation. */
  readonly system: string;
  /** The source's own id: the same system, channel and id is the same complaint. */
  readonly sourceId: string;
  /** The body as received, before defaults; hashed with our key to tell a repeat from a conflict. */
  readonly body: string;
  /** What software before this one would have hashed of it. */
  readonly formerBody?: string;
  readonly by:
    | { readonly kind: "channel"; readonly id: string }
    | { readonly kind: "person"; readonly id: string };
  readonly projectId: string;
  readonly matter: string;
  /** The whole text where `matter` is only its beginning: read for danger, kept as a file by the channel. */
  readonly whole?: string;
  readonly receivedAt?: Instant;
  readonly complainant?: {
    readonly name?: string;
    readonly kind?: ComplainantKind;
    readonly language?: Language;
    readonly phone?: string;
    readonly email?: string;
    readonly anonymous?: boolean;
  };
  readonly location?: Location;
  readonly occurredAt?: Instant;
  readonly place?: string;
  readonly against?: { readonly text: string; readonly departmentId?: string; readonly personId?: string };
  readonly requestedReplyAt?: Instant;
  readonly classCode?: ClassCode;
  readonly level?: Level;
  readonly urgency?: Urgency;
  readonly safety?: boolean;
  readonly manner?: Manner;
  readonly recordKind?: RecordKind;
  readonly headcount?: number;
  /** Who signed a joint letter (联名信), as written there. */
  readonly signatories?: string;
  /** Where the paper original lies (D13). */
  readonly originalAt?: string;
  /** 拒绝提供: the complainant would not say more about the person. */
  readonly withheld?: boolean;
  readonly intake?: Intake;
  /** A government ticket, with what it demands. */
  readonly external?: ExternalTicket & { readonly demand?: string };
  /** Facts of the channel (call id, agent, recording): kept with the personal values as JSON. */
  readonly channelData?: Readonly<Record<string, unknown>>;
  /** Uploads that belong to it. */
  readonly attachments?: readonly string[];
  readonly subject?: string;
  readonly rawMail?: string;
  /** No automatic acknowledgement (a flood from one sender). */
  readonly quiet?: true;
  readonly linkedTo?: string;
  /** How the complainant is known again where there is neither phone nor address: a follower's openid. */
  readonly contactId?: string;
  readonly consent?: Consent;
}
