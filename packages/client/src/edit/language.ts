/** File extensions by language; languages are named as in fences and grammars. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  javascript: ["js", "mjs", "cjs", "jsx"],
  typescript: ["ts", "mts", "cts"],
  tsx: ["tsx"],
  python: ["py", "pyi"],
  go: ["go"],
  rust: ["rs"],
  java: ["java"],
  c: ["c", "h"],
  cpp: ["cpp", "cc", "cxx", "hpp", "hh", "hxx", "c++"],
  csharp: ["cs", "c#"],
  ruby: ["rb"],
  php: ["php"],
  css: ["css"],
  html: ["html", "htm"],
  bash: ["sh", "bash", "zsh", "shell"],
  powershell: ["ps1"],
  json: ["json"],
  yaml: ["yaml", "yml"],
  toml: ["toml"],
  ini: ["ini"],
  sql: ["sql"],
  markdown: ["md", "markdown"],
  kotlin: ["kt", "kts"],
  swift: ["swift"],
};

const LANGUAGES = new Map(
  Object.entries(EXTENSIONS).flatMap(([language, extensions]) =>
    [language, ...extensions].map((name) => [name, language] as const),
  ),
);

/** Returns the language for a name or a file extension; an unknown name is returned as it is. */
export function languageOf(name: string): string {
  const known = name.toLowerCase().replace(/^\./, "");
  return LANGUAGES.get(known) ?? known;
}

/** Returns whether a name or a file extension belongs to a known language. */
export function isKnownLanguage(name: string): boolean {
  return LANGUAGES.has(name.toLowerCase().replace(/^\./, ""));
}

/** Languages of interpreters whose name is not that of their language. */
const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  ["node", "javascript"],
  ["deno", "typescript"],
  ["bun", "typescript"],
  ["tsx", "typescript"],
  ["ts-node", "typescript"],
  ["dash", "bash"],
  ["ksh", "bash"],
  ["pwsh", "powershell"],
]);

/** Returns the language of code without a file, from its shebang line; null if it has none. */
export function languageOfCode(code: string): string | null {
  const [, line] = /^\uFEFF?#!([^\r\n]{1,256})/.exec(code) ?? [];
  const words = line?.trim().split(/\s+/) ?? [];
  if (nameIn(words[0]) === "env") words.shift();
  const program = words.find((word) => !word.startsWith("-") && !word.includes("="));
  // Versions are part of the name, such as python3.12.
  const name = nameIn(program).replace(/(?<=[a-z])-?[\d.]+$/, "");
  return name === "" ? null : (INTERPRETERS.get(name) ?? languageOf(name));
}

/**
 * Returns the language of a file, from its extension, its shebang line, or else its name, which is then not a known
 * language (`makefile`, `env`). It never guesses from the code: lines such as `A=1` are valid in many languages.
 */
export function languageOfFile(path: string, code: string): string {
  const name = nameIn(path).toLowerCase().replace(/^\.+/, "");
  const extension = name.split(".").at(-1) ?? name;
  const known = extension === name ? undefined : LANGUAGES.get(extension);
  return known ?? languageOfCode(code) ?? languageOf(extension === "" ? name : extension);
}

/** Returns the last part of a path. */
function nameIn(path = ""): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
