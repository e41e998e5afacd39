const EXTENSIONS: Record<string, string> = {
  py: "Python",
  java: "Java",
  kt: "Kotlin",
  swift: "Swift",
  m: "Objective-C",
  cpp: "C++",
  c: "C",
  rb: "Ruby",
  css: "CSS",
  scss: "SCSS",
  less: "Less",
  json: "JSON",
  yml: "YAML",
  yaml: "YAML",
  md: "Markdown",
  sh: "shell",
  html: "HTML",
  gradle: "Gradle",
};

/** A piece of a file that is neither JavaScript nor TypeScript. */
export interface ForeignSnippet {
  readonly language: string;
  readonly code: string;
}

const LINES = { least: 4, most: 24 };
const PER_FILE = 3;
const LONGEST_LINE = 120;

export function foreignLanguageOf(path: string): string | undefined {
  return /(^|\/)(package|tsconfig|.*\.min)\.|\.map$/.test(path)
    ? undefined
    : EXTENSIONS[path.split(".").at(-1) ?? ""];
}

/** Returns blocks between blank lines. */
export function extractForeign(text: string, language: string): ForeignSnippet[] {
  const found: ForeignSnippet[] = [];
  for (const block of text.split(/\n\s*\n(?=\S)/)) {
    const lines = block.trimEnd().split("\n");
    if (lines.length < LINES.least || lines.length > LINES.most) continue;
    if (lines.some((line) => line.length > LONGEST_LINE)) continue;
    if (/copyright|licen[sc]e/i.test(block) || /[^\t\n\x20-\x7e]/.test(block)) continue;
    found.push({ language, code: lines.join("\n") });
    if (found.length === PER_FILE) break;
  }
  return found;
}
