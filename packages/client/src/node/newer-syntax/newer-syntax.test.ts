import { describe, expect, it } from "vitest";
import { nodeGrammars } from "../grammars.ts";
import { inKnownSyntax } from "./index.ts";

async function issues(language: string, code: string) {
  const parse = await nodeGrammars(language);
  return parse?.(code);
}

const RIGHT: Readonly<Record<string, readonly string[]>> = {
  javascript: [
    "import defer * as ns from './x';",
    "import source wasm from './x.wasm';\nimport source from './y';",
    "import.source('x');\nimport.defer('x');",
    "class A {\n  accessor x = 1;\n  static accessor y;\n  accessor #z;\n}",
    "const using = 1;\nf(using);\nusing;",
    "String.raw`C:\\users`;",
    "export { _null as null, _catch as catch };",
    "const a = <p title='x?a=1&b=2'>salt & pepper &amp; more</p>;",
  ],
  typescript: [
    "export type * from './x';\nexport type * as ns from './x';",
    'export * from \'./x\' with { type: \'json\' };\nexport type { B } from "y" with { "resolution-mode": "require" };',
    "import defer * as ns from './x';\nawait import.defer('./x');",
    "async function f() {\n  await using a = b();\n  for (using x of xs) {}\n  for await (await using q of qs) {}\n}",
    "const write = using(choose, hand(choose), what);",
    "class A {\n  accessor x = 1\n  static accessor y: number;\n  private accessor #z = 2;\n  @dec accessor q?: string;\n}",
    "interface A<in T, out U = unknown, in out V extends T = T> {}\ntype B<in out T> = T;\nclass C<\n  /** as it is written */\n  out T extends U,\n> {}",
    "interface A {\n  abstract: boolean;\n  accessor?: string;\n}",
    "export default function (a: number): void;\nexport default function <T>(a: T): T;",
    "let y: import('./x').Foo<string>;\nlet z: import('./x').Foo[];\ndeclare function f(): import('./x').Bar.Baz<T>;",
    'declare module "x" {\n  global {\n    interface Window { x: 1 }\n    var y: number;\n  }\n}',
    "type N = { [K in T]? : T[K] };",
    "declare class A { static [k: string]: any }",
    "const f: readonly (readonly [type: string, value: string])[] = [];",
    "type M = { [K in keyof readonly any[]]?: boolean };",
    "f?.<string>();",
    "type A = {\n  <M>(x: M): void\n  /** and another one */\n  <\n    N,\n    O = N,\n  >(\n    x: N,\n  ): B<N>\n  // the last one\n  <T>(x: T): T\n  b: string\n}",
    "interface A {\n  make(): Foo\n  <T extends B>(x: T): T\n}",
    "type T = `\\`${string}\\``;",
    "const a = { b: 1, readonly() { return this }, c: 2 };",
  ],
  tsx: ["export type * from './x';\nconst a = <a href='x?a=1&b=2'>R&D &nbsp; & more</a>;\ntype C = A & B;"],
  python: [
    "async def g[**P, T = int](x): ...",
    "type X[T = int, *Ts = *tuple[int, ...], **P = [int]] = T",
    "class A[T: (int, str) = int]: pass",
  ],
  rust: [
    'unsafe extern "C" {\n    safe fn f();\n    pub safe static X: i32;\n}',
    "impl A<{ N + 1 }> for B<-1, 'x', true> {}",
  ],
  java: ["import module java.base;\nclass A { A(int x) { check(x); super(x); } }"],
  cpp: [
    "int f() { if consteval { return 1; } if !consteval { return 2; } if not consteval { return 3; } }",
    "struct S { int x : 3 = 1; };\nenum class E { A, B [[deprecated]], C };",
    "S s{.a = 1, .b{2}};",
    "template class A<2>;\nextern template class A<3>;",
    "void f() { (s->*p)(1); }",
    "void f(std::vector<int> v = {}, B b = {1, x});",
    "auto t = decltype(x){};\ntemplate <typename T> auto g(T t) -> decltype(t.x(), void()) { }\nauto h() { return decltype(f(std::declval<T&>()))(); }",
    "template <class... F> struct O : F... { using F::operator()...; };",
    "class TORCH_API A : public B { };\nTORCH_API void f(int a);\nstatic HANDLE WINAPI g(int a);",
    '#include <a>\nNODE_API_MODULE(a, Init)\nint x;\nDEFINE_THING(b, "c")\n',
    'TEST_CASE("a", "[b]") {\n  int x = 1;\n  SECTION("c") { REQUIRE(x == 1); }\n}',
    "class A : public QObject {\n  Q_OBJECT\npublic slots:\n  void f();\nsignals:\n  void g(int);\n};",
    '#if __has_include(<a>)\nint a;\n#elif defined(X) && __has_include("b")\nint b;\n#endif',
    "__global__ void k(float* a) { }\nvoid f() { k<<<1, 2>>>(a); }",
    "__attribute__((packed)) struct S { };",
  ],
  csharp: [
    "class A<T> where T : allows ref struct { }",
    "class A { void M() { a?.b = 1; a?.b.c += 2; } }",
    "class A { void M() { if (o is [var a, .. var rest]) { } } }",
    "class A { void M(params ReadOnlySpan<int> a) { } void N(ref readonly int x) { } }",
    "static class E { extension(string s) { public int Length2 => s.Length; } }",
  ],
  php: ["<?php class A { public function __construct(public private(set) string $x) {} }"],
  css: [
    "@media (width > 600px) { .a { color: red } }\n@media (400px <= width <= 700px) { .a { color: red } }",
    "@container card (inline-size >= 30em) and style(--x: 1) { .a { color: red } }",
    ".a { .c & { color: red } & + & { color: blue } }",
    '@import url("x") layer(a) supports(display: grid) screen;',
    "@keyframes a { from { top: 0 } 50.5% { top: 1px } }",
    "@page :first { margin: 1in }",
    '[data-x="y" i] { color: red;; }',
    ":root { --empty:; --x: ; }",
    '@import "tailwindcss";\n@plugin "x";\n@source "../x";\n@custom-variant dark (&:where(.dark, .dark *));',
    "a { mask: url(#m); filter: progid:A.B.gradient(startColorstr='#1', endColorstr='#2'); }",
    ".\\31 0, .w\\:\\32 a { c: d }",
    "@theme { --breakpoint-*: initial; --*: initial; }",
    "@layer a.b, c;\n@layer a.b { c { d: e } }",
    "@custom-media --small (max-width: 30em) and (hover);\n@value main: #fff;\n.a { b: c }",
  ],
  html: ["<div>a & b &copy; 5 < 6</div>", '<?xml version="1.0"?>\n<p>x</p>'],
  bash: [
    'for i do echo "$i"; done\nif a; then\n  for file do\n    b\n  done\nfi',
    'if [ "$a" = ~ ]; then [ "$a" \\< "$b" ]; fi',
    'exec {fd}>"$file" 3<>x',
    "[[ $a != *'\"x\":'*([[:space:]])true* ]] && rm !(*.txt|*.md)",
  ],
};

