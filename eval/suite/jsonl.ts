import { readFile } from "node:fs/promises";
import { SuiteError } from "./suite-error.ts";

/** One object of the file, with its position for error messages. */
export interface Row {
  readonly place: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads the objects of a JSONL file, or of a JSON file with one array. Rejects with {@link SuiteError}. */
export async function readRows(path: string): Promise<Row[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new SuiteError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (text.startsWith("PAR1")) {
    throw new SuiteError(`${path} is a parquet file: convert it to JSONL as docs/ts-edit.md shows`);
  }
  const rows = text.trimStart().startsWith("[") ? readArray(path, text) : readLines(path, text);
  if (rows.length === 0) throw new SuiteError(`${path} contains no problems`);
  return rows;
}

/** Returns a required string field. Throws {@link SuiteError}. */
export function requireString({ place, fields }: Row, name: string): string {
  const value = fields[name];
  if (typeof value !== "string") throw new SuiteError(`${place}: "${name}" must be a string`);
  return value;
}

/** Returns an optional string field; null if it is missing. Throws {@link SuiteError}. */
export function optionalString(row: Row, name: string): string | null {
  return row.fields[name] === undefined || row.fields[name] === null ? null : requireString(row, name);
}

/** Returns an optional field with a list of strings; empty if it is missing. Throws {@link SuiteError}. */
export function optionalStrings({ place, fields }: Row, name: string): readonly string[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string"))
    throw new SuiteError(`${place}: "${name}" must be a list of strings`);
  return value as readonly string[];
}

function readArray(path: string, text: string): Row[] {
  const values = parseJson(text, path);
  if (!Array.isArray(values)) throw new SuiteError(`${path} must be JSONL or one JSON array`);
  return values.map((value, index) => toRow(value, `${path}, entry ${index + 1}`));
}

function readLines(path: string, text: string): Row[] {
  return text.split("\n").flatMap((line, index) => {
    const place = `${path}, line ${index + 1}`;
    return line.trim() === "" ? [] : [toRow(parseJson(line, place), place)];
  });
}

function toRow(value: unknown, place: string): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new SuiteError(`${place}: must be a JSON object`);
  return { place, fields: value as Record<string, unknown> };
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SuiteError(`${place}: invalid JSON: ${(error as Error).message}`, { cause: error });
  }
}
