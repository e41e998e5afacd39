import { joinWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, operation, placeOf, thing, work } from "./made.ts";

/** Calls that expect milliseconds, and the wording of their value. */
const WAITS: readonly (readonly [string, string])[] = [
  ["await sleep(#)", "delay"],
  ["await wait(#)", "wait"],
  ["await delay(#)", "delay"],
  ["await setTimeout(#)", "delay"],
  ["setTimeout(refresh, #)", "delay"],
  ["setTimeout(() => retry(), #)", "delay"],
  ["setInterval(poll, #)", "interval"],
  ["const timer = setInterval(check, #)", "interval"],
  ["const signal = AbortSignal.timeout(#)", "timeout"],
  ["const save = debounce(store, #)", "delay"],
  ["request.setTimeout(#)", "timeout"],
  ["const timeoutMs = #", "timeout"],
  ["const delayMs = #", "delay"],
  ["const INTERVAL_MS = #", "interval"],
];

export const secondsMeant = composed(
  "seconds-meant",
  {
    seen: [
      "=the {wordsWait} is in ms, we want {wordsN} seconds",
      "=that's {wordsN} milliseconds, should be {wordsN} seconds",
      "=this {wordsWait} takes milliseconds, {wordsN} should mean seconds",
      "=it should be {wordsN} seconds, not {wordsN} [ms|milliseconds]",
      "=we meant {wordsN} seconds here",
      "multiply {wordsN} by 1000, it's seconds",
      "=the {wordsWait} is far too short, {wordsN} was meant in seconds",
    ],
    unseen: ["{wordsN} was thought of as seconds but it counts milliseconds"],
    weight: 1.2,
  },
  (choose) => {
    // By convention, the number stays and is multiplied by 1000.
    const h = chooseStyle(choose);
    const { i, s } = h;
    const about = thing(choose);
    const [line, words] = choose.pick(WAITS);
    const n = String(choose.pick([2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120]));
    const job = work(choose, about);
    const isLoop = line.startsWith("await ") && choose.chance(0.5);
    const write = placeOf(choose, h, operation(choose, about), [about.name]);
    const head = filler(choose, h, thing(choose), true).filter((one) => !one.includes("timeout"));
    const isAfter = choose.chance(0.4);
    const body = (value: string): string[] => {
      const wait = `${line.replace("#", value)}${s}`;
      const call = `await ${job.call}${s}`;
      if (!isLoop) return [...head, ...(isAfter ? [wait, call] : [call, wait])];
      return [
        ...head,
        loop,
        `${i}const status = await ${job.callee}(${about.name})${s}`,
        `${i}if (status.done) return status${s}`,
        i + wait,
        "}",
      ];
    };
    const loop = choose.pick([
      "for (;;) {",
      "while (true) {",
      "for (let attempt = 0; attempt < max; attempt++) {",
    ]);
    return {
      before: write(body(n)),
      after: write(body(`${n} * 1000`)),
      slots: { wordsWait: words, wordsN: n },
    };
  },
);

export const copyOptions = composed(
  "copy-options",
  {
    seen: [
      "=this mutates {given}, copy it",
      "=don't [mutate|change|touch] the [caller's|passed] {wordsGiven}",
      "make {name} a copy of {given}",
      "=nit: [changes|mutates] the object that was passed in",
      "copy {given} [first|instead of changing it]",
      "=callers find their {wordsGiven} changed afterwards",
      "=the {wordsGiven} of the caller must stay as they are",
      "spread {given} into {name}",
      "=should not [change|mutate] {given}",
    ],
    unseen: ["whoever passes {given} should get it back untouched"],
    weight: 1.4,
  },
  (choose) => {
    // By convention, a shallow copy with a spread.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [name, given, words] = choose.pick([
      ["opts", "options", "options"],
      ["settings", "options", "options"],
      ["config", "options", "options"],
      ["result", "params", "params"],
      ["merged", "defaults", "defaults"],
      ["settings", "config", "settings"],
      ["copy", "input", "input"],
      ["next", "state", "state"],
      ["out", "props", "props"],
      ["request", "init", "settings"],
      ["headers", "given", "headers"],
      ["query", "filters", "filters"],
      ["payload", "data", "data"],
    ] as const);
    const word = () =>
      choose.pick([
        "timeout",
        "retries",
        "method",
        "limit",
        "page",
        "locale",
        "format",
        "mode",
        "depth",
        "cache",
        "target",
        "encoding",
        "order",
        "size",
      ]);
    const keys = [...new Set([word(), word(), word()])];
    const value = () =>
      choose.pick(["1000", "10", "true", "false", `${q}default${q}`, "null", "3", "[]", "{}"]);
    const changes = keys.map((key) =>
      choose.pick([
        `${name}.${key} ??= ${value()}${s}`,
        `${name}.${key} = ${name}.${key} ?? ${value()}${s}`,
        `${name}.${key} ||= ${value()}${s}`,
        `if (${name}.${key} === undefined) ${name}.${key} = ${value()}${s}`,
        `delete ${name}.${key}${s}`,
        `${name}.${key} = ${joinWords(["normalize", key], "camel")}(${name}.${key})${s}`,
      ]),
    );
    const more = choose.chance(0.25)
      ? [`if (${name}.debug) {`, `${i}${name}.level = ${q}debug${q}${s}`, "}"]
      : [];
    const about = thing(choose);
    const end = choose.pick([
      `return ${name}${s}`,
      `return ${name}${s}`,
      `return create${about.type}(${name})${s}`,
      `return new ${about.type}(${name})${s}`,
    ]);
    const keyword = choose.chance(0.8) ? "const" : "let";
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["build", "create", "prepare", "normalize", "make", "with"])}${about.type}`,
      [given],
    );
    const body = (of: string) => [`${keyword} ${name} = ${of}${s}`, ...changes, ...more, end];
    return {
      before: write(body(given), false),
      after: write(body(`{ ...${given} }`), false),
      slots: { name, given, wordsGiven: words },
      language: "ts",
    };
  },
);
