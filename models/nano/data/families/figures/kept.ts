import { type Choices, inWords } from "../../choices/index.ts";
import { composed, type Family, type Wording } from "../family.ts";
import { type CodeStyle, chooseStyle, functionWriter } from "../made-up.ts";
import { ANY_RESULT, type Chain, chainScene, type Scene, shownScene } from "./scenes.ts";
import { callingsOf, type Things, things } from "./things.ts";

/** Returns lines that use a filtered list. */
function rest(choose: Choices, t: Things): string[] {
  const { item } = t;
  return choose.pick([
    [],
    [],
    [`.map((${item}) => ${item}.${t.text})`],
    [`.map((${item}) => ({ id: ${item}.id, ${t.text}: ${item}.${t.text} }))`],
    [`.reduce((sum, ${item}) => sum + ${item}.${t.number}, 0)`],
    [`.sort((a, b) => a.${t.number} - b.${t.number})`],
    [`.sort((a, b) => a.${t.text}.localeCompare(b.${t.text}))`, `.map((${item}) => ${item}.id)`],
    [`.slice(0, ${choose.pick([3, 5, 10])})`],
  ]);
}

/** Returns an unrelated condition on an element. */
function another(choose: Choices, t: Things, q: string): string {
  const { item } = t;
  return choose.pick([
    `${item}.ownerId === ownerId`,
    `${item}.${t.number} > ${choose.between(0, 50)}`,
    `${item}.${t.text} !== ${q}${q}`,
    `${item}.${t.text}.includes(query)`,
    `${item}.${t.date} >= since`,
  ]);
}

/**
 * Returns the edit that filters a list by one more condition. By convention it joins an existing filter's condition or
 * is a new first filter; in a loop it is a `continue` at the top.
 */
function narrowed(
  choose: Choices,
  t: Things,
  make: (q: string) => { keep: string; skip: string; known?: string },
): Scene {
  const { item } = t;
  const way = choose.below(10);
  if (way < 3) {
    return shownScene(choose, t, (list, { q }) => {
      const { keep, known } = make(q);
      const test = known ?? (choose.chance(0.3) ? another(choose, t, q) : undefined);
      return filtered(list, item, test, keep, []);
    });
  }
  if (way < 5) return looped(choose, t, make);
  const others = rest(choose, t);
  const setting = { isBare: true, ...(others[0]?.startsWith(".reduce") ? { frames: ANY_RESULT } : {}) };
  return chainScene(
    choose,
    t,
    (list, { q }) => {
      const { keep, known } = make(q);
      const test = known ?? (choose.chance(0.4) ? another(choose, t, q) : undefined);
      return filtered(list, item, test, keep, others);
    },
    setting,
  );
}

function filtered(
  list: string,
  item: string,
  test: string | undefined,
  keep: string,
  others: string[],
): readonly [Chain, Chain] {
  const filter = (condition: string) => `.filter((${item}) => ${condition})`;
  return [
    { head: list, calls: [...(test === undefined ? [] : [filter(test)]), ...others] },
    { head: list, calls: [filter(test === undefined ? keep : `${test} && ${keep}`), ...others] },
  ];
}

function looped(choose: Choices, t: Things, make: (q: string) => { keep: string; skip: string }): Scene {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const item = t.one;
  const swap = (condition: string) =>
    t.item === item ? condition : condition.replace(new RegExp(`(?<![\\w.])${t.item}\\.`, "g"), `${item}.`);
  const { skip } = make(q);
  const total = choose.pick(["total", "sum", "count", "result"]);
  const bodies: [string[], string, string[]][] = [
    [[`let ${total} = 0${s}`], `${total} += ${item}.${t.number}${s}`, [`return ${total}${s}`]],
    [[`const ${total} = []${s}`], `${total}.push(${item}.${t.text})${s}`, [`return ${total}${s}`]],
    [[], `await notify(${item}.${t.text}, ${item}.id)${s}`, []],
    [
      [`const ${total} = {}${s}`],
      `${total}[${item}.${t.text}] = ${item}.${t.number}${s}`,
      [`return ${total}${s}`],
    ],
    [[], `console.log(\`\${${item}.${t.text}}: \${${item}.${t.number}}\`)${s}`, []],
  ];
  const [first, line, last] = choose.pick(bodies);
  const isAsync = line.startsWith("await");
  const write = functionWriter(
    choose,
    h,
    `${choose.pick(["process", "sum", "collect", "export", "report", "handle"])}${t.many.charAt(0).toUpperCase()}${t.many.slice(1)}`,
    t.many,
  );
  const loop = (check: string[]) => [
    ...first,
    `for (const ${item} of ${t.many}) {`,
    ...check.map((one) => i + one),
    i + line,
    "}",
    ...last,
  ];
  return {
    before: write(loop([]), isAsync),
    after: write(loop([`if (${swap(skip)}) continue${s}`]), isAsync),
    language: "ts",
  };
}

