import { expect, it } from "vitest";
import { type Language, parses } from "../../syntax/index.ts";
import { editOf } from "../edit-of.fixture.ts";

/** [family, before, after, language]: what the edit of `after`, or of `before`, leaves no choice in. */
const EDITS: readonly (readonly [string, string, string, string, Language?])[] = [
  [
    "literal-to-parameter",
    "function f(items, page, pageSize = 20) {\n  return items.slice(page * pageSize, pageSize);\n}",
    "function f(items, page) {\n  return items.slice(page * 20, 20);\n}",
    "function f(items, page, pageSize = 20) {\n  return items.slice(page * pageSize, pageSize);\n}",
  ],
  [
    "literal-to-parameter",
    "function f(el) {\n  return el.animate({ easing: 'ease-out' });\n}",
    "function f(el) {\n  return el.animate({ easing: 'ease-out' });\n}",
    "function f(el, easing = 'ease-out') {\n  return el.animate({ easing });\n}",
  ],
  [
    "literal-to-parameter",
    "function f(a) {\n  const limit = 7;\n  return a < limit;\n}",
    "function f(a) {\n  const limit = 7;\n  return a < limit;\n}",
    "function f(a, limit = 7) {\n  return a < limit;\n}",
  ],
  [
    "any-to-named",
    "function f(e: KeyboardEvent) {\n  return e.key;\n}",
    "function f(e: any) {\n  return e.key;\n}",
    "function f(e: KeyboardEvent) {\n  return e.key;\n}",
    "ts",
  ],
  [
    "generic-for-any",
    "function last<T>(list: T[]): T {\n  return list[list.length - 1];\n}",
    "function last(list: any[]): any {\n  return list[list.length - 1];\n}",
    "function last<T>(list: T[]): T {\n  return list[list.length - 1];\n}",
    "ts",
  ],
  [
    "add-union-member",
    'type Status = "open" | "done";',
    'type Status = "open";',
    'type Status = "open" | "done";',
    "ts",
  ],
  [
    "make-private",
    "class A {\n  private items = [];\n  b() {}\n}",
    "class A {\n  items = [];\n  b() {}\n}",
    "class A {\n  private items = [];\n  b() {}\n}",
    "ts",
  ],
  [
    "make-readonly",
    "class A {\n  constructor(public readonly x: number) {}\n}",
    "class A {\n  constructor(public x: number) {}\n}",
    "class A {\n  constructor(public readonly x: number) {}\n}",
    "ts",
  ],
  [
    "make-private-readonly",
    "class A {\n  private readonly x = 1;\n}",
    "class A {\n  x = 1;\n}",
    "class A {\n  private readonly x = 1;\n}",
    "ts",
  ],
  [
    "return-this",
    "add(a: string): this {\n  this.list.push(a);\n  return this;\n}",
    "add(a: string): void {\n  this.list.push(a);\n}",
    "add(a: string): this {\n  this.list.push(a);\n  return this;\n}",
    "ts",
  ],
  [
    "reset-too",
    "reset() {\n  this.running = false;\n  this.seconds = 0;\n}",
    "reset() {\n  this.running = false;\n}",
    "reset() {\n  this.running = false;\n  this.seconds = 0;\n}",
  ],
  [
    "export-arrow",
    "function f(a) {\n  return a;\n}",
    "function f(a) {\n  return a;\n}",
    "export const f = (a) => {\n  return a;\n};",
  ],
];

it.each(EDITS.map((one) => [one[0], one] as const))("%s edits as stated", (name, one) => {
  const [, code, before, after, language = "js"] = one;
  const edit = editOf(name, code, 1, language);
  expect([edit?.before ?? code, edit?.after]).toEqual([before, after]);
});

it("flag-skips guards a call that occurs once, and refuses one that occurs twice", () => {
  const code = "function f(upload) {\n  check(upload);\n  storage.delete(upload.key);\n}";
  const guarded = Array.from({ length: 12 }, (_, seed) => editOf("flag-skips", code, seed)).find(
    (one) => one?.slots["call"] === "storage.delete",
  );
  const flag = guarded?.slots["flag"];
  expect(guarded?.slots["wordsDone"]).toBe("deleted");
  expect(guarded?.after).toBe(
    `function f(upload, ${flag} = false) {\n  check(upload);\n  if (!${flag}) {\n    storage.delete(upload.key);\n  }\n}`,
  );
  expect(editOf("flag-skips", "function f(a) {\n  run(a);\n  run(a);\n}")).toBeUndefined();
});

it("rename-state renames a state together with its setter", () => {
  const code =
    "function A() {\n  const [open, setOpen] = useState(false);\n  return <b onClick={() => setOpen(!open)}>x</b>;\n}";
  const { after, slots } = editOf("rename-state", code, 3, "jsx") ?? { after: "", slots: {} };
  const { new: name = "", newSetter = "" }: Readonly<Record<string, string>> = slots;
  expect(after).toBe(code.replaceAll(/\bopen\b/g, name).replaceAll("setOpen", newSetter));
});

it.each(["type-record", "as-const", "constrain-to-keys", "add-count-getter", "call-super", "add-action"])(
  "%s makes up code that parses before and after the edit",
  (name) => {
    let count = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const edit = editOf(name, "a();", seed);
      if (edit?.before === undefined) continue;
      count++;
      expect(parses(edit.before, "ts"), edit.before).toBe(true);
      expect(parses(edit.after, "ts"), edit.after).toBe(true);
      expect(edit.after).not.toBe(edit.before);
    }
    expect(count).toBeGreaterThan(5);
  },
);
