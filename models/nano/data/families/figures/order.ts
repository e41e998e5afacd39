import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed, type Family, type Wording } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";
import { type Chain, chainScene, PASSED_IN, type Scene } from "./scenes.ts";
import { callingsOf, type Things, things } from "./things.ts";

type Compare = (a: string, b: string) => string;

const onDates = (choose: Choices, field: string): Compare =>
  choose.pick<Compare>([
    (a, b) => `${a}.${field} - ${b}.${field}`,
    (a, b) => `${a}.${field} - ${b}.${field}`,
    (a, b) => `new Date(${a}.${field}) - new Date(${b}.${field})`,
    (a, b) => `${a}.${field}.getTime() - ${b}.${field}.getTime()`,
    (a, b) => `new Date(${a}.${field}).getTime() - new Date(${b}.${field}).getTime()`,
    (a, b) => `Date.parse(${a}.${field}) - Date.parse(${b}.${field})`,
    (a, b) => `${a}.${field}.localeCompare(${b}.${field})`,
    (a, b) => `+${a}.${field} - +${b}.${field}`,
  ]);

const onNumbers =
  (_: Choices, field: string): Compare =>
  (a, b) =>
    `${a}.${field} - ${b}.${field}`;

/** Returns a writer of a chain with a sort, by its comparison. */
function sorting(choose: Choices, t: Things) {
  const copy = choose.below(5);
  const filter = choose.pick([`.filter((${t.item}) => !${t.item}.${t.flag})`, ".filter(Boolean)"]);
  const isFiltered = choose.chance(0.3);
  const last = choose.pick([
    "",
    "",
    "",
    `.slice(0, ${choose.pick(["3", "5", "10", "limit"])})`,
    `.map((${t.item}) => ${t.item}.${choose.pick([t.text, "id"])})`,
  ]);
  const names = choose.pick([
    ["a", "b"],
    ["a", "b"],
    ["a", "b"],
    ["x", "y"],
    ["first", "second"],
    ["left", "right"],
  ]);
  return (list: string, compare: (a: string, b: string) => string): Chain => {
    const [a = "a", b = "b"] = names;
    const test = `(${a}, ${b}) => ${compare(a, b)}`;
    const calls = [
      ...(copy === 1 && !isFiltered ? [".slice()"] : []),
      ...(isFiltered ? [filter] : []),
      copy === 2 && !isFiltered ? `.toSorted(${test})` : `.sort(${test})`,
      ...(last === "" ? [] : [last]),
    ];
    return { head: copy > 2 && !isFiltered ? `[...${list}]` : list, calls };
  };
}

/** Returns a database query before and after its order is reversed; `isDown` is the order before. */
function query(choose: Choices, t: Things, field: string, isDown: boolean): Scene {
  const { i, s, q } = chooseStyle(choose);
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const form = choose.below(6);
  const isLoud = choose.chance(0.7);
  const limit = choose.pick(["", "", ` LIMIT ${choose.pick([5, 10, 50])}`]);
  const where = choose.pick(["", ` WHERE ${t.flag} = false`, " WHERE owner_id = $1"]);
  const write = (down: boolean): string[] => {
    const way = down ? "desc" : "asc";
    const loud = isLoud ? way.toUpperCase() : way;
    return (
      [
        () => [
          `return db(${q}${t.many}${q})`,
          `${i}.where({ ownerId })`,
          `${i}.orderBy(${q}${column}${q}, ${q}${way}${q})${s}`,
        ],
        () => [
          `return prisma.${t.one}.findMany({`,
          `${i}where: { ownerId },`,
          `${i}orderBy: { ${field}: ${q}${way}${q} },`,
          `})${s}`,
        ],
        () => [
          `const { rows } = await pool.query(${q}SELECT * FROM ${t.many}${where} ORDER BY ${column} ${loud}${limit}${q}${where.includes("$1") ? ", [ownerId]" : ""})${s}`,
          `return rows${s}`,
        ],
        () => [`return ${t.many}.find({ ownerId }).sort({ ${field}: ${down ? "-1" : "1"} }).toArray()${s}`],
        () => [`return repo.find({ where: { ownerId }, order: { ${field}: ${q}${loud}${q} } })${s}`],
        () => [
          `return this.${t.many}`,
          `${i}.createQueryBuilder(${q}${t.one}${q})`,
          `${i}.orderBy(${q}${t.one}.${field}${q}, ${q}${way.toUpperCase()}${q})`,
          `${i}.getMany()${s}`,
        ],
      ][form]?.() ?? []
    );
  };
  const writer = functionWriter(
    choose,
    { i, s, q },
    `${choose.pick(["list", "find", "get"])}${t.many.charAt(0).toUpperCase()}${t.many.slice(1)}`,
    "ownerId",
  );
  const isAsync = form === 2 || choose.chance(0.5);
  return {
    before: writer(write(isDown), isAsync),
    after: writer(write(!isDown), isAsync),
    language: "ts",
  };
}