/** Returns a flag in words: `isArchived` is "archived". */
function adjective(flag: string): string {
  return inWords(flag.replace(/^is(?=[A-Z])/, ""));
}

/** Creates a family that filters by a flag or a status, named by the slots alone; `flag` is its code. */
function narrowing(name: string, wording: Wording, isKept: boolean): Family {
  return composed(name, wording, (choose) => {
    const t = things(choose);
    const isStatus = choose.chance(0.35);
    const field = choose.pick(["status", "status", "status", "state"]);
    const other = choose.pick(["draft", "open", "new", "internal"].filter((one) => one !== t.status));
    const isKnown = !isKept && choose.chance(0.4);
    const make = (q: string) => {
      if (!isStatus) {
        const flag = `${t.item}.${t.flag}`;
        return isKept ? { keep: flag, skip: `!${flag}` } : { keep: `!${flag}`, skip: flag };
      }
      const is = `${t.item}.${field} === ${q}${t.status}${q}`;
      const isNot = `${t.item}.${field} !== ${q}${t.status}${q}`;
      const known = isKnown ? { known: `${t.item}.${field} !== ${q}${other}${q}` } : {};
      return isKept ? { keep: is, skip: isNot } : { keep: isNot, skip: is, ...known };
    };
    // Only the code tells a flag from a status, by the type above or by another test of the same kind.
    const slots = isStatus
      ? { ...callingsOf(t), wordsStatus: t.status, status: t.status, field }
      : { ...callingsOf(t), wordsFlag: adjective(t.flag), flag: t.flag };
    const scene = narrowed(choose, t, make);
    const isShown = isStatus ? scene.before.includes(`${field} !==`) : !t.flag.startsWith("is");
    if (isShown && choose.chance(0.6)) return { ...scene, slots };
    const member = isStatus ? `${field}: "${other}" | "${t.status}"` : `${t.flag}: boolean`;
    return { ...withType(choose, t, scene, member), slots };
  });
}

/** Puts the things' type above the code, to show their fields. */
function withType(choose: Choices, t: Things, scene: Scene, member: string): Scene {
  const name = t.one.charAt(0).toUpperCase() + t.one.slice(1);
  const { i, s }: CodeStyle = chooseStyle(choose);
  const end = s || ";";
  const members = choose.shuffle([`id: string`, `${t.text}: string`, member, `${t.number}: number`]);
  const type = `interface ${name} {\n${members.map((one) => i + one + end).join("\n")}\n}\n\n`;
  return { ...scene, before: type + scene.before, after: type + scene.after };
}

export const leaveOut = narrowing(
  "leave-out-of-list",
  {
    seen: [
      "={wordsFlag} {wordsMany} [shouldn't|should not] [show up|be listed|be in there|count]",
      "leave out {wordsFlag} {wordsMany}",
      "[skip|ignore|exclude] {wordsFlag} {wordsMany}",
      "filter out {wordsFlag} {wordsMany}",
      "=no {wordsFlag} {wordsMany}[ in there|]",
      "[skip|leave out] {wordsMany} that are {flag}",
      "hide {wordsFlag} {wordsMany}",
      "=[we|I] [don't|do not] want {wordsFlag} {wordsMany} [here|in there|in this list]",
      "hide {wordsStatus} {wordsMany}",
      "=[I|we] still see {wordsStatus} {wordsMany}, [hide|skip|drop] them",
      "={wordsStatus} {wordsMany} [shouldn't|should not] [show up|be listed|be in there|count]",
      "[skip|ignore|exclude|leave out|filter out] {wordsStatus} {wordsMany}",
      "=no {wordsStatus} {wordsMany}[ in there|]",
      "[skip|leave out] {wordsMany} whose {field} is {status}",
    ],
    unseen: [
      "=why are there {wordsFlag} {wordsMany} in this?",
      "=why are there {wordsStatus} {wordsMany} in this?",
    ],
    weight: 2,
  },
  false,
);

