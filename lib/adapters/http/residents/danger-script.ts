import { englishDanger } from "../../../domain/residents/emergency.ts";
import { safetyPhrases } from "../../../domain/triage/phrases.ts";
import { denied, LOOK_BACK } from "../../../domain/triage/triage.ts";

/** Longest first: of two phrases that begin at one place an alternation takes the first. */
const phrases = safetyPhrases.split(" ").toSorted((a, b) => b.length - a.length);

/** `isDangerous(text)` for a browser: says what soundsDangerous says, phrase by phrase. Written for old browsers. */
export const dangerCheck =
  `var words=/${phrases.join("|")}/g,not=/${denied.source}/,english=/${englishDanger.source}/i;
function isDangerous(t){var m;words.lastIndex=0;
while((m=words.exec(t)))if(!not.test(t.slice(Math.max(0,m.index-${LOOK_BACK}),m.index)))return true;
return english.test(t)}`.replaceAll("\n", "");

/** Shows whom to call while the words are being typed; without script the next page does (D6 立即). */
export const dangerScript = `(function(){
var field=document.getElementById("matter"),box=document.getElementById("call");
if(!field||!box)return;
${dangerCheck}
function look(){box.hidden=!isDangerous(field.value)}
field.addEventListener("input",look);look()
})();`.replaceAll("\n", "");
