import type { LanguageSupport } from "@codemirror/language";

export interface Language {
  /** The SDK's name for it; empty for plain text. */
  readonly name: string;
  readonly title: string;
  /** Each grammar is a separate file, fetched when the language is chosen. */
  readonly load: (() => Promise<LanguageSupport>) | null;
}

export const LANGUAGES: readonly Language[] = [
  {
    name: "javascript",
    title: "JavaScript",
    load: async () => (await import("@codemirror/lang-javascript")).javascript({ jsx: true }),
  },
  {
    name: "typescript",
    title: "TypeScript",
    load: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true }),
  },
  {
    name: "tsx",
    title: "TSX",
    load: async () =>
      (await import("@codemirror/lang-javascript")).javascript({ jsx: true, typescript: true }),
  },
  { name: "python", title: "Python", load: async () => (await import("@codemirror/lang-python")).python() },
  { name: "go", title: "Go", load: async () => (await import("@codemirror/lang-go")).go() },
  { name: "rust", title: "Rust", load: async () => (await import("@codemirror/lang-rust")).rust() },
  { name: "java", title: "Java", load: async () => (await import("@codemirror/lang-java")).java() },
  { name: "c", title: "C", load: async () => (await import("@codemirror/lang-cpp")).cpp() },
  { name: "cpp", title: "C++", load: async () => (await import("@codemirror/lang-cpp")).cpp() },
  { name: "json", title: "JSON", load: async () => (await import("@codemirror/lang-json")).json() },
  { name: "html", title: "HTML", load: async () => (await import("@codemirror/lang-html")).html() },
  { name: "css", title: "CSS", load: async () => (await import("@codemirror/lang-css")).css() },
  { name: "", title: "Other", load: null },
];
