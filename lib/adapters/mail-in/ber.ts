/** One element of BER (X.690): where it lies in the bytes, without what is in it. */
export interface Element {
  readonly tag: number;
  /** Its content, and where the next element begins. */
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Bit of a tag that says: elements within. */
const CONSTRUCTED = 0x20;
const MAX_DEPTH = 64;
/** Elements that are looked at in one structure, each as often as one walks past it. */
const MAX_STEPS = 500_000;

class BerError extends Error {}

/**
 * Reads elements of BER one by one, with or without their lengths given; nothing is copied, and what is not asked for is only
 * walked past. Throws where bytes are no BER, nest too deeply or are too many elements.
 */
export class BerReader {
  readonly #bytes: Buffer;
  #steps = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The element at the head of the bytes; what follows it is not looked at. */
  head(): Element {
    return this.#element(0, this.#bytes.length, 0);
  }

  /** The elements in one; none in a simple one. */
  within(element: Element | undefined): readonly Element[] {
    if (element === undefined || (element.tag & CONSTRUCTED) === 0) return [];
    const found: Element[] = [];
    for (let at = element.from; at < element.to; ) {
      const one = this.#element(at, element.to, 0);
      found.push(one);
      at = one.next;
    }
    return found;
  }

  content({ from, to }: Element): Buffer {
    return this.#bytes.subarray(from, to);
  }

  #element(at: number, end: number, depth: number): Element {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS || depth > MAX_DEPTH) throw new BerError("too much");
    const tag = this.#byte(at, end);
    // Tags of several bytes do not occur in CMS.
    if ((tag & 0x1f) === 0x1f) throw new BerError("long tag");
    const first = this.#byte(at + 1, end);
    if (first === 0x80) return this.#endless(tag, at + 2, end, depth);
    const digits = first < 0x80 ? 0 : first & 0x7f;
    if (digits > 6 || at + 2 + digits > end) throw new BerError("length");
    const from = at + 2 + digits;
    const size = digits === 0 ? first : this.#bytes.readUIntBE(at + 2, digits);
    if (size > end - from) throw new BerError("cut off");
    return { tag, from, to: from + size, next: from + size };
  }

  /** Its end is marked by two zeros where an element would begin. */
  #endless(tag: number, from: number, end: number, depth: number): Element {
    if ((tag & CONSTRUCTED) === 0) throw new BerError("length");
    for (let at = from; ; ) {
      if (this.#byte(at, end) === 0 && this.#byte(at + 1, end) === 0)
        return { tag, from, to: at, next: at + 2 };
      at = this.#element(at, end, depth + 1).next;
    }
  }

  #byte(at: number, end: number): number {
    const byte = at < end ? this.#bytes[at] : undefined;
    if (byte === undefined) throw new BerError("cut off");
    return byte;
  }
}
