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

/** The language of a file by its name; null if that does not tell. */
export function languageOfPath(path: string): string | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? null : (LANGUAGES.get(extension) ?? null);
}
