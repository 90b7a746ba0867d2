/** A growing list of numbers below 2^32, four bytes each. */
export function createNumbers() {
  let numbers = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = value;
      length += 1;
    },
    length: () => length,
    view: () => numbers.subarray(0, length),
  };
}

/** Places in the order of `compare`. */
export function toOrder(length: number, compare: (a: number, b: number) => number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length }, (_, index) => index).sort(compare);
}

/** Place of each number in an order. */
export function invert(order: Uint32Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(order.length);
  for (const [place, number] of order.entries()) places[number] = place;
  return places;
}
