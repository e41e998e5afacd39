const HOST_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const SHORT_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,28}[A-Za-z0-9])?";
/** A host name has at most 253 characters: of its six labels, only the first two may have the full 63. */
const HOST = `${HOST_LABEL}(\\.${HOST_LABEL}(\\.${SHORT_LABEL}){0,4})?`;
const DOMAIN = `(${HOST_LABEL}\\.){1,8}[A-Za-z]{2,24}`;
const MONTH_DAY =
  "((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))";
const LEAP_YEAR = "(\\d\\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const DATE = `(\\d{4}-${MONTH_DAY}|${LEAP_YEAR}-02-29)`;
const TIME = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)";
const BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `${BYTE}(\\.${BYTE}){3}`;
const HEX = "[0-9A-Fa-f]";
const HEX_GROUP = `${HEX}{1,4}`;
const WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}";
const DURATION_TIME = "T(\\d{1,9}H(\\d{1,9}M)?(\\d{1,9}S)?|\\d{1,9}M(\\d{1,9}S)?|\\d{1,9}S)";
const DURATION_DATE = "(\\d{1,9}Y(\\d{1,9}M)?(\\d{1,9}D)?|\\d{1,9}M(\\d{1,9}D)?|\\d{1,9}D)";

/** A UUID of the given version, for Pydantic's formats `uuid1` to `uuid8`. */
function uuid(version: string): string {
  return `${HEX}{8}-${HEX}{4}-${version}${HEX}{3}-[89ABab]${HEX}{3}-${HEX}{12}`;
}

/** IPv6 in full, or with one `::`. */
function ipv6(): string {
  const full = `${HEX_GROUP}(:${HEX_GROUP}){7}`;
  const gaps = Array.from({ length: 7 }, (_, before) => {
    const head = before === 0 ? "" : `${HEX_GROUP}(:${HEX_GROUP}){${before - 1}}`;
    return `${head}::(${HEX_GROUP}(:${HEX_GROUP}){0,${Math.max(0, 5 - before)}})?`;
  });
  return [full, ...gaps].join("|");
}

const PATH = "(/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?(\\?[A-Za-z0-9._~=&-]*)?(#[A-Za-z0-9._~-]*)?";
const BASE_64 = "[A-Za-z0-9_-]";

/**
 * A signed token: a base64url-encoded JSON header with an algorithm and perhaps the type, an object that starts with
 * a member, and a signature.
 */
function jwt(): string {
  const algorithms = ["HS", "RS", "ES", "PS"].flatMap((kind) =>
    ["256", "384", "512"].map((size) => kind + size),
  );
  const headers = [...algorithms, "EdDSA"].flatMap((alg) => [
    { alg },
    { alg, typ: "JWT" },
    { typ: "JWT", alg },
  ]);
  const written = headers.map((header) => Buffer.from(JSON.stringify(header)).toString("base64url"));
  const rest = `${BASE_64}(${BASE_64}{4})*(${BASE_64}{2,3})?`;
  return `(${written.join("|")})\\.eyJ${rest}\\.(${BASE_64}{4})*${BASE_64}{2,4}`;
}

/** The supported formats, as patterns of the whole string. */
export const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date", DATE],
  ["time", TIME],
  ["date-time", `${DATE}T${TIME}`],
  ["duration", `P(${DURATION_DATE}(${DURATION_TIME})?|${DURATION_TIME}|\\d{1,9}W)`],
  ["email", `${WORD}(\\.${WORD}){0,4}@${DOMAIN}`],
  ["hostname", HOST],
  ["ipv4", IPV4],
  ["ipv6", ipv6()],
  ["uuid", `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`],
  ["uri", `https?://${DOMAIN}(:\\d{2,5})?${PATH}`],
  ["jwt", jwt()],
  ["base64", "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"],
  ["base64url", `(${BASE_64}{4})*(${BASE_64}{2,3})?`],
  ...["1", "3", "4", "5", "6", "7", "8"].map((version): [string, string] => [
    `uuid${version}`,
    uuid(version),
  ]),
]);

const ANY_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
const ANY_WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

/**
 * Variants for strings whose length is limited elsewhere: without length limits, they take fewer automaton states.
 */
export const FORMATS_WITH_A_LENGTH: ReadonlyMap<string, string> = new Map([
  ["email", `${ANY_WORD}(\\.${ANY_WORD})*@(${ANY_LABEL}\\.)+[A-Za-z]{2,24}`],
  ["uri", `https?://(${ANY_LABEL}\\.)+[A-Za-z]{2,24}(:\\d{2,5})?${PATH}`],
]);

/** Formats that do not constrain the string, but describe how it is displayed or used. */
export const FREE_FORMATS: ReadonlySet<string> = new Set([
  "password",
  "binary",
  "path",
  "file-path",
  "directory-path",
]);

/**
 * Patterns with look-ahead that libraries put into their schemas, mapped to patterns without it, either equivalent or
 * a format's stricter ones: zod's durations, host names and addresses, and Pydantic's decimals.
 */
export const WITHOUT_LOOK_AHEAD: ReadonlyMap<string, string> = new Map([
  [
    String.raw`^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$`,
    `^(${FORMATS.get("duration")})$`,
  ],
  [
    String.raw`^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$`,
    `^${HOST}$`,
  ],
  [
    String.raw`^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$`,
    String.raw`^([A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$`,
  ],
  [String.raw`^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$`, String.raw`^[+-]?(\d+\.?\d*|\.\d+)$`],
]);