/** Creates a family that reverses the order; `isDown` is the order before. */
function turned(name: string, wording: Wording, kind: "date" | "number", isDown: boolean): Family {
  return composed(name, wording, (choose) => {
    const t = things(choose);
    const field = t[kind];
    const slots = { ...callingsOf(t), wordsField: inWords(field), field };
    if (choose.chance(0.25)) return { ...query(choose, t, field, isDown), slots };
    const compare = (kind === "date" ? onDates : onNumbers)(choose, field);
    const write = sorting(choose, t);
    const scene = chainScene(choose, t, (list) => [
      write(list, isDown ? (a, b) => compare(b, a) : compare),
      write(list, isDown ? compare : (a, b) => compare(b, a)),
    ]);
    return { ...scene, slots };
  });
}

export const newestFirst = turned(
  "sort-newest-first",
  {
    seen: [
      "=newest [|{wordsMany} |ones ]first",
      "=newest {wordsMany} first",
      "put the [newest|latest|most recent] {wordsOne} [first|on top|at the top]",
      "=latest {wordsOne} on top",
      "sort by {wordsField} descending",
      "=I want to see the most recent {wordsMany} first",
      "=the newest {wordsOne} is at the [bottom|end], it should be [on top|first]",
      "sort {wordsMany} by {field} descending",
      "show the newest first",
    ],
    unseen: [
      "=why do I have to scroll down to find the latest {wordsOne}?",
      "=old {wordsMany} belong further down",
    ],
    weight: 1.6,
  },
  "date",
  false,
);

export const oldestFirst = turned(
  "sort-oldest-first",
  {
    seen: [
      "=earliest {wordsMany} first",
      "=oldest first",
      "=oldest {wordsMany} first",
      "put the [oldest|earliest] {wordsOne} [first|on top|at the top]",
      "=earliest {wordsOne} on top",
      "sort by {wordsField} ascending",
      "=I want to see the oldest {wordsMany} first",
      "=the oldest {wordsOne} is at the [bottom|end], it should be [on top|first]",
      "sort {wordsMany} by {field} ascending",
      "show the oldest first",
    ],
    unseen: [
      "=why do I have to scroll down to find the first {wordsOne} we had?",
      "=new {wordsMany} belong further down",
    ],
    weight: 0.7,
  },
  "date",
  true,
);

export const highestFirst = turned(
  "sort-highest-first",
  {
    seen: [
      "=highest {wordsField} first",
      "=[biggest|highest|largest|top] {wordsField} first",
      "sort by {wordsField} descending",
      "sort {wordsMany} by {field} descending",
      "put the {wordsOne} with the [highest|most|largest] {wordsField} [first|on top]",
      "=the {wordsMany} with the [highest|largest] {wordsField} should come first",
      "=highest first",
      "=the ranking is upside down, [highest|most] {wordsField} [should be|goes] on top",
    ],
    unseen: [
      "=low {wordsField} belongs at the end of the list",
      "=whichever {wordsOne} leads in {wordsField} should open the list",
    ],
    weight: 1.3,
  },
  "number",
  false,
);

export const lowestFirst = turned(
  "sort-lowest-first",
  {
    seen: [
      "=smallest first",
      "=lowest {wordsField} first",
      "=[smallest|lowest] {wordsField} first",
      "sort by {wordsField} ascending",
      "sort {wordsMany} by {field} ascending",
      "put the {wordsOne} with the [lowest|least|smallest] {wordsField} [first|on top]",
      "=the {wordsMany} with the [lowest|smallest] {wordsField} should come first",
      "=lowest first",
      "=the list is upside down, [lowest|least] {wordsField} [should be|goes] on top",
    ],
    unseen: [
      "=high {wordsField} belongs at the end of the list",
      "=start the list with whichever {wordsOne} has least {wordsField}",
    ],
    weight: 0.8,
  },
  "number",
  true,
);

/** Sorts texts by length, then alphabetically. */
function alphabetical(choose: Choices) {
  const h = chooseStyle(choose);
  const { s, q } = h;
  const list = choose.pick("words names tags titles keys labels lines cities paths tokens".split(" "));
  const [a = "a", b = "b"] = choose.pick(["a b", "a b", "a b", "x y", "left right"]).split(" ");
  const isDown = choose.chance(0.35);
  const length = isDown ? `${b}.length - ${a}.length` : `${a}.length - ${b}.length`;
  const head = choose.pick([
    `[...${list}].sort`,
    `[...${list}].sort`,
    `${list}.slice().sort`,
    `${list}.toSorted`,
  ]);
  const tail = choose.pick(["", "", "", ".slice(0, 10)", `.join(${q}, ${q})`]);
  const write = functionWriter(
    choose,
    h,
    choose.pick(["sort", "order", "list", "arrange"]) + capitalized(list),
    choose.pick([list, `${list}: string[]`]),
  );
  const isKept = choose.chance(0.3);
  const lines = (compare: string) => {
    const call = `${head}((${a}, ${b}) => ${compare})${tail}`;
    return isKept ? [`const sorted = ${call}${s}`, `return sorted${s}`] : [`return ${call}${s}`];
  };
  return {
    before: write(lines(length)),
    after: write(lines(`${length} || ${a}.localeCompare(${b})`)),
    language: "ts" as const,
    slots: { wordsMany: list, wordsSame: "length" },
  };
}