const BROKEN: Readonly<Record<string, readonly string[]>> = {
  javascript: [
    "import defer * from './x';",
    "accessor x = 1;",
    "export { x as };",
    "import { x as null } from 'y';",
    "const s = `C:\\users`;",
    "const a = b & ;",
  ],
  typescript: [
    "export type * './x';",
    "export type *  as from './x';",
    "export * from './x' with { type 'json' };",
    "export * from './x' with { type: 'json'",
    "async function f() { await using a = ; }",
    "const using = ;",
    "accessor x = 1;",
    "f(a, out b, c);",
    "export default function (a: number: void;",
    "let y: import('./x').Foo<string;",
    "let y: import('./x').;",
    'declare module "x" {\n  global {\n',
    "global { } }",
    "a = b ? : c;",
    "a?.<b;",
    "abstract: boolean; }",
    "type A = {\n  <M>(x: M): void\n  <N>(x: N: void\n}",
    "const f\n  <T>(x: T) => x;",
    "f(\n  a\n  <T>(b)\n",
    "type T = `\\`${string\\``;",
    "const a = { b: 1 readonly() { } };",
  ],
  tsx: ["const a = <p>salt & pepper;", "const a = <p>salt & {pepper</p>;", "type A = B & ;"],
  python: ["type X[T = ] = T", "class A[T = int: pass", "def f[T = int](x) pass"],
  rust: ['unsafe extern "C" { safe f(); }', "fn f() { a < - }"],
  java: ["import module a.b\nclass A {}", "class A { A() { x(); super(; } }"],
  cpp: [
    "int f() { if consteval }",
    "S s{.a = 1, .b{2};",
    "template class ;",
    "void f(std::vector<int> v = {};",
    "auto t = decltype(x{};",
    "class TORCH_API A : public { };",
    "TORCH_API void (int a;",
    "void f() {\n  CHECK_IT(a, b)\n}",
    "int x = 1 +\nDEFINE_THING(b)\n",
    'TEST_CASE("a") { SECTION("c") { ',
    "void f() { k<<<1, 2>>(a); }",
  ],
  csharp: [
    "class A<T> where T : allows ref { }",
    "class A { void M() { a?.b = 1 } }",
    "class A { void M() { if (o is [var a, .. var ]) { } } }",
    "static class E { extension(string s) { public int Length2 => ; } }",
  ],
  php: ["<?php class A { public function __construct(public private(set) ) {} }"],
  css: [
    "@media (width > 600px { .a { color: red } }",
    ".a { .c & { color: red }",
    ":root { --x }",
    "a { mask: url(#m; }",
    "a { filter: progid:A.B.gradient(startColorstr='#1'; }",
    "@custom-media --small (max-width: 30em;\n.a { b: c }",
    "@layer a. { }",
  ],
  html: ["<div>a & b</div", "<?xml <p>x</p>"],
  bash: [
    "for do echo; done",
    "for i i do echo; done",
    'if [ "$a" = ~ ; then b; fi',
    "rm !(*.txt|*.md",
    "x=$((a*(b+)c))",
  ],
};

