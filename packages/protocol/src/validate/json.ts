import { type ApiError, apiError, type ErrorCode } from "../error/index.ts";

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Creates the error for an invalid value. `param` is "" for the body itself. */
export function refuse(code: ErrorCode, param: string, expected: string, value: unknown): ApiError {
  const place = param === "" ? "the request" : `\`${param}\``;
  return apiError(
    code,
    `${place}: expected ${expected}, got ${describeValue(value)}`,
    param === "" ? null : param,
  );
}

/** {@link refuse} for a value of the wrong JSON type, or a missing required value. */
export function refuseType(param: string, expected: string, value: unknown): ApiError {
  const code = value === undefined ? "missing_required_parameter" : "invalid_type";
  return refuse(code, param, expected, value);
}

/** Returns the path of a field in the API's notation: `input[2].content[0].text`. */
export function fieldOf(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(shorten(key))}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Returns the first top-level field that nests deeper than `maxDepth`, or null. */
export function tooDeepField(body: JsonObject, maxDepth: number): string | null {
  for (const key in body) if (isDeeperThan(body[key], maxDepth - 1)) return key;
  return null;
}

/** Recurses at most to the limit, so deep nesting cannot overflow the stack. */
function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) {
    for (const child of value) if (isDeeperThan(child, depth - 1)) return true;
    return false;
  }
  const node = value as JsonObject;
  for (const key in node) if (isDeeperThan(node[key], depth - 1)) return true;
  return false;
}

/** Whether two values have the same JSON, including the order of fields. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((it, at) => isSameJson(it, other[at]));
  }
  if (Array.isArray(one) || Array.isArray(other)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(other);
  if (keys.length !== others.length) return false;
  return keys.every(
    (key, at) => key === others[at] && isSameJson((one as JsonObject)[key], (other as JsonObject)[key]),
  );
}

function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "string") return JSON.stringify(shorten(value));
  return String(value);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
