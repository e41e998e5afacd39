import { readFile, stat } from "node:fs/promises";
import type { Static, TSchema } from "typebox";
import { Errors, Pointer } from "typebox/value";
import { type Scenario, ScenarioFields, stepSchemas, TurnFields } from "./scenario.ts";

/**
 * - `scenario_unreadable`: the file is missing, too large, or not JSON.
 * - `scenario_invalid`: the JSON is not a scenario.
 */
export type ScenarioErrorCode = "scenario_unreadable" | "scenario_invalid";

/** An invalid scenario. The message is one line: the file, the place in it, and what was expected there. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly code: ScenarioErrorCode;

  constructor(code: ScenarioErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface LoadScenarioOptions {
  /** The largest file. Default 16 MiB. */
  readonly maxBytes?: number;
}

/** Reads a scenario from a JSON file. Rejects with {@link ScenarioError}. */
export async function loadScenario(path: string, options: LoadScenarioOptions = {}): Promise<Scenario> {
  const { maxBytes = 16 * 1024 * 1024 } = options;
  const text = await readText(path, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ScenarioError("scenario_unreadable", `${path}: not JSON: ${jsonFault(cause, text)}`, { cause });
  }
  return parseScenario(value, path);
}

/** Validates parsed JSON; `source` names it in errors. Throws {@link ScenarioError} `scenario_invalid`. */
export function parseScenario(value: unknown, source = "scenario"): Scenario {
  check(ScenarioFields, value, source, "");
  for (const [number, turn] of value.turns.entries()) {
    const place = `turns[${number}]`;
    check(TurnFields, turn, source, place);
    for (const [ordinal, step] of turn.steps.entries()) checkStep(step, source, `${place}.steps[${ordinal}]`);
  }
  return value as Scenario;
}

async function readText(path: string, maxBytes: number): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path, "utf8");
    throw new ScenarioError(
      "scenario_unreadable",
      `${path}: ${size} bytes, ${size - maxBytes} over the limit: write long texts with \`repeat\``,
    );
  } catch (cause) {
    if (cause instanceof ScenarioError) throw cause;
    const reason = cause instanceof Error && "code" in cause ? cause.code : cause;
    const what = reason === "ENOENT" ? "no such file" : `cannot be read (${reason})`;
    throw new ScenarioError("scenario_unreadable", `${path}: ${what}: give the path of a scenario file`, {
      cause,
    });
  }
}

function jsonFault(cause: unknown, text: string): string {
  const message = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, " ");
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined || message.includes("line")) return message;
  const before = text.slice(0, Number(position)).split("\n");
  return `${message} (line ${before.length} column ${(before.at(-1) ?? "").length + 1})`;
}

function checkStep(step: unknown, source: string, place: string): void {
  const fields = typeof step === "object" && step !== null ? Object.keys(step) : [];
  // A repeated text also has the field `text`.
  const kind = fields.includes("repeat") ? "repeat" : fields.find(isStepKind);
  if (!kind) throw misfit(source, place, `an object with one of ${Object.keys(stepSchemas).join(", ")}`);
  check(stepSchemas[kind], step, source, place);
}

function isStepKind(field: string): field is keyof typeof stepSchemas {
  return Object.hasOwn(stepSchemas, field);
}

function check<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
  source: string,
  place: string,
): asserts value is Static<Schema> {
  const error = Errors(schema, value)[0];
  if (!error) return;
  // Report errors within a union, and unknown fields, by the enclosing schema.
  const path = error.schemaPath.replace(/\/(anyOf|additionalProperties)\b.*$/, "");
  const around = Pointer.Get(schema, path.replace(/^#/, "")) as TSchema & { description?: string };
  const at = place + error.instancePath.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
  throw misfit(source, at, expectation(error, around));
}

type Misfit = ReturnType<typeof Errors>[number];

function expectation(error: Misfit, schema: TSchema & { description?: string; properties?: object }): string {
  if (error.keyword === "required") return `the field ${error.params.requiredProperties.join(" and ")}`;
  if (error.schemaPath.endsWith("/additionalProperties")) {
    return `no field but ${Object.keys(schema.properties ?? {}).join(", ")}`;
  }
  return schema.description ?? error.message;
}

function misfit(source: string, place: string, expected: string): ScenarioError {
  const at = place.replace(/^\./, "");
  return new ScenarioError("scenario_invalid", `${source}: ${at ? `${at}: ` : ""}expected ${expected}`);
}
