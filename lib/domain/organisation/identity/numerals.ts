const digits: Readonly<Record<string, number>> = Object.fromEntries(
  ["〇零○0", "一壹1", "二贰两2", "三叁3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9"].flatMap(
    (chars, value) => Array.from(chars).map((char) => [char, value]),
  ),
);
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** `三十二` → 32, `一零一` → 101, `六0一` → 601, `08` → 8; any other text is left, but for the zeros before its digits. */
export function withDigits(text: string): string {
  if (text.startsWith("负")) return `负${withDigits(text.slice(1))}`;
  const number = numberOf(text) ?? text;
  return number.replace(/(?<!\d)0+(?=\d)/g, "");
}

function numberOf(text: string): string | undefined {
  const chars = Array.from(text);
  if (chars.length === 0 || !chars.every((char) => char in digits || char in tens)) return undefined;
  if (!chars.some((char) => char in tens)) return chars.map((char) => digits[char]).join("");
  let sum = 0;
  let read = "";
  for (const char of chars) {
    const unit = tens[char];
    if (unit === undefined) read += digits[char];
    else {
      sum += (read === "" || Number(read) === 0 ? 1 : Number(read)) * unit;
      read = "";
    }
  }
  return String(sum + Number(read));
}
