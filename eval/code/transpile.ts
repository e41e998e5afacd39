import ts from "typescript";
import type { Dialect } from "./dialect.ts";

export interface Transpiled {
  readonly code: string;
  /** Syntax errors. */
  readonly errors: readonly string[];
}

/**
 * Compiles TypeScript or JSX to JavaScript modules for current Node. Imports of `./x.ts` become imports of `./x.js`.
 */
export function transpile(code: string, dialect: Dialect): Transpiled {
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    fileName: `code.${dialect}`,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.React,
      jsxFactory: "h",
      jsxFragmentFactory: "Fragment",
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  });
  return {
    code: outputText,
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}
