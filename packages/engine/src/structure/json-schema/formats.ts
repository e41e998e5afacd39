const HOST_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const SHORT_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,28}[A-Za-z0-9])?";
/** A name has 253 characters at most: of six labels the first two may be as long as labels can be. */
const HOST = `${HOST_LABEL}(\\.${HOST_LABEL}(\\.${SHORT_LABEL}){0,4})?`;
const DOMAIN = `(${HOST_LABEL}\\.){1,8}[A-Za-z]{2,24}`;
const MONTH_DAY =
  "((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))";
const LEAP_YEAR = "(\\d\\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const DATE = `(\\d{4}-${MONTH_DAY}|${LEAP_YEAR}-02-29)`;
const TIME = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)";
const BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `${BYTE}(\\.${BYTE}){3}`;
const HEX_GROUP = "[0-9A-Fa-f]{1,4}";
const WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}";
const DURATION_TIME = "T(\\d{1,9}H(\\d{1,9}M)?(\\d{1,9}S)?|\\d{1,9}M(\\d{1,9}S)?|\\d{1,9}S)";
const DURATION_DATE = "(\\d{1,9}Y(\\d{1,9}M)?(\\d{1,9}D)?|\\d{1,9}M(\\d{1,9}D)?|\\d{1,9}D)";

/** IPv6 in full, or with one gap. */
function ipv6(): string {
  const full = `${HEX_GROUP}(:${HEX_GROUP}){7}`;
  const gaps = Array.from({ length: 7 }, (_, before) => {
    const head = before === 0 ? "" : `${HEX_GROUP}(:${HEX_GROUP}){${before - 1}}`;
    return `${head}::(${HEX_GROUP}(:${HEX_GROUP}){0,${Math.max(0, 5 - before)}})?`;
  });
  return [full, ...gaps].join("|");
}

const PATH = "[A-Za-z0-9._~!$&'()*+,;=:@-]";

/** The formats that strings can be held to, as patterns of the whole text. */
export const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date", DATE],
  ["time", TIME],
  ["date-time", `${DATE}T${TIME}`],
  ["duration", `P(${DURATION_DATE}(${DURATION_TIME})?|${DURATION_TIME}|\\d{1,9}W)`],
  ["email", `${WORD}(\\.${WORD}){0,4}@${DOMAIN}`],
  ["hostname", HOST],
  ["ipv4", IPV4],
  ["ipv6", ipv6()],
  ["uuid", "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"],
  ["uri", `https?://${DOMAIN}(:\\d{2,5})?(/${PATH}*)*(\\?[A-Za-z0-9._~=&-]*)?(#[A-Za-z0-9._~-]*)?`],
]);

/**
 * Patterns with look-ahead that libraries write into their schemas, and patterns without it that say the same, or less
 * where that is a format's: zod's durations, host names and addresses, and Pydantic's decimals.
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
