export interface FileHandle {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface Exporter {
  open(path: string): Promise<FileHandle>;
  query(): AsyncIterable<Record<string, unknown>>;
}

export function formatRow(row: Record<string, unknown>): string {
  return Object.values(row)
    .map((value) => {
      if (typeof value === "object" && value !== null) throw new TypeError("a cell cannot hold an object");
      return String(value ?? "");
    })
    .join("\t");
}

/** Writes the rows of a query to a file. Returns how many there were. */
export async function exportRows(path: string, exporter: Exporter): Promise<number> {
  const file = await exporter.open(path);
  let count = 0;
  for await (const row of exporter.query()) {
    await file.write(`${formatRow(row)}\n`);
    count++;
  }
  await file.close();
  return count;
}
