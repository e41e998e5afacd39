/**
 * Yields the indices of `keys` by ascending key, with a binary heap. Each is found on demand, so a consumer that stops
 * early pays for little more than it took.
 */
export function* leastFirst(keys: Float64Array): Generator<number> {
  const heap = Uint32Array.from(keys, (_, index) => index);
  const keyAt = (place: number) => keys[heap[place] as number] as number;
  let size = heap.length;
  const sink = (from: number) => {
    let place = from;
    for (;;) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < size && keyAt(child) < keyAt(least)) least = child;
      if (least === place) return;
      const held = heap[place] as number;
      heap[place] = heap[least] as number;
      heap[least] = held;
      place = least;
    }
  };
  for (let place = (size >> 1) - 1; place >= 0; place--) sink(place);
  while (size > 0) {
    yield heap[0] as number;
    heap[0] = heap[--size] as number;
    sink(0);
  }
}
