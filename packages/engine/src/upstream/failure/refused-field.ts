/** A field of a request that the server rejected. */
export interface RefusedField {
  /** Full path, such as `text.verbosity`. */
  readonly path: string;
  /** `name`: the server does not support the field for this model. `value`: it supports other values. */
  readonly by: "name" | "value";
}

const CODES = new Set(["unsupported_parameter", "unknown_parameter", "extra_forbidden"]);
const REFUSAL =
  /(?:unsupported|unrecognized|unknown|unexpected|extra|not supported|not permitted|does not support|invalid)/i;
/** Messages about unknown fields, with the field's name replaced by `<>`. */
const UNKNOWN =
  /(?:unsupported|unrecognized|unknown|unexpected) (?:request )?(?:argument|parameter|field|property|input)s?(?: supplied)?:? ?(?:<>|\.?$)|<> (?:parameter |field )?is (?:not (?:supported|permitted|allowed)|unsupported|deprecated)|extra (?:inputs|fields)|extra_forbidden/i;

/** Returns the field that an error is about, or null. `param`: the field named by the server, if any. */
export function refusedFieldIn(message: string, code: string, param: string | null): RefusedField | null {
  const told = param ?? fieldPathIn(message) ?? (REFUSAL.test(message) ? quotedIn(message) : null);
  if (told === null) return null;
  const path = told.replace(/^body\./, "");
  const said = message.replaceAll(told, "<>").replace(/[`'"]/g, "");
  return { path, by: CODES.has(code) || UNKNOWN.test(said) ? "name" : "value" };
}

/** Converts FastAPI's location, such as `["body", "seed"]`. */
export function fieldPathOf(names: unknown): string | null {
  const [first, ...inner] = Array.isArray(names) ? names : [];
  const path = inner.filter((it) => typeof it === "string").join(".");
  return first === "body" && path !== "" ? path : null;
}

/** Finds the location in messages of vLLM and SGLang: `'loc': ('body', 'seed')`. */
function fieldPathIn(message: string): string | null {
  const place = /'loc': \('body', ([^)]*)\)/.exec(message)?.[1] ?? "";
  const names = [...place.matchAll(/'([^']*)'/g)].map(([, name]) => name);
  return names.length > 0 ? names.join(".") : null;
}

/** Returns the quoted name in a message. */
function quotedIn(message: string): string | null {
  return /[`'"]([a-z_.]{2,40})[`'"]/.exec(message)?.[1] ?? null;
}
