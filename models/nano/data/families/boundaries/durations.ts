import { type Choices, capitalized, joinWords, NOUNS, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { shell } from "./shell.ts";

interface Unit {
  readonly name: string;
  readonly seconds: number;
}

const UNITS: readonly Unit[] = [
  { name: "second", seconds: 1 },
  { name: "minute", seconds: 60 },
  { name: "hour", seconds: 3600 },
  { name: "day", seconds: 86400 },
];

/** Returns a random duration as a count of a unit. */
function duration(choose: Choices): { count: number; unit: number } {
  const unit = choose.pick([0, 0, 1, 1, 2, 3]);
  return { count: choose.pick([1, 2, 3, 5, 10, 15, 30, [20, 45, 12, 7][unit] ?? 4]), unit };
}

function spoken({ count, unit }: { count: number; unit: number }, choose: Choices): string {
  const name = UNITS[unit]?.name ?? "";
  if (count === 1)
    return choose.pick([`${name === "hour" ? "an" : "a"} ${name}`, `1 ${name}`, `one ${name}`]);
  return choose.pick([
    `${count} ${name}s`,
    `${count} ${name}s`,
    `${count} ${name === "second" ? "sec" : name === "minute" ? "min" : `${name}s`}`,
  ]);
}

const CHAIN = ["", "60", "60 * 60", "24 * 60 * 60"];

/** By convention, a plain number stays plain, and a product stays a product of the usual factors. */
function written(
  { count, unit }: { count: number; unit: number },
  isMs: boolean,
  isProduct: boolean,
): string {
  const seconds = count * (UNITS[unit]?.seconds ?? 1);
  if (!isProduct) return String(isMs ? seconds * 1000 : seconds);
  return [
    ...(count === 1 && (unit > 0 || isMs) ? [] : [String(count)]),
    ...(CHAIN[unit] ? [CHAIN[unit]] : []),
    ...(isMs ? ["1000"] : []),
  ].join(" * ");
}

const DURATIONS: readonly {
  readonly line: string;
  readonly isMs: boolean;
  readonly wish: readonly string[];
}[] = [
  {
    line: "await redis.set(key, value, 'EX', #)",
    isMs: false,
    wish: ["cache it for", "cache for", "keep it for"],
  },
  { line: "await sleep(#)", isMs: true, wish: ["wait", "sleep for", "pause for"] },
  { line: "await delay(#)", isMs: true, wish: ["wait", "wait for", "delay it by"] },
  { line: "setTimeout(refresh, #)", isMs: true, wish: ["refresh after", "wait"] },
  { line: "setInterval(poll, #)", isMs: true, wish: ["poll every", "check every", "do it every"] },
  {
    line: "res.setHeader('Cache-Control', 'max-age=#')",
    isMs: false,
    wish: ["cache it for", "let browsers cache for"],
  },
  {
    line: "const token = jwt.sign(payload, secret, { expiresIn: # })",
    isMs: false,
    wish: ["let tokens live for", "expire after"],
  },
  {
    line: "res.cookie('session', id, { maxAge: # })",
    isMs: true,
    wish: ["keep the cookie for", "let the session last"],
  },
  { line: "const TIMEOUT_MS = #", isMs: true, wish: ["time out after", "wait at most"] },
  { line: "const ttlSeconds = #", isMs: false, wish: ["cache for", "keep entries for"] },
  { line: "const timeoutMs = #", isMs: true, wish: ["time out after", "give up after"] },
  { line: "const options = { timeout: # } // ms", isMs: true, wish: ["time out after", "give it"] },
  {
    line: "cache.set(key, value, { ttl: # }) // seconds",
    isMs: false,
    wish: ["cache it for", "keep it for"],
  },
  { line: "const debounced = debounce(save, #)", isMs: true, wish: ["save after", "wait"] },
  { line: "const signal = AbortSignal.timeout(#)", isMs: true, wish: ["abort after", "give it"] },
  { line: "const expiresAt = Date.now() + #", isMs: true, wish: ["expire after", "let it live for"] },
  {
    line: "const isStale = Date.now() - fetchedAt > #",
    isMs: true,
    wish: ["call it stale after", "treat it as stale after"],
  },
];

export const changeDuration = composed(
  "change-duration",
  {
    seen: [
      "{wordsWish} {wordsNew}[| instead of {wordsOld}|, not {wordsOld}]",
      "=should be {wordsNew}[|, not {wordsOld}| instead of {wordsOld}]",
      "make it {wordsNew}[| instead of {wordsOld}]",
      "=it should {wordsWish} {wordsNew}",
      "={wordsNew} instead of {wordsOld}",
      "={wordsOld} is too {wordsToo}, make it {wordsNew}",
      "change it to {wordsNew}",
      "{wordsWish} {wordsNew}, {wordsOld} is too {wordsToo}",
    ],
    unseen: ["we'd rather {wordsWish} {wordsNew}", "{wordsOld}? that was meant to be {wordsNew}"],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { line, isMs, wish } = choose.pick(DURATIONS);
    const old = duration(choose);
    let fresh = duration(choose);
    const length = ({ count, unit }: typeof old) => count * (UNITS[unit]?.seconds ?? 1);
    const ratio = () => length(fresh) / length(old);
    // Nobody writes "every a minute".
    const isClumsy = () => fresh.count === 1 && line.startsWith("setInterval");
    while (ratio() === 1 || ratio() > 4000 || ratio() < 1 / 4000 || isClumsy()) fresh = duration(choose);
    const isProduct =
      choose.chance(0.3) &&
      !line.includes("max-age") &&
      [old, fresh].every((one) => written(one, isMs, true).includes(" * "));
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const [text = "", comment = ""] = line.replaceAll("'", h.q).split(" // ");
    const [lead, tail] = choose.pick([
      [[], []],
      [[`const ${other} = await load${capitalized(other)}(${noun})${h.s}`], []],
      [[], [`return ${other}${h.s}`]],
      [[`log(${h.q}${choose.pick(NOUNS)} ${other}${h.q})${h.s}`], [`return ${noun}.${other}${h.s}`]],
    ]);
    const write = shell(choose, h, {
      name: joinWords(
        [choose.pick(["load", "start", "watch", "refresh", "store"]), ...wordsOf(other)],
        "camel",
      ),
      parameters: noun,
      isAsync: true,
    });
    const code = (value: string) =>
      write([...lead, `${text.replace("#", value)}${h.s}${comment === "" ? "" : ` // ${comment}`}`, ...tail]);
    const isLonger = ratio() > 1;
    return {
      before: code(written(old, isMs, isProduct)),
      after: code(written(fresh, isMs, isProduct)),
      slots: {
        wordsNew: spoken(fresh, choose),
        wordsOld: spoken(old, choose),
        wordsWish: choose.pick(wish),
        wordsToo: isLonger ? choose.pick(["short", "little"]) : choose.pick(["long", "much"]),
      },
    };
  },
);
