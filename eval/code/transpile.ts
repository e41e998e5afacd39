import ts from "typescript";
import type { Dialect } from "./dialect.ts";

export interface Transpiled {
  readonly code: string;
  /** Where it does not parse. */
  readonly errors: readonly string[];
}

/** JavaScript modules of today's Node from TypeScript or JSX; imports of `./x.ts` become those of `./x.js`. */
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
