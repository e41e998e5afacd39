/** The values of one property. */
export function pluck(items: readonly any[], key: string): any[] {
  return items.map((item) => item[key]);
}

/** The items by the value of one property, in their order. */
export function groupBy(items: readonly any[], key: string): Map<any, any[]> {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(item[key]);
    if (group) group.push(item);
    else groups.set(item[key], [item]);
  }
  return groups;
}

/** The last item with each value of one property. */
export function indexBy(items: readonly any[], key: string): Map<any, any> {
  return new Map(items.map((item) => [item[key], item]));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
