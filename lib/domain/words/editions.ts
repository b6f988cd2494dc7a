import type { Vocabulary } from "./words.ts";

/** What an edition is among those of its period. 版 is an edition of the same month; 期 is an issue of the bulletin. */
export const editionStageWords = {
  interim: { zh: "期中版", en: "interim edition" },
  preliminary: { zh: "初步版", en: "preliminary edition" },
  bulletin: { zh: "通报版", en: "bulletin edition" },
  rebuilt: { zh: "重编版", en: "rebuilt edition" },
} as const satisfies Vocabulary;
