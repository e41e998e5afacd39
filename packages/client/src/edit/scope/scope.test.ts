import { expect, test } from "vitest";
import { nodeLeaves } from "../../node/leaves.ts";
import { hunksBetween } from "../hunks-between.ts";
import { checkScope } from "./index.ts";

const CODE = `import { log } from "./log.js";

// Adds up the prices.
export function total(items, rate) {
  let sum = 0;
  for (const item of items) {
    sum += item.price;
  }
  log("total is", sum);
  return sum * rate;
}
`;

async function concerns(instruction: string, after: string, before = CODE, language = "javascript") {
  const read = await nodeLeaves(language);
  const [old, now] = [read?.(before), read?.(after)];
  if (!old || !now) throw new Error("there are no leaves");
  const found = checkScope({ before, after, old, now, hunks: hunksBetween(before, after) }, instruction);
  return found.map(({ kind, line, message }) => `${kind} ${line}: ${message}`);
}

test.each([
  ["make it async", "export function", "export async function"],
  ["round the result", "sum * rate", "Math.round(sum * rate)"],
  ["rename sum to result", /\bsum\b/g, "result"],
  ["remove the call of log", /.*log\(.*\n/, ""],
  ["remove the comment", /\/\/.*\n/, ""],
  ['change the text to "all in all"', "total is", "all in all"],
  [
    "check that items is given",
    "  let sum",
    '  if (!items) throw new Error("items is required");\n  let sum',
  ],
  ["fix the wrong variable", "sum * rate", "sum * items"],
  ["use reduce", /let sum[\s\S]*?\n {2}}/, "const sum = items.reduce((all, item) => all + item.price, 0);"],
])("a requested change raises no concern: %s", async (instruction, from, to) => {
  expect(await concerns(instruction, CODE.replace(from, to))).toEqual([]);
});

test.each([
  ["make it async", /.*let sum.*\n/, "", 'undeclared 6: "sum" is used and no longer declared'],
  ["rename sum to result", "let sum", "let result", 'undeclared 7: "sum" is used and no longer declared'],
  ["rename log to report", "log(", "report(", 'undeclared 9: "report" is used and declared nowhere'],
  ["make it async", "sum * rate", "sum * price2", 'undeclared 10: "price2" is used and declared nowhere'],
  ["make it async", "sum * rate", "items * rate", 'renamed 10: "sum" was replaced by "items"'],
  ["make it async", /( {4}sum.*\n)/, "$1$1", "repeated 8: this line appears twice in a row"],
  ["make it async", "total is", "the sum is", 'text 9: "total is" was replaced by "the sum is"'],
  ["make it async", "the prices", "nothing", 'text 3: the comment "Adds up nothing." was changed'],
  ["make it async", /.*log\(.*\n/, "", 'deleted 9: "log("total is", sum);" was deleted'],
])(
  "a change that was not requested raises a concern: %s, changing %s",
  async (instruction, from, to, concern) => {
    expect(await concerns(instruction, CODE.replace(from, to))).toContain(concern);
  },
);

const COUNTED = `function fill(list, n) {
  const out = [];
  for (let i = 0; i < n; i++) {
    out.push(list[i]);
  }
  return out;
}
`;
const counted = (body: string, condition = "i < n") =>
  COUNTED.replace(
    "  for (let i = 0; i < n; i++) {\n    out.push(list[i]);\n",
    `  let i = 0;\n  while (${condition}) {\n${body}`,
  );

test.each([
  ["use const", "let sum", "const sum", 7],
  ["use const", "let sum = 0;", "const sum = 0;\n  let { rest } = items;", 8],
  ["add a counter", "let sum = 0;", "let sum = 0;\n  const n = 0;\n  n++;", 7],
  ["use a plain loop", "const item of items", "const i = 0; i < items.length; i++", 6],
])("an assignment to a const raises a concern: %s, replacing %s", async (instruction, from, to, line) => {
  const found = await concerns(instruction, CODE.replace(from, to));
  expect(found.filter((one) => one.startsWith("constant"))).toEqual([
    expect.stringMatching(`^constant ${line}: "\\w+" is a const and is assigned to, which throws$`),
  ]);
});

test.each([
  ["a member", "const sum = { all: 0 };\n  sum.all = 1;"],
  ["another one's parameter", "const sum = 0;\n  const add = (sum) => { sum += 1; return sum; };"],
  ["a default", "const { rate: sum = 1 } = items;"],
  ["a counted member", "const sum = items;\n  ++sum.length;"],
  ["what has its type", "const sum = 0;\n  const other: sum = 1;"],
  ["a comparison", "const sum = rate;\n  log(sum == 1, sum === 2, sum <= 3, sum => 4);"],
])("what is not an assignment to the const raises no concern: %s", async (_, to) => {
  const before = CODE.replace(/ {2}for[\s\S]*?\n {2}}\n/, "");
  const after = before.replace("let sum = 0;", to);
  const found = await concerns("use const", after, before, "typescript");
  expect(found.filter((one) => one.startsWith("constant"))).toEqual([]);
});

