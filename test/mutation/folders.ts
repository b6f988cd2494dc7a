import { existsSync } from "node:fs";

/** A folder that is mutated, and the tests that hold it: folders or files below `test/`. */
export interface Held {
  readonly folder: string;
  readonly tests: readonly string[];
}

/** Tests that hold a folder beside those that have its name. */
const more: Readonly<Record<string, readonly string[]>> = {
  "domain/analytics": ["app/reports/kept-views.test.ts", "adapters/http/analytics.test.ts"],
  "domain/attachments": [
    "app/uploads",
    "app/recordings",
    "adapters/storage",
    "adapters/http/uploads.test.ts",
    "app/mail",
    "adapters/http/residents.test.ts",
  ],
  "domain/submissions": [
    "app/submissions",
    "adapters/http/submissions.test.ts",
    "app/reports/submitted.test.ts",
  ],
  "domain/classification": [
    "domain/triage",
    "domain/statistics",
    "domain/policy",
    "domain/words",
    "domain/narrative",
    "domain/complaint",
    "app/intake",
    "app/ledger",
  ],
  "domain/clocks": ["domain/complaint"],
  "domain/digest": ["app/digest"],
  "domain/document": [
    "domain/complaint",
    "app/complaints/audit.test.ts",
    "app/digest",
    "adapters/dynamodb/later-release.test.ts",
  ],
  "domain/editions": ["domain/policy/scope.test.ts", "domain/statistics/period.test.ts"],
  "domain/emergencies": [
    "app/emergencies",
    "domain/policy",
    "adapters/http/events.test.ts",
    "adapters/messages",
  ],
  "domain/ledger": ["app/ledger"],
  "domain/narrative": [
    "adapters/documents/papers.test.ts",
    "app/reports/bulletin.test.ts",
    "app/reports/documents.test.ts",
  ],
  "domain/notices": ["app/notices", "adapters/messages", "app/escalation", "app/dispatch", "app/complaints"],
  "domain/person-data": ["app/erasure"],
  "domain/residents": ["adapters/http/danger-script.test.ts"],
  "domain/time": ["domain/clocks", "domain/webhooks", "app/rules", "app/notices", "app/complaints"],
  "domain/webhooks": ["app/webhooks", "adapters/outbound", "domain/notices"],
  "domain/words": ["domain/papers", "domain/notices", "domain/organisation", "domain/narrative"],
  "app/acknowledgements": ["app/groups", "app/complaints"],
  "app/analytics": ["app/reports/kept-views.test.ts", "adapters/http/analytics.test.ts"],
  "app/corrective": ["adapters/http/corrective.test.ts"],
  "app/doctor": ["app/doctor.test.ts"],
  "app/documents": ["app/dispatch", "adapters/schedule"],
  "app/erasure": ["adapters/http/person-data.test.ts"],
  "app/escalation": ["app/complaints"],
  "app/jobs": ["app/handover", "app/erasure"],
  "app/papers": ["adapters/http/papers.test.ts", "adapters/http/dossier.test.ts"],
  "app/periods": ["app/reports"],
  "app/person-data": ["app/erasure", "adapters/http/person-data.test.ts", "adapters/http/reads.test.ts"],
  "app/quarantine": ["app/mail", "adapters/http/isolation.test.ts"],
  "app/recordings": ["app/erasure"],
  "app/residents": ["adapters/http/residents.test.ts", "adapters/http/residents-mishaps.test.ts"],
  "app/setup": ["app/setup.test.ts"],
  "app/uploads": ["adapters/http/uploads.test.ts"],
  "app/webhooks": ["adapters/outbound"],
};

/** The tests of a folder such as `lib/domain/ledger`: first its own, which are quickest to notice. */
export function heldBy(folder: string): Held {
  const name = folder.replace(/^lib\//, "");
  const tests = [name, ...(more[name] ?? [])]
    .map((path) => `test/${path}`)
    .filter((path) => existsSync(path));
  return { folder, tests };
}
