import { expect, it } from "vitest";
import { editOf } from "../edit-of.fixture.ts";

/** [family, before, after]: slots of the edit stand for themselves. */
const EDITS: readonly (readonly [string, string, string])[] = [
  [
    "make-inclusive",
    "function f(a) {\n  if (a.age < 18) return;\n  g(a);\n}",
    "function f(a) {\n  if (a.age <= 18) return;\n  g(a);\n}",
  ],
  ["make-exclusive", "const f = (a, b) => a >= b;", "const f = (a, b) => a > b;"],
  [
    "make-named-inclusive",
    "const f = (a, b) => a > b || a > 7 * b;",
    "const f = (a, b) => {comparison|>|>=};",
  ],
  ["make-named-exclusive", "const f = (a, b) => a.x <= b;", "const f = (a, b) => a.x < b;"],
  [
    "require-also",
    "function f(a, b) {\n  if (a.b || a.c) {\n    x();\n  }\n}",
    "function f(a, b) {\n  if ((a.b || a.c) && {test}) {\n    x();\n  }\n}",
  ],
  [
    "allow-also",
    "function f(a, b) {\n  if (a.b && a.c) x();\n}",
    "function f(a, b) {\n  if ((a.b && a.c) || {test}) x();\n}",
  ],
  [
    "allow-also",
    "function f(a, b) {\n  if (a.b || a.c) x();\n}",
    "function f(a, b) {\n  if (a.b || a.c || {test}) x();\n}",
  ],
  [
    "call-only-if",
    "function f(a, b) {\n  a.b({\n    c: 1,\n  });\n  return a;\n}",
    "function f(a, b) {\n  if ({test}) {\n    a.b({\n      c: 1,\n    });\n  }\n  return a;\n}",
  ],
  [
    "call-only-if",
    "async function f( a, b ) {\n\tawait a.b( a );\n}",
    "async function f( a, b ) {\n\tif ( {test} ) {\n\t\tawait a.b( a );\n\t}\n}",
  ],
  [
    "do-only-if",
    "function f(a, b) {\n  a.b = 1;\n  return a;\n}",
    "function f(a, b) {\n  if ({test}) {\n    a.b = 1;\n  }\n  return a;\n}",
  ],
  [
    "skip-in-loop",
    "function f(as) {\n  for (const a of as) {\n    x(a);\n  }\n}",
    "function f(as) {\n  for (const a of as) {\n    if ({test}) continue;\n    x(a);\n  }\n}",
  ],
  [
    "skip-in-loop",
    "function f(b) {\n  for (let i = 0; i < b.length; i++) {\n    const a = b[i]\n    x(a)\n  }\n}",
    "function f(b) {\n  for (let i = 0; i < b.length; i++) {\n    const a = b[i]\n    if ({test}) continue\n    x(a)\n  }\n}",
  ],
  [
    "case-insensitive",
    "const f = (user, name) => user.name === name;",
    "const f = (user, name) => user.name.toLowerCase() === name.toLowerCase();",
  ],
  [
    "case-insensitive",
    'const f = (user) => user.country !== "France";',
    'const f = (user) => user.country.toLowerCase() !== "france";',
  ],
  [
    "fall-back",
    "function f(a) {\n  const names = a.names;\n  return g(names);\n}",
    "function f(a) {\n  const names = a.names ?? {value};\n  return g(names);\n}",
  ],
  [
    "fall-back",
    "async function f(a) {\n  const b = await a.load();\n  return b.c;\n}",
    "async function f(a) {\n  const b = (await a.load()) ?? {value};\n  return b.c;\n}",
  ],
  [
    "fall-back-falsy",
    "function f(a) {\n  const title = a.title;\n  return g(title);\n}",
    "function f(a) {\n  const title = a.title || {value};\n  return g(title);\n}",
  ],
];

it.each(EDITS)("%s edits as stated: %s", (name, before, after) => {
  for (let seed = 1; seed <= 8; seed++) {
    const edit = editOf(name, before, seed);
    // What is asked for may be said already, or may be two tests, which are put in parentheses.
    if (edit === undefined) continue;
    const { slots } = edit;
    const test = slots["test"] ?? "";
    const joined = / (\|\||&&) /.test(test) ? `(${test})` : test;
    const comparison = slots["comparison"] ?? "";
    const expected = after.startsWith("const f = (a, b) => {comparison")
      ? before.replace(comparison, comparison.replace(">", ">="))
      : after.replace("{test}", joined).replace("{value}", slots["value"] ?? "");
    expect(edit.after).toBe(expected);
  }
  expect(Array.from({ length: 8 }, (_, seed) => editOf(name, before, seed + 1)).some(Boolean)).toBe(true);
});

it.each([
  ["make-inclusive", "there are two comparisons", "const f = (a, b) => a > b && b < 7;"],
  ["make-inclusive", "a length is above 0", "const f = (a) => a.length > 0;"],
  ["make-inclusive", "the comparison ends a loop", "function f(a) {\n  for (let i = 0; i < a; i++) x(i);\n}"],
  ["make-exclusive", "an indexOf result is compared", "const f = (a, b) => a.indexOf(b) >= 0;"],
  ["make-named-inclusive", "the comparison occurs twice", "const f = (a, b) => (a > b ? g(a > b) : 1);"],
  [
    "require-also",
    "the same condition is tested twice",
    "function f(a, b) {\n  if (a) x();\n  if (a) y();\n}",
  ],
  [
    "allow-also",
    "the condition has several lines",
    "function f(a, b) {\n  if (\n    a.b ||\n    a.c\n  )\n    x();\n}",
  ],
  ["call-only-if", "the function is called twice", "function f(a, b) {\n  x(a);\n  x(b);\n}"],
  ["call-only-if", "the result is used", "function f(a, b) {\n  const c = x(a);\n  return c;\n}"],
  ["do-only-if", "the line occurs twice", "function f(a) {\n  a.b++;\n  a.b++;\n}"],
  [
    "skip-in-loop",
    "the loop advances in its body",
    "function f(a) {\n  while (a.b) {\n    a.next();\n  }\n}",
  ],
  [
    "skip-in-loop",
    "there are two loops",
    "function f(a) {\n  for (const b of a) {\n    x(b);\n  }\n  for (const c of a) {\n    x(c);\n  }\n}",
  ],
  ["case-insensitive", "a type is tested", 'const f = (name) => typeof name === "string";'],
  ["case-insensitive", "there are two comparisons", 'const f = (name) => name === "a" || name === "b";'],
  ["case-insensitive", "numbers may be compared", "const f = (a, b) => a.id === b.id;"],
  ["fall-back", "the value is a literal", "function f() {\n  const a = 1;\n  return a;\n}"],
  ["fall-back", "there is already a fallback", "function f(a) {\n  const b = a.b || 1;\n  return b;\n}"],
  [
    "fall-back",
    "a missing value is already handled",
    "function f(a) {\n  const b = a.b;\n  if (!b) return;\n  x(b);\n}",
  ],
  ["fall-back-falsy", "an element is read in a loop", "function f(a, i) {\n  const b = a[i];\n  x(b);\n}"],
])("%s leaves code alone where %s", (name, _, code) => {
  for (let seed = 1; seed <= 8; seed++) expect(editOf(name, code, seed)).toBeUndefined();
});
