import type { OpsCommand } from "../command.ts";
import { alarmShardsCommand } from "./alarm-shards.ts";
import { createKeyCommand } from "./create-key.ts";
import { deadLettersCommand } from "./dead-letters.ts";
import { doctorCommand } from "./doctor.ts";
import { documentCommand } from "./document.ts";
import { driftCommand } from "./drift.ts";
import { envCommand } from "./env.ts";
import { eraseCommand } from "./erase.ts";
import { exportCommand } from "./export.ts";
import { hintsCommand } from "./hints.ts";
import { importCompanyCommand } from "./import-company.ts";
import { importLedgerCommand } from "./import-ledger.ts";
import { indexWordsCommand } from "./index-words.ts";
import { noticesCommand } from "./notices.ts";
import { personDataCommand } from "./person-data.ts";
import { reindexCommand } from "./reindex.ts";
import { rekeyCommand } from "./rekey.ts";
import { restoreCommand } from "./restore.ts";
import { retentionCommand } from "./retention.ts";
import { secretsCommand } from "./secrets.ts";
import { setMessengersCommand } from "./set-messengers.ts";
import { setupCodeCommand } from "./setup-code.ts";
import { slimDocumentsCommand } from "./slim-documents.ts";
import { smokeCommand } from "./smoke.ts";
import { statusCommand } from "./status.ts";

/** Every command of `npm run ops`; a new one is its file and its line here. */
export const opsCommands: readonly OpsCommand[] = [
  envCommand,
  setupCodeCommand,
  importCompanyCommand,
  importLedgerCommand,
  exportCommand,
  createKeyCommand,
  statusCommand,
  smokeCommand,
  noticesCommand,
  setMessengersCommand,
  secretsCommand,
  documentCommand,
  eraseCommand,
  personDataCommand,
  retentionCommand,
  deadLettersCommand,
  doctorCommand,
  hintsCommand,
  rekeyCommand,
  indexWordsCommand,
  driftCommand,
  reindexCommand,
  slimDocumentsCommand,
  alarmShardsCommand,
  restoreCommand,
];