test("an assignment to a const that was there before the edit raises no concern", async () => {
  const before = CODE.replace("let sum", "const sum");
  const found = await concerns(
    "make it async",
    before.replace("export function", "export async function"),
    before,
  );
  expect(found).toEqual([]);
});

test.each([
  ["i < n", "    out.push(list[i]);\n"],
  ["i < n && out", "    if (i === n) {\n      list[i] = out;\n    }\n"],
  ["i !== list.length", "    out[i] = list.length;\n"],
])("a new loop that may never end raises a concern: while (%s)", async (condition, body) => {
  const message = "nothing in this loop changes what its condition reads: it may never end";
  expect(await concerns("use a while loop", counted(body, condition), COUNTED)).toContain(
    `endless 4: ${message}`,
  );
});

test.each([
  ["i < n", "    out.push(list[i]);\n    i++;\n"],
  ["i < n", "    out.push(list[i]);\n    i += 1;\n"],
  ["i < n", "    [i, n] = [i + 1, n - 1];\n"],
  ["i < n", "    if (list[i]) return out;\n"],
  ["list.length > 0", "    out.push(list.shift());\n"],
  ["next(i)", "    out.push(i);\n"],
])("a loop that can end raises no concern: while (%s) %s", async (condition, body) => {
  const found = await concerns("use a while loop", counted(body, condition), COUNTED);
  expect(found.filter((one) => one.startsWith("endless"))).toEqual([]);
});

const RECURSION = "function factorial(n) { return n <= 1 ? 1 : n * factorial(n - 1); }\n";
const AS_LOOP = `function factorial(n) {
  let result = 1;
  for (let i = 2; i <= n; i++) {
    result *= i;
  }
  return result;
}
`;

test.each([
  ["rename x to y", ['absent 1: "x" is named in the instruction but is nowhere in the code']],
  ["sort the result", []],
  ["memoize", []],
  [
    "call checkInput first",
    ['absent 1: "checkInput" is named in the instruction but is nowhere in the code'],
  ],
])(
  "turning a recursion into a loop raises a concern for the instruction: %s",
  async (instruction, others) => {
    const rewritten =
      'rewritten 1: "factorial" no longer calls itself, which the instruction does not mention';
    expect((await concerns(instruction, AS_LOOP, RECURSION)).sort()).toEqual([...others, rewritten]);
  },
);

test.each(["optimize this code", "make it a loop", "no recursion, please", "avoid the stack overflow"])(
  "turning a recursion into a loop raises no concern for the instruction: %s",
  async (instruction) => {
    expect(await concerns(instruction, AS_LOOP, RECURSION)).toEqual([]);
  },
);

test("a lost character (U+FFFD) raises a concern, unless the code already had one", async () => {
  const [loading, lost] = ['label("Loading…");\n', 'setLabel("Loading\uFFFD");\n'];
  expect(await concerns("call setLabel instead", lost, loading)).toContain(
    "unreadable 1: a character was lost in this line",
  );
  expect(await concerns("call setLabel instead", lost, lost.replace("setLabel", "label"))).toEqual([]);
});

test("turning a loop into list methods raises a concern unless the instruction asks for it", async () => {
  const found = await concerns("handle an empty list", CHAINED);
  expect(found).toContain(
    "rewritten 5: a loop was replaced by list methods, which the instruction does not mention",
  );
  expect(await concerns("use reduce", CHAINED)).toEqual([]);
});
const CHAINED = CODE.replace(
  /let sum[\s\S]*?\n {2}}/,
  "const sum = items.reduce((all, item) => all + item.price, 0);",
);

test("naming styles and new names in the instruction are not reported as absent", async () => {
  const renamed = CODE.replace(/\bsum\b/g, "order_sum");
  expect(await concerns("rename `sum` to order_sum, we use snake_case", renamed)).toEqual([]);
  expect(await concerns("rename the function to sumOf", CODE.replace("total(", "sumOf("))).toEqual([]);
});

