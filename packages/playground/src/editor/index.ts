export { type CodeEditor, createCodeEditor } from "./code-editor.ts";
export { DOCUMENT_LIMIT } from "./document-limit.ts";
export { LANGUAGES } from "./languages.ts";
