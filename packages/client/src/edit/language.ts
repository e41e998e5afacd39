/** File extensions by the language's name, as fences and grammars have it. */
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

/** The language that a name or a file extension stands for; an unknown name stands for itself. */
export function languageOf(name: string): string {
  const known = name.toLowerCase().replace(/^\./, "");
  return LANGUAGES.get(known) ?? known;
}

/** Whether a name, or a file extension, stands for a language of these, and not for itself. */
export function isKnownLanguage(name: string): boolean {
  return LANGUAGES.has(name.toLowerCase().replace(/^\./, ""));
}

/** What runs scripts, by the language where their names are no names of it. */
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

/** The language of code that belongs to no file: told by its first line; null where that does not tell. */
export function languageOfCode(code: string): string | null {
  const [, line] = /^\uFEFF?#!([^\r\n]{1,256})/.exec(code) ?? [];
  const words = line?.trim().split(/\s+/) ?? [];
  if (nameIn(words[0]) === "env") words.shift();
  const program = words.find((word) => !word.startsWith("-") && !word.includes("="));
  // Versions are part of the name: python3.12.
  const name = nameIn(program).replace(/(?<=[a-z])-?[\d.]+$/, "");
  return name === "" ? null : (INTERPRETERS.get(name) ?? languageOf(name));
}

/**
 * The language of a file: by its extension, by its first line, or else by its name, which is then no language that is
 * known: `makefile`, `env`. Never a guess: what holds lines such as `A=1` reads as code of many languages.
 */
export function languageOfFile(path: string, code: string): string {
  const name = nameIn(path).toLowerCase().replace(/^\.+/, "");
  const extension = name.split(".").at(-1) ?? name;
  const known = extension === name ? undefined : LANGUAGES.get(extension);
  return known ?? languageOfCode(code) ?? languageOf(extension === "" ? name : extension);
}

/** The last part of a path. */
function nameIn(path = ""): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