/** Adds a second sort key for equal elements: texts with `localeCompare`, numbers and dates with `-`. */
export const tieBreak = composed(
  "sort-tie-break",
  {
    seen: [
      "=if two [have|are of] the same {wordsSame}, sort [them |]alphabetically",
      "=same {wordsSame}? then [alphabetically|by the alphabet]",
      "={wordsMany} of [the same|equal] {wordsSame} should be [sorted|ordered|in order] alphabetically",
      "sort by {wordsSame}, then alphabetically",
      "=if [two have|they have] the same {wordsField}, sort [them |]by {wordsSecond}",
      "break ties by {wordsSecond}",
      "=same {wordsField}? then [sort|order] by {wordsSecond}",
      "=when {wordsField} is equal, [use|sort by] {wordsSecond}",
      "sort by {field}, then by {second}",
      "=ties should be [broken|sorted|decided] by {second}",
      "use {second} as a tie-breaker",
      "=with equal {wordsField} the {wordsMany} should be [ordered|sorted] by {wordsSecond}",
    ],
    unseen: [
      "=let {wordsSecond} decide between {wordsMany} whose {wordsField} does not",
      "add {second} as secondary sort key",
    ],
    weight: 1.2,
  },
  (choose) => {
    if (choose.chance(0.3)) return alphabetical(choose);
    const t = things(choose);
    const kinds = choose.shuffle(["text", "number", "date"] as const);
    const [one = "text", two = "number"] = kinds;
    const compare = (kind: string, field: string): Compare =>
      kind === "text"
        ? (a, b) => `${a}.${field}.localeCompare(${b}.${field})`
        : (a, b) => `${a}.${field} - ${b}.${field}`;
    const first = compare(one, t[one]);
    const second = compare(two, t[two]);
    const isDown = choose.chance(0.3);
    const primary: Compare = isDown ? (a, b) => first(b, a) : first;
    const write = sorting(choose, t);
    const scene = chainScene(choose, t, (list) => [
      write(list, primary),
      write(list, (a, b) => `${primary(a, b)} || ${second(a, b)}`),
    ]);
    return {
      ...scene,
      slots: {
        ...callingsOf(t),
        field: t[one],
        second: t[two],
        wordsField: inWords(t[one]),
        wordsSecond: inWords(t[two]),
      },
    };
  },
);

/** Copies a list that belongs to others before `list.sort(…)` or `list.reverse()`: `[...list]`. */
export const copyFirst = composed(
  "copy-before-sort",
  {
    seen: [
      "=[this|it|sort] mutates the caller's array[, copy it first|]",
      "copy the array before [sorting|it is sorted|reordering it]",
      "=don't mutate {list}",
      "=nit: this [changes|mutates|modifies] {list} in place",
      "spread [into a new array|{list} into a new array] [first|before sorting]",
      "=the {wordsMany} of the caller get reordered too, [make|use] a copy",
      "don't [sort|reorder] {list} in place",
      "=[mutating|reordering] {list} is not ok, work on a copy",
    ],
    unseen: [
      "=after calling this my own {wordsMany} are in another order",
      "=leave the original {list} as it is",
    ],
    weight: 1.4,
  },
  (choose) => {
    const t = things(choose);
    const compare = choose.pick([
      onDates(choose, t.date),
      onNumbers(choose, t.number),
      (a: string, b: string) => `${a}.${t.text}.localeCompare(${b}.${t.text})`,
    ]);
    const call = choose.pick([
      `.sort((a, b) => ${compare("a", "b")})`,
      `.sort((a, b) => ${compare("b", "a")})`,
      `.sort((a, b) => ${compare("a", "b")})`,
    ]);
    const last = choose.pick([
      "",
      "",
      `.slice(0, ${choose.pick([3, 5, 10])})`,
      `.map((${t.item}) => ${t.item}.${t.text})`,
    ]);
    let of = "";
    const make = (list: string): readonly [Chain, Chain] => {
      of = list;
      const calls = [call, ...(last === "" ? [] : [last])];
      return [
        { head: list, calls },
        { head: `[...${list}]`, calls },
      ];
    };
    const scene = chainScene(choose, t, make, { frames: PASSED_IN });
    return { ...scene, slots: { ...callingsOf(t), list: of } };
  },
);
