import { misrung } from "../../domain/complaint/rung-proof.ts";
import { canonicalJson, erasedRefs, verifyChain } from "../../domain/document/chain.ts";
import { redactedEvents } from "../../domain/document/redaction.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { defined } from "../../domain/present.ts";
import type { AuditFault, AuditProgress } from "../complaints/audit.ts";
import type { Ports } from "../ports/index.ts";

type AuditPorts = Pick<Ports, "crypto" | "groups" | "organisation">;

const PAGE = 50;

/**
 * Checks every group's hash chain, that replaying its events gives the stored document, and that each rung was recorded when it
 * rang; page by page.
 */
export async function* auditGroups(ports: AuditPorts): AsyncGenerator<AuditProgress> {
  for (const project of await ports.organisation.projects()) {
    let cursor: string | undefined;
    do {
      const page = await ports.groups.ofProject(project.id, {
        limit: PAGE,
        ...defined({ cursor }),
      });
      for (const { id } of page.items) {
        const group = await ports.groups.load(id);
        yield {
          checked: 1,
          faults: group === undefined ? [] : faultsOf(ports, await ports.groups.whole(group)),
        };
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
}

function faultsOf({ crypto }: Pick<AuditPorts, "crypto">, group: Group): AuditFault[] {
  const { id, code } = group.identity;
  const named = { id, number: `群体 group ${code}` };
  const chain = verifyChain(group.events, group.personal, (text) => crypto.digest(text), {
    erased: erasedRefs(group.events),
    redacted: redactedEvents(group.events),
  });
  const faults: AuditFault[] = chain.map(({ seq, fault }) => ({ ...named, fault, seq }));
  let replayed: Group | undefined;
  for (const event of group.events) {
    const { fact } = event;
    const rungs = fact.type === "rungDecided" ? misrung(replayed?.clocks, event, fact) : [];
    faults.push(
      ...rungs.map(({ seq = event.seq, ...rung }) => ({ ...named, fault: "rung" as const, seq, rung })),
    );
    replayed = evolveGroup(replayed, event);
  }
  const isReplay = replayed !== undefined && derived(replayed) === derived(group);
  return isReplay ? faults : [...faults, { ...named, fault: "state" }];
}

/** What belongs to the storage protocol, or stands beside the events, does not come from them. */
function derived(group: Group): string {
  const {
    personal: _,
    revision: __,
    writtenAt: ___,
    armed: ____,
    outbox: _____,
    archive: ______,
    ...rest
  } = group;
  return canonicalJson(rest);
}
