/**
 * Sorted arrays of numbers or strings.
 */

/** Index of `wanted` in a sorted array, or -1. */
export function indexOfSorted(items, wanted) {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] === wanted) return middle;
    if (items[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** Index of the first item that is not less than `value`. */
export function insertionPoint(items, value) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function insertSorted(items, value) {
  const at = insertionPoint(items, value);
  return [...items.slice(0, at), value, ...items.slice(at)];
}
