import { expect, it } from "vitest";
import type { Language } from "../../syntax/index.ts";
import { editOf } from "../edit-of.fixture.ts";
import type { Edit } from "../index.ts";

/** The first edit that a family makes of the code, whatever it is drawn. */
function anyEdit(name: string, code: string, language: Language = "js"): Edit | undefined {
  for (let seed = 1; seed <= 30; seed++) {
    const edit = editOf(name, code, seed, language);
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/** [family, before, after]: what is drawn stands in `after` as its slot. */
const EDITS: readonly (readonly [string, string, string])[] = [
  [
    "add-property",
    "function f(a) {\n  const o = { b: 1 };\n  return g(o);\n}",
    "function f(a) {\n  const o = { b: 1, {property} };\n  return g(o);\n}",
  ],
  ["add-property", "g.h(a, {\n  b: 1,\n  c,\n});", "g.h(a, {\n  b: 1,\n  c,\n  {property},\n});"],
  [
    "add-returned-property",
    "function f(a) {\n  if (!a) return null;\n  return {\n    b: 1,\n    c: a.c\n  };\n}",
    "function f(a) {\n  if (!a) return null;\n  return {\n    b: 1,\n    c: a.c,\n    {property}\n  };\n}",
  ],
  ["add-returned-property", "const f = (a) => ({ b: a.b });", "const f = (a) => ({ b: a.b, {property} });"],
  ["change-property", "g({ open: true, c });", "g({ open: {value}, c });"],
  ["change-property", "g({ open: 'x', c });", "g({ open: {value}, c });"],
  ["remove-property", "g({ ...b, open: 1 });", "g({ ...b });"],
  ["remove-property", "g({\n  open: 1,\n  ...b,\n});", "g({\n  ...b,\n});"],
  ["remove-property", "g({\n  ...b,\n  open: 1,\n});", "g({\n  ...b,\n});"],
  ["add-argument", "g.h(1, a);", "g.h(1, a, {value});"],
  ["add-argument", "g.h(\n  x,\n  y\n);", "g.h(\n  x,\n  y,\n  {value}\n);"],
  ["remove-argument", "const f = (a) => g.h(a, true);", "const f = (a) => g.h(a);"],
  ["remove-argument", "g.h({ a: 1 });", "g.h();"],
  ["call-first", "function f(a) {\n  g();\n}", "function f(a) {\n  {call};\n  g();\n}"],
  [
    "call-first",
    'function f(a) {\n  "use strict";\n  g();\n}',
    'function f(a) {\n  "use strict";\n  {call};\n  g();\n}',
  ],
  ["call-last", "function f(a) {\n  g();\n}", "function f(a) {\n  g();\n  {call};\n}"],
  [
    "call-last",
    "function f(a) {\n  g();\n  return a.b;\n}",
    "function f(a) {\n  g();\n  {call};\n  return a.b;\n}",
  ],
];

it.each(EDITS.map(([name, before, after]) => ({ name, before, after })))(
  "$name edits as stated: $before",
  ({ name, before, after }) => {
    const edit = anyEdit(name, before);
    const filled = after.replace(/\{(property|value|call)\}/g, (_, slot: string) => edit?.slots[slot] ?? "");
    expect(edit?.after).toBe(filled);
  },
);

/** Code in which a family must not find its occasion. */
const REFUSALS: readonly (readonly [string, string, string, Language?])[] = [
  ["add-property", "the object has no name", "function f(a) {\n  return { b: a };\n}"],
  ["add-property", "two calls of the same name take an object", "g({ a: 1 });\ng({ b: 1 });"],
  ["add-property", "the last entry is a spread", "g({ a: 1, ...b });"],
  ["add-property", "the type beside it lists the properties", "const o: { a: number } = { a: 1 };", "ts"],
  ["add-property", "a compiler wrote it", 'Object.defineProperty(exports, "__esModule", { value: true });'],
  ["add-property", "a comment follows the last property", "g({\n  a: 1, // b\n});"],
  [
    "add-returned-property",
    "two objects are returned",
    "function f(a) {\n  if (a) return { b: 1 };\n  return { b: 2 };\n}",
  ],
  [
    "add-returned-property",
    "something else is returned too",
    "function f(a) {\n  if (a) return a;\n  return { b: 2 };\n}",
  ],
  ["change-property", "the name occurs twice", "g({ open: true });\nh({ open: true });"],
  ["change-property", "the name is read as well", "g({ open: true });\nh(a.open);"],
  ["change-property", "the name is a keyword", "g({ default: true });"],
  ["change-property", "a comment describes the value", "g({\n  open: 0 /* never */,\n});"],
  ["remove-property", "the object would be empty", "g({ open: true });"],
  [
    "remove-property",
    "a variable would be unused",
    "function f() {\n  const b = g();\n  return { a: 1, b };\n}",
  ],
  ["add-argument", "the function is declared here", "function g(a) {}\ng(1);"],
  ["add-argument", "there are two calls", "g.h(1);\ng.h(2);"],
  ["add-argument", "the function is known to take no more arguments", "JSON.parse(a);"],
  ["remove-argument", "no argument would be left", "g.h(a);"],
  ["remove-argument", "the value is passed twice", "g.h(a, a);"],
  ["remove-argument", "a variable would be unused", "function f() {\n  const b = 1;\n  g.h(2, b);\n}"],
  ["call-first", "the body has no braces", "const f = (a) => g(a);"],
  ["call-last", "the returned value is a call", "function f(a) {\n  return g(a);\n}"],
  ["call-last", "there is an early return", "function f(a) {\n  if (a) return;\n  g();\n}"],
  ["call-last", "there are two returns", "function f(a) {\n  if (a) return 1;\n  return 2;\n}"],
  ["call-last", "the body ends with a throw", "function f(a) {\n  throw a;\n}"],
];

it.each(REFUSALS.map(([name, where, code, language]) => ({ name, where, code, language })))(
  "$name leaves code alone where $where",
  ({ name, code, language }) => {
    expect(anyEdit(name, code, language)).toBeUndefined();
  },
);
