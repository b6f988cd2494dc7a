import type { Manner } from "../domain/complaint/events.ts";
import type { Bilingual } from "./problems.ts";

/** How a complainant is received (D3); from here on the tone decides. */
export const receptionTips: Readonly<Record<Manner, Bilingual>> = {
  calm: {
    zh: "礼貌接待，认真倾听并做好记录；当场能解释的当场解释，不能解释的说明下一步和时间。",
    en: "Receive politely, listen and write down; explain at once what can be explained, else say the next step and when.",
  },
  agitated: {
    zh: "请到安静处就座，先安抚情绪，让客户把话说完，不争辩不推诿；必要时请主管或经理出面。",
    en: "Offer a quiet seat, calm first, let the customer finish, neither argue nor pass on; call supervisor or manager if needed.",
  },
};
