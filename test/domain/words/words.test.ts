import { describe, expect, test } from "vitest";
import { commandBodies } from "../../../lib/contracts/complaints/commands.ts";
import { channelNames } from "../../../lib/domain/classification/sources.ts";
import { pauseReasons } from "../../../lib/domain/clocks/clock.ts";
import { statuses } from "../../../lib/domain/complaint/document.ts";
import * as facts from "../../../lib/domain/complaint/events.ts";
import { emergencyStatuses, reportStages } from "../../../lib/domain/emergencies/emergency.ts";
import { emergencyCategoryNames, emergencyOutcomes } from "../../../lib/domain/emergencies/taxonomy.ts";
import { groupStatuses } from "../../../lib/domain/groups/group.ts";
import { groupCommandNames } from "../../../lib/domain/groups/names.ts";
import { posts } from "../../../lib/domain/organisation/organisation.ts";
import { treeLevels } from "../../../lib/domain/organisation/tree.ts";
import { readWays, shownReasons } from "../../../lib/domain/person-data/read.ts";
import { adapters } from "../../../lib/domain/policy/notice-policy.ts";
import { clockNames } from "../../../lib/domain/policy/policy.ts";
import { contestReasons } from "../../../lib/domain/submissions/submission.ts";
import { rhythms } from "../../../lib/domain/subscriptions/subscription.ts";
import * as causes from "../../../lib/domain/words/causes.ts";
import * as channels from "../../../lib/domain/words/channels.ts";
import * as clocks from "../../../lib/domain/words/clocks.ts";
import { commandWords } from "../../../lib/domain/words/commands.ts";
import * as complaint from "../../../lib/domain/words/complaint.ts";
import * as duties from "../../../lib/domain/words/duties.ts";
import * as emergencies from "../../../lib/domain/words/emergencies.ts";
import * as groups from "../../../lib/domain/words/groups.ts";
import { postWords } from "../../../lib/domain/words/organisation.ts";
import { readWayWords, shownReasonWords } from "../../../lib/domain/words/person-data.ts";
import { contestReasonWords } from "../../../lib/domain/words/submissions.ts";
import { rhythmWords, treeLevelWords } from "../../../lib/domain/words/subscriptions.ts";
import { type Vocabulary, wordsFor } from "../../../lib/domain/words/words.ts";

/** Each list of codes with its words. */
const lists: readonly (readonly [name: string, codes: readonly string[], words: Vocabulary])[] = [
  ["channels", channelNames, channels.channelWords],
  ["intakes", facts.intakes, channels.intakeWords],
  ["ways of replying", facts.replyVias, channels.replyViaWords],
  ["ways of following up", facts.followUpVias, channels.followUpViaWords],
  ["ways of telling", adapters, channels.noticeWayWords],
  ["clocks", clockNames, clocks.clockWords],
  ["pause reasons", pauseReasons, clocks.pauseReasonWords],
  ["statuses", statuses, complaint.statusWords],
  ["levels", facts.levels, complaint.levelWords],
  ["levels on forms", facts.levels, complaint.levelLabels],
  ["kinds", facts.recordKinds, complaint.recordKindWords],
  ["urgencies", facts.urgencies, complaint.urgencyWords],
  ["validities", facts.validities, complaint.validityWords],
  ["complainants", facts.complainantKinds, complaint.complainantKindWords],
  ["manners", facts.manners, complaint.mannerWords],
  ["difficulties", facts.difficulties, complaint.difficultyWords],
  ["follow-up outcomes", facts.followUpOutcomes, complaint.followUpOutcomeWords],
  ["grades", ["1", "2", "3", "4", "5"], complaint.gradeWords],
  ["causes on our side", facts.dutyCauses, causes.dutyCauseWords],
  ["steps", facts.handlingSteps, duties.stepWords],
  ["commands", [...Object.keys(commandBodies), ...groupCommandNames], commandWords],
  ["posts", posts, postWords],
  ["emergency categories", emergencyCategoryNames, emergencies.emergencyCategoryWords],
  ["emergency outcomes", emergencyOutcomes, emergencies.emergencyOutcomeWords],
  ["report stages", reportStages, emergencies.reportStageWords],
  ["emergency states", emergencyStatuses, emergencies.emergencyStatusWords],
  ["group levels", facts.groupLevels, groups.groupLevelWords],
  ["group states", groupStatuses, groups.groupStatusWords],
  ["contests", contestReasons, contestReasonWords],
  ["why somebody is shown who complained", shownReasons, shownReasonWords],
  ["ways of being shown personal values", readWays, readWayWords],
  ["rhythms of subscriptions", rhythms, rhythmWords],
  ["levels of the tree", treeLevels, treeLevelWords],
];

describe("every code that people read has its words once", () => {
  test.each(lists)("%s: all codes, no others, no word for two of them", (_, codes, vocabulary) => {
    expect(Object.keys(vocabulary).toSorted()).toEqual([...new Set(codes)].toSorted());
    for (const language of ["zh", "en"] as const) {
      const said = Object.values(vocabulary).map((words) => words[language]);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test.each(lists)("%s: Chinese in Chinese characters, English without any", (_, __, vocabulary) => {
    for (const { zh, en } of Object.values(vocabulary)) {
      expect(zh).toMatch(/^[A-E]? ?[\p{Script=Han}，、/·]+$/u);
      expect(en).toMatch(/^[\p{Script=Latin} ,':()-]+$/u);
    }
  });

  test("D15: 人机料法环, the factor and what about it", () => {
    expect(Object.keys(causes.causeFactorParts)).toEqual([...facts.causeFactors]);
    expect(causes.causeFactorWords("equipment.appearance")).toEqual({
      zh: "机·外观完好性",
      en: "equipment: appearance",
    });
  });

  test("a code that came as a text and has no words stands as it is, also one that every object has", () => {
    expect(wordsFor(commandWords, "assign").zh).toBe("指派");
    for (const code of ["no-such", "toString", "__proto__"]) {
      expect(wordsFor(commandWords, code)).toEqual({ zh: code, en: code });
    }
  });
});