export const keepOnly = narrowing(
  "keep-only-in-list",
  {
    seen: [
      "=only {wordsFlag} {wordsMany}[, please|]",
      "[show|list|take|keep] only {wordsFlag} {wordsMany}",
      "=only {wordsFlag} {wordsMany} should [be listed|show up|be in there|count]",
      "skip {wordsMany} that [aren't|are not] {wordsFlag}",
      "filter by {flag}",
      "=only {wordsStatus} {wordsMany}[, please|]",
      "[show|list|take|keep] only {wordsStatus} {wordsMany}",
      "=only {wordsStatus} {wordsMany} should [be listed|show up|be in there|count]",
      "skip {wordsMany} whose {field} [isn't|is not] {status}",
    ],
    unseen: [
      "=everything but {wordsFlag} {wordsMany} is of no interest here",
      "=everything but {wordsStatus} {wordsMany} is of no interest here",
    ],
    weight: 1,
  },
  true,
);

/** Creates a family that skips lines of a text, with a `continue` at the loop's top or a filter before the rest. */
function skippedLines(name: string, wording: Wording, marks: readonly string[] | undefined): Family {
  return composed(name, wording, (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const line = choose.pick(["line", "line", "line", "row", "l", "entry"]);
    const text = choose.pick(["text", "content", "source", "input", "raw", "csv", "data", "file"]);
    const end = choose.pick([`${q}\\n${q}`, `${q}\\n${q}`, "/\\r?\\n/"]);
    const mark = marks === undefined ? "" : choose.pick(marks);
    const keep = marks === undefined ? `${line}.trim()` : `!${line}.startsWith(${q}${mark}${q})`;
    const skip = marks === undefined ? `!${line}.trim()` : `${line}.startsWith(${q}${mark}${q})`;
    const sep = choose.pick(["=", ",", ":", ";", "\\t"]);
    const out = choose.pick(["result", "rows", "entries", "out", "settings", "values"]);
    const write = functionWriter(
      choose,
      h,
      choose.pick([
        "parse",
        "parseLines",
        "readRows",
        "parseEnv",
        "loadList",
        "countWords",
        "parseConfig",
        "toRecords",
      ]),
      choose.pick([text, `${text}: string`]),
    );
    if (choose.chance(0.3)) {
      const map = choose.pick([
        `.map((${line}) => ${line}.split(${q}${sep}${q}))`,
        ".map(parseLine)",
        `.map((${line}) => JSON.parse(${line}))`,
        `.map((${line}) => ${line}.toLowerCase())`,
      ]);
      const isTall = choose.chance(0.4);
      const chain = (calls: string[]) => [
        `return ${text}${calls.map((one) => (isTall ? `\n${i}${i}${one}` : one)).join("")}${s}`,
      ];
      const split = `.split(${end})`;
      return {
        before: write(chain([split, map])),
        after: write(chain([split, `.filter((${line}) => ${keep})`, map])),
        language: "ts",
        slots: { mark, wordsMark: mark },
      };
    }
    const body: string[][] = [
      [`const [key, value] = ${line}.split(${q}${sep}${q})${s}`, `${out}[key] = value${s}`],
      [
        `const parts = ${line}.split(${q}${sep}${q})${s}`,
        `${out}.push({ name: parts[0], value: parts[1] })${s}`,
      ],
      [`${out}.push(${line}.split(${q}${sep}${q}))${s}`],
      [`${out}.push(JSON.parse(${line}))${s}`],
    ];
    const which = choose.below(body.length);
    const first = `const ${out} = ${which === 0 ? "{}" : "[]"}${s}`;
    const lines = choose.chance(0.4);
    const head = lines ? [`const lines = ${text}.split(${end})${s}`] : [];
    const list = lines ? "lines" : `${text}.split(${end})`;
    // Existing skips come first.
    const known = choose.chance(0.35)
      ? [
          marks === undefined
            ? `if (${line}.startsWith(${q}${choose.pick(["#", "//", ";"])}${q})) continue${s}`
            : choose.pick([
                `if (!${line}.trim()) continue${s}`,
                `if (!${line}) continue${s}`,
                `if (${line} === ${q}${q}) continue${s}`,
              ]),
        ]
      : [];
    const loop = (check: string[]) => [
      ...head,
      first,
      `for (const ${line} of ${list}) {`,
      ...[...known, ...check, ...(body[which] ?? [])].map((one) => i + one),
      "}",
      `return ${out}${s}`,
    ];
    return {
      before: write(loop([])),
      after: write(loop([`if (${skip}) continue${s}`])),
      language: "ts",
      slots: { mark, wordsMark: mark },
    };
  });
}

