/** A list that is kept in order; equal elements are replaced. */
export class Sorted<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly elements: T[] = [];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** Index of the first element that is not before `one`. */
  place(one: T): number {
    let low = 0;
    let high = this.elements.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.elements[middle] as T, one) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  find(one: T): T | undefined {
    const found = this.elements[this.place(one)];
    return found !== undefined && this.#compare(found, one) === 0 ? found : undefined;
  }

  put(one: T): void {
    const place = this.place(one);
    const found = this.elements[place];
    const isThere = found !== undefined && this.#compare(found, one) === 0;
    this.elements.splice(place, isThere ? 1 : 0, one);
  }

  remove(one: T): void {
    const place = this.place(one);
    const found = this.elements[place];
    if (found !== undefined && this.#compare(found, one) === 0) this.elements.splice(place, 1);
  }
}
