import { expect, it } from "vitest";
import { editOf } from "../edit-of.fixture.ts";

/** [family, before, after], `{…}` being slots. */
const EDITS: readonly (readonly [string, string, string])[] = [
  ["round-result", "const f = (a, b) => a / b;", "const f = (a, b) => Math.round(a / b);"],
  [
    "round-result",
    "function f(a) {\n  const b = a * 0.5;\n  return b;\n}",
    "function f(a) {\n  const b = a * 0.5;\n  return Math.round(b);\n}",
  ],
  [
    "round-decimals",
    "function f(a, b) {\n  return a / b;\n}",
    "function f(a, b) {\n  return Number((a / b).toFixed({digits}));\n}",
  ],
  [
    "round-decimals",
    "function f(a) {\n  return Math.sqrt(a);\n}",
    "function f(a) {\n  return Number(Math.sqrt(a).toFixed({digits}));\n}",
  ],
  ["floor-result", "f(a, b) {\n  return a / b;\n}", "f(a, b) {\n  return Math.floor(a / b);\n}"],
  ["ceil-result", "f(a, b) {\n  return a / b;\n}", "f(a, b) {\n  return Math.ceil(a / b);\n}"],
  ["text-result", "const f = (a) => a * 2;", "const f = (a) => String(a * 2);"],
  ["trim-result", "const f = (a) => `${a.b} ${a.c}`;", "const f = (a) => `${a.b} ${a.c}`.trim();"],
  ["upper-result", 'const f = (a) => a + "-" + a;', 'const f = (a) => (a + "-" + a).toUpperCase();'],
  ["lower-result", 'const f = (a) => a.join("");', 'const f = (a) => a.join("").toLowerCase();'],
  ["sort-result", "const f = (a) => Object.keys(a);", "const f = (a) => Object.keys(a).sort();"],
  [
    "reverse-result",
    "function f(a) {\n  const b = [];\n  for (const c of a) b.push(c);\n  return b;\n}",
    "function f(a) {\n  const b = [];\n  for (const c of a) b.push(c);\n  return b.reverse();\n}",
  ],
  [
    "limit-result",
    "const f = (a) => a.filter((b) => b.c);",
    "const f = (a) => a.filter((b) => b.c).slice(0, {count});",
  ],
  [
    "unique-result",
    "const f = (a) => a.map((b) => b.c);",
    "const f = (a) => [...new Set(a.map((b) => b.c))];",
  ],
  [
    "json-result",
    "function f(a) {\n  return {\n    b: a.b,\n  };\n}",
    "function f(a) {\n  return JSON.stringify({\n    b: a.b,\n  });\n}",
  ],
  [
    "wrap-result",
    "function f(a, b) {\n  return a * b;\n}",
    "function f(a, b) {\n  return { {name}: a * b };\n}",
  ],
  ["wrap-in-array", "const f = (a, b) => a * b;", "const f = (a, b) => [a * b];"],
  [
    "return-too",
    "function f() {\n  const sum = g();\n  return {\n    a: 1,\n    b: 2,\n  };\n}",
    "function f() {\n  const sum = g();\n  return {\n    a: 1,\n    b: 2,\n    sum,\n  };\n}",
  ],
  ["return-too", "function f(sum) {\n  return { a: 1 };\n}", "function f(sum) {\n  return { a: 1, sum };\n}"],
];

it.each(EDITS)("%s edits as stated: %s", (name, before, after) => {
  const edit = editOf(name, before);
  const filled = after.replace(/\{(name|count|digits)\}/g, (_, slot: string) => edit?.slots[slot] ?? "");
  expect(edit?.after).toBe(filled);
});

/** [family, why not, code]. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ["round-result", "the result is already rounded", "const f = (a, b) => Math.floor(a / b);"],
  ["round-result", "the result may be a string", "const f = (a, b) => a + b;"],
  ["round-result", "the function calls itself", "function f(a) {\n  return a / f(a - 1);\n}"],
  ["round-result", "two values are returned", "function f(a) {\n  if (a) return 1;\n  return a / 2;\n}"],
  [
    "text-result",
    "the documentation says a number",
    "/** @returns {number} */\nfunction f(a) {\n  return a * 2;\n}",
  ],
  ["trim-result", "the string begins and ends with words", "const f = (a) => `a ${a} b`;"],
  ["sort-result", "the type of the elements is unknown", "const f = (a) => a.map((b) => b.c);"],
  ["reverse-result", "the result is a promise", "async function f(a) {\n  return a.map((b) => b.c);\n}"],
  ["limit-result", "the result may not be an array", "const f = (a) => a.filter(g);"],
  [
    "unique-result",
    "the elements are new objects, which never repeat",
    "const f = (a) => a.map((b) => ({ c: b }));",
  ],
  ["unique-result", "keys are unique", "const f = (a) => Object.keys(a);"],
  [
    "json-result",
    "a function is in the result, which JSON cannot hold",
    "function f(a) {\n  return { b: () => a };\n}",
  ],
  ["wrap-result", "the result may be a promise", "function f(a) {\n  return fetch(a);\n}"],
  ["return-too", "the value is already returned", "function f(sum) {\n  return { a: sum };\n}"],
];

it.each(REFUSALS)("%s leaves code alone where %s", (name, _, code) => {
  expect(editOf(name, code)).toBeUndefined();
});