test("an edit that changes nothing raises no concern", async () => {
  expect(await concerns("make it async", CODE)).toEqual([]);
});

test("there is no leaf reader for Python", async () => {
  expect(await nodeLeaves("python")).toBeNull();
});

test("a changed declaration that the instruction does not name raises a concern, unless the edit requires it", async () => {
  const user = "\nfunction user(a) {\n  return total(a) + 1;\n}\n";
  const other = "\nfunction other(a) {\n  return a + 1;\n}\n";
  const before = CODE + user + other;
  const renamed = (CODE + user).replaceAll("total(", "totalOf(") + other;
  expect(await concerns("rename total to totalOf", renamed, before)).toEqual([]);
  const made = CODE.replace("export function", "export async function") + user + other.replace("1", "2");
  // It may be a word like any other.
  expect(await concerns("give the total later", made, before)).toEqual([]);
  expect(await concerns("make the function total async for our users", made, before)).toEqual([
    'elsewhere 18: "other" was changed, which the instruction does not mention',
  ]);
  expect(await concerns("make total() async", made, before)).toEqual([
    'elsewhere 18: "other" was changed, which the instruction does not mention',
  ]);
});

test.each([
  ["elements", "const list = (a) => <ul><svg:path d='' /><my-row {...a} /></ul>;"],
  ["types of a namespace", "import type * as b from 'b';\nlet c: b.Kind<b.Inner.Other>;\nvoid c;"],
  ["the key of an index signature", "type Prices = { [key: string]: number };"],
  ["labels of a tuple", "type Pair = [first: string, second?: number, ...others: string[]];"],
  [
    "what is exported from elsewhere",
    'export { useB, type C as D } from "./b.js";\nexport * as all from "c";',
  ],
  ["what is exported by another name", "export { total as sumOf };"],
  ["signatures", "declare function outer(a: string): void;\nouter('');\ndeclare namespace Inner {}\nInner;"],
  ["a module that is required", 'import fs = require("fs");\nfs.readFile;'],
  ["a generator that calls itself", "void (function* walk() { yield* walk(); });"],
  [
    "globals of browsers",
    "function f(a: MouseEvent | KeyboardEvent, b: HTMLInputElement, c: SVGPathElement) {\n" +
      "  sessionStorage.clear(); localStorage.clear(); requestAnimationFrame(f); new WebSocket(''); new Image();\n}",
  ],
  ["globals of Node", "void [__dirname, __filename, clearImmediate, WeakRef, new ReferenceError()];"],
  [
    "globals of tests",
    "beforeEach(() => vi.fn());\ndescribe('', () => it('', () => expect(jest).toBe(1)));\ntest('', afterAll);",
  ],
  ["types of the language", "type A = InstanceType<Uppercase<'a'>> | ConstructorParameters<PropertyKey>;"],
])("names that need no declaration raise no concern: %s", async (_, code) => {
  const before = CODE.replaceAll("items, rate", "items: any, rate: any");
  expect(await concerns("extend it", `${before}${code}\n`, before, "tsx")).toEqual([]);
});

test.each([
  [
    "what is disposed of",
    "function f() {\n  using file = open(1);\n  return file.text;\n}\nfunction open(a: any) {}",
  ],
  ["a loop's", "async function f(b: any) {\n  for await (await using file of b) void file;\n}"],
  ["an accessor", "class A {\n  accessor size = 1;\n}\nnew A().size;"],
  ["a type of a module", "let b: import('./b').Kind<string>[];\nvoid b;"],
  ["a type's variance", "interface Box<in out Kind> { a: Kind }\ndeclare const c: Box<string>;"],
  ["a default without a name", "export default function (a: number): void;"],
  ["a parameter of a signature", "type Maker = {\n  <A>(a: A): void\n  <B>(b: B): A2\n};\ntype A2 = 1;"],
  ["a name that is a word elsewhere", "const using = 1;\nfunction g() { return using(using, 1); }"],
])("syntax newer than the grammar raises no concern: %s", async (_, code) => {
  const before = CODE.replaceAll("items, rate", "items: any, rate: any");
  expect(await concerns("extend it", `${before}${code}\n`, before, "typescript")).toEqual([]);
  // Also where it was there before.
  const after = `${before.replace("total is", "all in all")}${code}\n`;
  expect(await concerns("the text is all in all", after, `${before}${code}\n`, "typescript")).toEqual([]);
});

