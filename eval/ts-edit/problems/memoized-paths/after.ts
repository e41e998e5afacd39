export interface Grid {
  readonly rows: number;
  readonly columns: number;
  isFree(row: number, column: number): boolean;
}

/** A grid from lines in which `#` is a wall. */
export function parseGrid(text: string): Grid {
  const lines = text.split("\n");
  return {
    rows: lines.length,
    columns: lines[0].length,
    isFree: (row, column) => lines[row][column] !== "#",
  };
}

/** Ways from the upper left to the lower right, going right and down only, around the walls. */
export function countPaths(grid: Grid): number {
  const known = new Map<number, number>();
  const from = (row: number, column: number): number => {
    if (row >= grid.rows || column >= grid.columns) return 0;
    const key = row * grid.columns + column;
    let count = known.get(key);
    if (count === undefined) {
      count = compute(row, column);
      known.set(key, count);
    }
    return count;
  };
  const compute = (row: number, column: number): number => {
    if (!grid.isFree(row, column)) return 0;
    if (row === grid.rows - 1 && column === grid.columns - 1) return 1;
    return from(row + 1, column) + from(row, column + 1);
  };
  return from(0, 0);
}