export const skipBlank = skippedLines(
  "skip-blank-lines",
  {
    seen: [
      "skip [blank|empty] lines",
      "ignore [blank|empty] lines",
      "=[blank|empty] lines should be [ignored|skipped]",
      "leave out [blank|empty] lines",
      "=it [chokes on|breaks at|crashes on] [blank|empty] lines",
      "=lines with nothing [on|in] them should be skipped",
      "=the last line is empty and [breaks it|gives a bogus entry], skip empty lines",
      "don't [parse|process] [blank|empty] lines",
    ],
    unseen: [
      "=a file that ends with a newline gives one entry too many",
      "pass over lines of white space alone",
    ],
    weight: 1,
  },
  undefined,
);

export const skipComments = skippedLines(
  "skip-comment-lines",
  {
    seen: [
      "skip lines [starting|that start] with {mark}",
      "ignore lines [starting|that start] with {wordsMark}",
      "=lines [starting|that start] with {wordsMark} are comments, [skip|ignore] them",
      "skip comments ({mark})",
      "=a line that starts with {mark} should be skipped",
      "drop {wordsMark} comments",
      "=lines beginning with {mark} should be [ignored|skipped]",
      "leave out lines that begin with {wordsMark}",
      "={mark} marks a comment[ line|], skip those",
      "=comment lines start with {wordsMark}, don't [parse|process] them",
    ],
    unseen: [
      "=a {mark} at the beginning means that the line is none of ours",
      "=let people put comments in the file: {mark} and then anything",
    ],
    weight: 1,
  },
  ["#", "#", "#", "//", ";", "--", "%", "!", "*", ">"],
);

/** Keeps only the first element, in markup or at the end of a chain. */
export const firstOnly = composed(
  "first-only",
  {
    seen: [
      "=only the first {wordsCount}[ {wordsMany}|]",
      "show only the first {wordsCount} {wordsMany}",
      "limit [it|the list|this] to {wordsCount}[ {wordsMany}|]",
      "=no more than {wordsCount} {wordsMany}[, please|]",
      "=[we only need|I only want] the first {wordsCount}",
      "=[show|list|display] at most {wordsCount}",
      "=there should be at most {wordsCount} {wordsMany}[ here|]",
      "=the list is too long, {wordsCount} {wordsMany} are enough",
    ],
    unseen: ["=anything after number {wordsCount} can go", "=nobody reads beyond {wordsCount} {wordsMany}"],
    weight: 1.5,
  },
  (choose) => {
    const t = things(choose);
    const count = String(choose.pick([3, 4, 5, 5, 6, 8, 10, 10, 12, 20, 25, 50, 100]));
    const slice = `.slice(0, ${count})`;
    const slots = { ...callingsOf(t), wordsCount: count };
    const { item } = t;
    if (choose.chance(0.55)) {
      const calls = choose.pick([[], [], [], [`.filter((${item}) => !${item}.${t.flag})`]]);
      const scene = shownScene(choose, t, (list) => [
        { head: list, calls },
        { head: list, calls: [...calls, slice] },
      ]);
      return { ...scene, slots };
    }
    const calls = choose.pick([
      [`.filter((${item}) => !${item}.${t.flag})`],
      [`.filter((${item}) => ${item}.${t.number} > ${choose.between(0, 20)})`],
      [`.filter((${item}) => ${item}.${t.text})`, `.sort((a, b) => b.${t.number} - a.${t.number})`],
      [`.toSorted((a, b) => b.${t.date} - a.${t.date})`],
      [`.sort((a, b) => a.${t.number} - b.${t.number})`],
    ]);
    const scene = chainScene(choose, t, (list) => [
      { head: list, calls },
      { head: list, calls: [...calls, slice] },
    ]);
    return { ...scene, slots };
  },
);
