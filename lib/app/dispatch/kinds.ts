import type { DocumentKindName } from "../../domain/document/ref.ts";
import type { Reacting } from "../../domain/document/timer.ts";
import { fire } from "../documents/fire.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { react } from "../documents/react.ts";
import { emergencyKind } from "../emergencies/kind.ts";
import { groupKind } from "../groups/kind.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";
import { submissionKind } from "../submissions/kind.ts";
import { complaintKind } from "./complaint-kind.ts";

/** What queues ask of a kind of document. */
interface Protocol {
  readonly react: (ports: Ports, id: string) => Promise<void>;
  readonly fire: (ports: Ports, message: AlarmMessage) => Promise<void>;
}

/** The protocol of every kind of document. */
export const protocols: Readonly<Record<DocumentKindName, Protocol>> = {
  complaint: protocolOf(complaintKind),
  group: protocolOf(groupKind),
  emergency: protocolOf(emergencyKind),
  submission: protocolOf(submissionKind),
};

function protocolOf<D extends Reacting>(kind: DocumentKind<D, Ports>): Protocol {
  return {
    react: (ports, id) => react(ports, kind, id),
    fire: (ports, message) => fire(ports, kind, message),
  };
}
