import type { Words } from "../../../lib/domain/words/words.ts";
import { SignInFailed, type SignInFault } from "../api/sign-in-failed.ts";

const faults: Readonly<Record<SignInFault, Words>> = {
  "not-begun": {
    zh: "这次登录不是从这台设备的这个浏览器开始的，或链接已经用过。请从头登录一次。",
    en: "This sign-in was not begun in this browser on this device, or its link has been used. Sign in from the beginning.",
  },
  issuer: {
    zh: "登录系统没有按约定答复，请告知系统管理员。",
    en: "The sign-in service did not answer as agreed. Please tell your administrator.",
  },
};

/** Why somebody is not signed in, or the page has not begun, and what to do; what only technicians read stands in brackets. */
export function startTrouble(error: unknown): Words {
  if (error instanceof SignInFailed) return faults[error.fault];
  const technical = String(error);
  return {
    zh: `服务器或登录系统没有给出答复，请检查网络后重试（${technical}）。`,
    en: `The server or the sign-in service gave no answer. Check the network and try again (${technical}).`,
  };
}
