/** Encodes text as GBK, as many Chinese mail programs still do; Node only decodes it. Throws RangeError outside GBK. */
export function gbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table().get(character);
    if (pair === undefined) throw new RangeError(`${character} is not in GBK`);
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** The two-byte characters, found by decoding every pair once. */
function table(): ReadonlyMap<string, readonly number[]> {
  if (known !== undefined) return known;
  const decoder = new TextDecoder("gbk");
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd") found.set(character, [lead, trail]);
    }
  }
  known = found;
  return found;
}
