import type { Random } from "../random/index.ts";

/** Maximum number of mutations per document. */
const MOST = 3;
const DEPTH = 4_000;
const LONG = 20_000;

/** Values to put where others are expected. */
const ODD: readonly (string | number | boolean | null)[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, "", " ", "null", "0", "\u0000", "\ud800"],
  ...["__proto__", "constructor", "../../etc/passwd", "%00", "\u202e", "<script>", "\r\nx: y"],
];
const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "length",
  "then",
  "",
  "0",
];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A position in a document: the containing list or object, and the key. */
interface Place {
  readonly at: Record<string | number, Json>;
  readonly key: string | number;
}

/**
 * Returns the text of a mutated copy of a valid document: changes the structure first, then sometimes the text. Most
 * results are invalid requests; those that are still valid get a normal response.
 */
export function mutatedText(document: object, random: Random): string {
  const copy = { root: structuredClone(document) as Json };
  const times = random.between(1, MOST);
  for (let time = 0; time < times; time++) changeOne(copy, random);
  let text = unusuallySpelled(copy.root, random);
  if (random.chance(0.25)) text = garbledText(text, random);
  return text;
}

function changeOne(copy: { root: Json }, random: Random): void {
  const places = placesOf(copy);
  const { at, key } = random.pick(places);
  const value = valueAt({ at, key });
  switch (random.below(9)) {
    case 0:
      if (Array.isArray(at)) at.splice(Number(key), 1);
      else if (at !== (copy as object)) delete at[key];
      break;
    case 1:
      at[key] = random.pick(ODD);
      break;
    case 2:
      at[key] = valueOfOtherType(value, random);
      break;
    case 3:
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        // As JSON.parse does it: an own property, even if its name is `__proto__`.
        const name = random.pick(NAMES);
        Object.defineProperty(value, name, {
          ...{
            value: { polluted: true, type: "message" },
            enumerable: true,
            configurable: true,
            writable: true,
          },
        });
      } else at[key] = [value, value];
      break;
    case 4:
      at[key] = structuredClone(valueAt(random.pick(places)));
      break;
    case 5:
      at[key] = typeof value === "string" ? value + "\u{1f4a5}".repeat(random.between(1, 50)) : { value };
      break;
    case 6:
      if (Array.isArray(value))
        at[key] = Array.from({ length: random.between(2, 200) }, () => value[0] ?? null);
      else at[key] = typeof value === "string" ? "x".repeat(random.between(0, LONG)) : [];
      break;
    case 7:
      at[key] = typeof value === "number" ? value * random.pick([-1, 1e9, 1e-9, 0]) : JSON.stringify(value);
      break;
    default:
      at[key] = random.below(1_000_000);
  }
}

function valueAt({ at, key }: Place): Json {
  return at[key] ?? null;
}

function valueOfOtherType(value: Json, random: Random): Json {
  const kinds: Json[] = [[], {}, "text", 7, false, null, [[]], { type: "message" }, [{ role: "user" }]];
  return random.pick(kinds.filter((kind) => typeof kind !== typeof value || Array.isArray(kind)));
}

function placesOf(root: { root: Json }): Place[] {
  const places: Place[] = [];
  const waiting: Place[] = [{ at: root as Record<string, Json>, key: "root" }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    places.push(place);
    const value = place.at[place.key];
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      waiting.push({ at: value as Record<string, Json>, key: Array.isArray(value) ? Number(key) : key });
    }
  }
  return places;
}

/** Returns JSON in unusual spelling, or text that is almost JSON. */
function unusuallySpelled(value: Json, random: Random): string {
  const text = JSON.stringify(value) ?? "undefined";
  switch (random.below(12)) {
    case 0:
      return JSON.stringify(value, null, "\t");
    case 1:
      return `\ufeff${text}`;
    case 2:
      return text.replace(/"([a-z_]+)":/, '"$1":null,"$1":');
    case 3:
      return text.replaceAll(/[a-z]/g, (letter) =>
        random.chance(0.05) ? `\\u00${letter.charCodeAt(0).toString(16)}` : letter,
      );
    case 4:
      return text.replace(/"input":/, `"x":${deeplyNested(random)},"input":`);
    default:
      return text;
  }
}

function deeplyNested(random: Random): string {
  const depth = random.between(1, DEPTH);
  return random.chance(0.5)
    ? "[".repeat(depth) + "]".repeat(depth)
    : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

function garbledText(text: string, random: Random): string {
  const at = random.below(text.length);
  const to = Math.min(text.length, at + random.between(1, 40));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return (
        text.slice(0, at) +
        random.pick(['"', "{", "}", "[", "]", ",", ":", "\\", "\u0000", "\ud800", "NaN"]) +
        text.slice(at)
      );
    case 4:
      return text + text;
    default:
      return text.slice(0, at) + String.fromCharCode(random.below(0x250)) + text.slice(at + 1);
  }
}
