import { type Choices, capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

/** A condition and how users say that it holds. `they` is for several, without the subject. */
interface Claim {
  readonly code: (subject: string) => string;
  readonly words: string;
}

const CLAIMS: readonly Claim[] = [
  ...[
    "active",
    "verified",
    "paid",
    "published",
    "visible",
    "enabled",
    "public",
    "valid",
    "ready",
    "approved",
    "online",
    "complete",
    "selected",
    "available",
  ].map((word) => ({ code: (s: string) => `${s}.${word}`, words: word })),
  ...["active", "admin", "valid", "open", "public", "owner"].map((word) => ({
    code: (s: string) => `${s}.is${capitalized(word)}`,
    words: word,
  })),
  { code: (s) => `${s}.stock > 0`, words: "in stock" },
  { code: (s) => `${s}.price > 0`, words: "not free" },
  { code: (s) => `${s}.age >= 18`, words: "of age" },
  { code: (s) => `${s}.email`, words: "reachable by mail" },
  { code: (s) => `isValid(${s})`, words: "valid" },
  { code: (s) => `isKnown(${s})`, words: "known" },
  { code: (s) => `${s}.score > 50`, words: "good enough" },
  { code: (s) => `${s}.role === "admin"`, words: "admin" },
];

function two(choose: Choices): [Claim, Claim] {
  const [a, b] = choose.shuffle(CLAIMS.slice());
  if (
    a === undefined ||
    b === undefined ||
    a.words === b.words ||
    (a.words === "of age" && b.words === "of age")
  )
    return two(choose);
  return [a, b];
}

/** Returns code with two conditions and an operator between them. */
function joined(choose: Choices, wrong: "&&" | "||", right: "&&" | "||") {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const [noun = "", other = ""] = distinctNames(choose, 2);
  const subject = choose.pick(["user", "order", "item", "product", "post", noun, noun, noun]);
  const list = plural(subject);
  const [a, b] = two(choose);
  const one = choose.pick([subject, subject[0] ?? "x"]);
  const test = (operator: string, of: string) => `${a.code(of)} ${operator} ${b.code(of)}`.replaceAll('"', q);
  const forms: readonly [string, (o: string) => string[]][] = [
    [subject, (o) => [`return ${test(o, subject)}${s}`]],
    [subject, (o) => [`if (${test(o, subject)}) {`, `${i}${other}.add(${subject})${s}`, "}"]],
    [subject, (o) => [`if (${test(o, subject)}) return true${s}`, `return false${s}`]],
    [subject, (o) => [`const ok = ${test(o, subject)}${s}`, `return ok ? ${other}(${subject}) : null${s}`]],
    [list, (o) => [`return ${list}.filter((${one}) => ${test(o, one)})${s}`]],
    [list, (o) => [`return ${list}.some((${one}) => ${test(o, one)})${s}`]],
    [
      list,
      (o) => [
        `for (const ${subject} of ${list}) {`,
        `${i}if (${test(o, subject)}) ${other}.push(${subject})${s}`,
        "}",
        `return ${other}${s}`,
      ],
    ],
  ];
  const [parameters, form] = choose.pick(forms);
  const write = shell(choose, h, {
    name: joinWords(
      [choose.pick(["check", "find", "select", "test", "collect"]), ...wordsOf(other)],
      "camel",
    ),
    parameters,
  });
  return {
    before: write(form(wrong)),
    after: write(form(right)),
    slots: {
      wordsA: a.words,
      wordsB: b.words,
      wordsOne: withThe(choose, subject),
      a: a.code(subject).replaceAll('"', q),
      b: b.code(subject).replaceAll('"', q),
    },
  };
}

function withThe(choose: Choices, subject: string): string {
  return choose.pick([`the ${subject}`, `the ${subject}`, "it"]);
}

export const bothRequired = composed(
  "both-required",
  {
    seen: [
      "=both [|conditions |]must [hold|be true]",
      "={wordsOne} must be {wordsA} and {wordsB}",
      "={wordsOne} has to be both {wordsA} and {wordsB}",
      "require both[|, not just one]",
      "=one of them is not enough",
      "=should be and, not or",
      "=only if {wordsOne} is {wordsA} and also {wordsB}",
      "=being {wordsA} alone [isn't|is not] enough",
      "=just {wordsB} is not enough",
      "={wordsA} and {wordsB}",
      "={wordsOne} must be both",
      "={wordsOne} has to be {wordsB} too",
    ],
    unseen: [
      "{wordsA} or {wordsB} won't do, we need the two together",
      "either one gets through, it takes both",
    ],
    weight: 1.2,
  },
  (choose) => joined(choose, "||", "&&"),
);

export const eitherEnough = composed(
  "either-enough",
  {
    seen: [
      "=either [|one |]is enough",
      "=it's enough if {wordsOne} is {wordsA} or {wordsB}",
      "={wordsOne} doesn't have to be both",
      "=one of the [two|conditions] is enough",
      "=should be or, not and",
      "=being {wordsA} is already enough",
      "={wordsA} or {wordsB}, one is enough",
      "accept {wordsOne} if it is {wordsA} or {wordsB}",
      "={wordsB} alone is enough",
      "=if {wordsOne} is {wordsA} that's already fine",
    ],
    unseen: [
      "too strict: {wordsA} alone will do, and so will {wordsB}",
      "why does {wordsOne} need to be {wordsA} and {wordsB}? one will do",
    ],
    weight: 1.1,
  },
  (choose) => joined(choose, "&&", "||"),
);

/** A predicate and its opposite, with the names of those that satisfy it and those that do not. */
interface Sort {
  readonly holds: (e: string) => string;
  readonly fails: (e: string) => string;
  readonly kept: string;
  readonly dropped: string;
}

const PAIRS =
  "active:inactive|valid:invalid|public:private|visible:hidden|open:closed|paid:unpaid|published:unpublished|verified:unverified|enabled:disabled|read:unread|done:unfinished|archived:current|deleted:existing|expired:current|selected:unselected|online:offline|available:unavailable|used:unused|blocked:unblocked|confirmed:unconfirmed";

const SORTS: readonly Sort[] = [
  ...PAIRS.split("|").flatMap((pair): Sort[] => {
    const [yes = "", no = ""] = pair.split(":");
    const is = `is${capitalized(yes)}`;
    return [yes, is].flatMap((field) => [
      {
        holds: (e: string) => `${e}.${field}`,
        fails: (e: string) => `!${e}.${field}`,
        kept: yes,
        dropped: no,
      },
      {
        holds: (e: string) => `!${e}.${field}`,
        fails: (e: string) => `${e}.${field}`,
        kept: no,
        dropped: yes,
      },
    ]);
  }),
  ...["expiresAt", "validUntil", "endsAt", "expires"].map((field) => ({
    holds: (e: string) => `${e}.${field} > now`,
    fails: (e: string) => `${e}.${field} < now`,
    kept: "valid",
    dropped: "expired",
  })),
  ...["date", "start", "startsAt"].map((field) => ({
    holds: (e: string) => `${e}.${field} > now`,
    fails: (e: string) => `${e}.${field} < now`,
    kept: "upcoming",
    dropped: "past",
  })),
  ...["dueDate", "deadline", "dueAt"].map((field) => ({
    holds: (e: string) => `${e}.${field} < now`,
    fails: (e: string) => `${e}.${field} > now`,
    kept: "overdue",
    dropped: "future",
  })),
  { holds: (e) => `${e}.price === 0`, fails: (e) => `${e}.price !== 0`, kept: "free", dropped: "paid" },
  {
    holds: (e) => `${e}.stock > 0`,
    fails: (e) => `${e}.stock === 0`,
    kept: "available",
    dropped: "sold out",
  },
  { holds: (e) => `${e} % 2 === 0`, fails: (e) => `${e} % 2 !== 0`, kept: "even", dropped: "odd" },
  { holds: (e) => `${e} % 2 !== 0`, fails: (e) => `${e} % 2 === 0`, kept: "odd", dropped: "even" },
  {
    holds: (e) => `${e}.status === "open"`,
    fails: (e) => `${e}.status !== "open"`,
    kept: "open",
    dropped: "closed",
  },
  {
    holds: (e) => `${e}.role === "admin"`,
    fails: (e) => `${e}.role !== "admin"`,
    kept: "admin",
    dropped: "normal",
  },
  { holds: (e) => `seen.has(${e}.id)`, fails: (e) => `!seen.has(${e}.id)`, kept: "known", dropped: "new" },
  { holds: (e) => `!seen.has(${e}.id)`, fails: (e) => `seen.has(${e}.id)`, kept: "new", dropped: "known" },
];

export const keepTheOthers = composed(
  "keep-the-others",
  {
    seen: [
      "=[it's |]the wrong way round, keep [only |]the {wordsKept} {words}",
      "keep only the {wordsKept} [ones|{words}]",
      "=it should keep the {wordsKept} [ones|{words}], not the {wordsDropped} ones",
      "=this keeps the {wordsDropped} {words}[, should be the {wordsKept} ones|]",
      "=the {wordsDropped} [ones|{words}] should be [left out|dropped|gone]",
      "=we want the {wordsKept} {words}, not the {wordsDropped} ones",
      "=the filter is [inverted|the wrong way round|backwards]",
      "=only {wordsKept} {words} should [be left|come through]",
      "=wrong way around, keep the {wordsKept} ones",
      "=the filter keeps the wrong {words}",
      "=it keeps the {wordsDropped} ones",
      "=it gives me the {wordsDropped} ones, I want the {wordsKept} ones",
    ],
    unseen: [
      "I get all the {wordsDropped} {words} and none of the {wordsKept} ones",
      "exactly the wrong {words} survive",
    ],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const single = choose.pick(["user", "order", "token", "task", "post", "event", noun, noun, noun, noun]);
    const list = plural(single);
    const { holds, fails, kept, dropped } = choose.pick(SORTS);
    const isNumbers = /even|odd/.test(kept);
    const words = isNumbers ? "numbers" : list.replace(/([A-Z])/g, " $1").toLowerCase();
    const source = isNumbers ? "numbers" : list;
    const one = isNumbers ? "n" : choose.pick([single, single[0] ?? "x", "item"]);
    const usesNow = holds("x").includes("now");
    const head = usesNow ? [`const now = ${choose.pick(["Date.now()", "new Date()"])}${s}`] : [];
    const forms: readonly ((test: (e: string) => string) => string[])[] = [
      (test) => [...head, `return ${source}.filter((${one}) => ${test(one)})${s}`],
      (test) => [...head, `return ${source}.filter((${one}) => ${test(one)})${s}`],
      (test) => [
        ...head,
        `const ${other} = ${source}.filter((${one}) => ${test(one)})${s}`,
        `return ${other}.map(format)${s}`,
      ],
      (test) => [
        ...head,
        `return ${source}`,
        `${i}.filter((${one}) => ${test(one)})`,
        `${i}.map((${one}) => ${isNumbers ? `${one} * 2` : `${one}.name`})${s}`,
      ],
      (test) => [
        ...head,
        `const result = []${s}`,
        `for (const ${one} of ${source}) {`,
        `${i}if (${test(one)}) result.push(${one})${s}`,
        "}",
        `return result${s}`,
      ],
      (test) => [
        ...head,
        `for (const ${one} of ${source}) {`,
        `${i}if (${test(one)}) {`,
        `${i}${i}${other}.add(${one})${s}`,
        `${i}}`,
        "}",
        `return ${other}${s}`,
      ],
    ];
    const form = choose.pick(forms);
    const write = shell(choose, h, {
      name: joinWords([choose.pick(["get", "find", "select", "list", "filter"]), ...wordsOf(other)], "camel"),
      parameters: usesNow || !holds("x").startsWith("seen") ? source : `${source}, seen`,
    });
    const quoted = (test: (e: string) => string) => (e: string) => test(e).replaceAll('"', q);
    return {
      before: write(form(quoted(fails))),
      after: write(form(quoted(holds))),
      slots: { wordsKept: kept, wordsDropped: dropped, words },
    };
  },
);