describe.each(Object.entries(RIGHT))("newer %s", (language, codes) => {
  it.each(codes)("parses without issues: %s", async (code) => {
    expect(await issues(language, code)).toEqual([]);
  });

  it.each(codes)("keeps its length and its line breaks when rewritten for the grammar: %s", (code) => {
    const known = inKnownSyntax(code, language === "csharp" ? "c-sharp" : language);
    const lengths = (text: string) => text.split("\n").map((line) => line.length);
    expect(lengths(known)).toEqual(lengths(code));
  });
});

describe.each(Object.entries(BROKEN))("broken %s", (language, codes) => {
  it.each(codes)("is still reported, even beside syntax newer than the grammar: %s", async (code) => {
    expect(await issues(language, code)).not.toEqual([]);
  });
});

// By the square of its length this would take minutes.
it.each([
  " ",
  "\n",
  "a: ",
  "@media (a < b) ",
  "a.",
  ", a",
  "[[a]] ",
  "=`\\`",
  "*/\n <a>",
  "*(a|",
  "A_A(a)\n",
])("a piece repeated to 50,000 characters is rewritten without quadratic time: %j", (piece) => {
  const code = piece.repeat(50_000 / piece.length);
  for (const grammar of [
    "javascript",
    "typescript",
    "tsx",
    "rust",
    "java",
    "cpp",
    "c-sharp",
    "php",
    "css",
    "bash",
  ])
    expect(inKnownSyntax(code, grammar)).toHaveLength(code.length);
});

it("issues are reported on the broken line only, not on the newer syntax before it", async () => {
  const code = "export type * from './x';\nconst using = 1;\nlet = using & ) ;";
  const found = await issues("typescript", code);
  expect(found?.every(({ line }) => line === 3)).toBe(true);
  expect(found?.some(({ message }) => message.includes("_"))).toBe(false);
});
