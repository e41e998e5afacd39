import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: false,
  allowImportingTsExtensions: true,
  jsx: ts.JsxEmit.React,
  jsxFactory: "h",
  jsxFragmentFactory: "Fragment",
  noEmit: true,
  types: [],
};

/** Cache of the standard library's parsed declarations: parsing them is most of the work. */
const LIBRARY = new Map<string, ts.SourceFile | undefined>();

/** Type-checks files together under `strict`, in memory. Returns the errors as `file:line: message`. */
export function typeErrors(files: Readonly<Record<string, string>>): string[] {
  const base = ts.createCompilerHost(OPTIONS);
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => "/",
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    directoryExists: () => true,
    getDirectories: () => [],
    getSourceFile: (path, version) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version, true);
      if (!LIBRARY.has(path)) LIBRARY.set(path, base.getSourceFile(path, version));
      return LIBRARY.get(path);
    },
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return [...texts.keys()]
    .map((path) => program.getSourceFile(path))
    .filter((file) => file !== undefined)
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(formatDiagnostic);
}

function formatDiagnostic({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
  const name = file?.fileName.slice(1) ?? "";
  return `${name}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
}
