/** A field of a request that its server has refused. */
export interface RefusedField {
  /** With what encloses it: `text.verbosity`. */
  readonly path: string;
  /** `name`: the server does not know the field for this model. `value`: it takes others than this one. */
  readonly by: "name" | "value";
}

const CODES = new Set(["unsupported_parameter", "unknown_parameter", "extra_forbidden"]);
const REFUSAL =
  /(?:unsupported|unrecognized|unknown|unexpected|extra|not supported|not permitted|does not support|invalid)/i;
/** The field's own name stands as `<>` here. */
const UNKNOWN =
  /(?:unsupported|unrecognized|unknown|unexpected) (?:request )?(?:argument|parameter|field|property|input)s?(?: supplied)?:? ?(?:<>|\.?$)|<> (?:parameter |field )?is (?:not (?:supported|permitted|allowed)|unsupported|deprecated)|extra (?:inputs|fields)|extra_forbidden/i;

/** The field that an error is about, as far as its words tell. `param` is where the server says so itself. */
export function refusedFieldIn(message: string, code: string, param: string | null): RefusedField | null {
  const told = param ?? placeIn(message) ?? (REFUSAL.test(message) ? quotedIn(message) : null);
  if (told === null) return null;
  const path = told.replace(/^body\./, "");
  const said = message.replaceAll(told, "<>").replace(/[`'"]/g, "");
  return { path, by: CODES.has(code) || UNKNOWN.test(said) ? "name" : "value" };
}

/** Where FastAPI found something wrong: `["body", "seed"]`. */
export function placeOf(names: unknown): string | null {
  const [first, ...inner] = Array.isArray(names) ? names : [];
  const path = inner.filter((it) => typeof it === "string").join(".");
  return first === "body" && path !== "" ? path : null;
}

/** The same, as vLLM and SGLang write it into their messages: `'loc': ('body', 'seed')`. */
function placeIn(message: string): string | null {
  const place = /'loc': \('body', ([^)]*)\)/.exec(message)?.[1] ?? "";
  const names = [...place.matchAll(/'([^']*)'/g)].map(([, name]) => name);
  return names.length > 0 ? names.join(".") : null;
}

/** The name in quotes that a server says it does not take. */
function quotedIn(message: string): string | null {
  return /[`'"]([a-z_.]{2,40})[`'"]/.exec(message)?.[1] ?? null;
}