test("an undeclared name raises a concern even beside syntax newer than the grammar", async () => {
  const before = `${CODE.replaceAll("items, rate", "items: any, rate: any")}class A {\n  accessor size = 1;\n}\n`;
  const after = before.replace("sum * rate", "sum * price2");
  expect(await concerns("make it async", after, before, "typescript")).toContain(
    'undeclared 10: "price2" is used and declared nowhere',
  );
});

test.each([
  ["a component", "const list = <Panel />;", "Panel"],
  ["what is exported and not from elsewhere", "export { useB };", "useB"],
  ["a default of a parameter", "const f = (a = other) => a;", "other"],
  ["a type of a tuple", "type Pair = [first: Missing];", "Missing"],
  ["the key of an index signature as a value", "type Prices = { [key: string]: number };\nvoid key;", "key"],
])("an undeclared name raises a concern: %s", async (_, code, name) => {
  const before = CODE.replaceAll("items, rate", "items: any, rate: any");
  const found = await concerns("extend it", `${before}${code}\n`, before, "tsx");
  expect(found).toEqual([expect.stringContaining(`"${name}" is used and declared nowhere`)]);
});

const ANSWERED = `async function show(db, id) {
  try {
    const users = await db.all("SELECT * FROM users ORDER BY name ASC");
    return users.sort((a, b) => a.age - b.age).map((user) => ({
      id: user.id,
      passwordHash: user.passwordHash,
    }));
  } catch (error) {
    console.error(error);
    throw new Error("no users for " + id);
  }
}
`;

test.each([
  ["oldest users first", "a.age - b.age", "b.age - a.age"],
  ["sort them by name descending", "ASC", "DESC"],
  ["never send the password hash", /.*passwordHash.*\n/, ""],
  ["remove the try/catch", / {2}try \{\n([\s\S]*?) {2}} catch[\s\S]*?\n {2}}\n/, "$1"],
])("a change that an everyday instruction implies raises no concern: %s", async (instruction, from, to) => {
  expect(await concerns(instruction, ANSWERED.replace(from, to), ANSWERED)).toEqual([]);
});

test.each([
  ["export it", "a.age - b.age", "b.age - a.age", /^renamed 4/],
  ["sort them by name descending", "user.id", "users.id", /^renamed 5/],
  ["do not send the id", /.*passwordHash.*\n/, "", /^deleted 6/],
  ["await the query", / {4}console.*\n/, "", /^deleted 9/],
])(
  "a change that an everyday instruction does not imply raises a concern: %s",
  async (instruction, from, to, concern) => {
    const found = await concerns(instruction, ANSWERED.replace(from, to), ANSWERED);
    expect(found).toContainEqual(expect.stringMatching(concern));
  },
);

const SELECTED = `function Panel({ id }) {
  const [open, setOpen] = useState(false);
  schedule("0 4 * * 1-5", () => refresh(id));
  price("USD");
  return open ? id : setOpen;
}
`;

test.each([
  ["memoize the callback", "() => refresh(id)", "useCallback(() => refresh(id), [id])"],
  ["it should run on sundays only", "0 4 * * 1-5", "0 4 * * 0"],
  ["euros, not dollars", '"USD"', '"EUR"'],
])(
  "a change in a part of a file that the instruction implies raises no concern: %s",
  async (instruction, from, to) => {
    expect(await concerns(instruction, SELECTED.replace(from, to), SELECTED)).toEqual([]);
  },
);

test.each([
  ["memoize the callback", "() => refresh(id)", "onceOnly(() => refresh(id))", /^undeclared 3/],
  ["it should run at night", "0 4 * * 1-5", "never", /^text 3/],
  ["make it async", '"USD"', '"EUR"', /^text 4/],
])(
  "other names or texts in a part of a file raise a concern: %s, changing %s",
  async (instruction, from, to, concern) => {
    const found = await concerns(instruction, SELECTED.replace(from, to), SELECTED);
    expect(found.join()).toMatch(concern);
  },
);

test("an unimported hook raises a concern in a file that imports other hooks", async () => {
  const file = `import { useState } from "react";\n${SELECTED}`;
  const found = await concerns(
    "memoize it",
    file.replace("() => refresh(id)", "useMemo(refresh, [id])"),
    file,
  );
  expect(found).toEqual(['undeclared 4: "useMemo" is used and declared nowhere']);
});
