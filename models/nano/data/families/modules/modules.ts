import { from, type NodeOf, removeLines, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

export const addExport = family(
  "add-export",
  {
    seen: [
      "export [the function|the class|it|this]",
      "export {name}",
      "make [it|{name}] exported",
      "add [an |]export[| to {name}]",
      "=this should be exported",
      "add the export keyword",
    ],
    unseen: ["other files need to import {name}"],
    isDone: (sample) => sample.main?.outer.type === "ExportNamedDeclaration",
  },
  (sample) => {
    const only = sample.program.body.length === 1 ? sample.program.body[0] : undefined;
    if (
      only === undefined ||
      sample.isMethod ||
      sample.bindings.free.has("exports") ||
      sample.bindings.free.has("module") ||
      !/^(Function|Class|Variable|TSInterface|TSTypeAlias)Declaration$/.test(only.type)
    )
      return undefined;
    const name =
      sample.main?.name ?? ("id" in only && only.id?.type === "Identifier" ? only.id.name : undefined);
    if (name === undefined) return undefined;
    const draft = sample.draft();
    draft.appendLeft(from(only), "export ");
    return edited(sample, draft, { name });
  },
);

export const removeExport = family(
  "remove-export",
  {
    seen: [
      "remove the export[| keyword]",
      "don't export [it|this|{name}]",
      "make {name} [private to the file|local|internal]",
      "=[it|{name}] should not be exported",
      "drop [the |]export",
    ],
    unseen: ["nobody outside this file uses {name}"],
    isDone: (sample) => sample.program.body.length === 1 && !sample.code.includes("export"),
  },
  (sample) => {
    const only = sample.program.body.length === 1 ? sample.program.body[0] : undefined;
    if (only?.type !== "ExportNamedDeclaration" || !only.declaration) return undefined;
    const declaration = only.declaration;
    const name =
      sample.main?.name ??
      ("id" in declaration && declaration.id?.type === "Identifier" ? declaration.id.name : undefined);
    if (name === undefined) return undefined;
    const draft = sample.draft();
    draft.remove(from(only), from(declaration));
    return edited(sample, draft, { name });
  },
);

export const toDefaultExport = family(
  "to-default-export",
  {
    seen: [
      "make [it|this|{name}] the default export",
      "use a default export",
      "[convert|change] [to|into] a default export",
      "export [it|{name}] as default",
      "=default export instead of named",
    ],
    unseen: ["importers should get {name} without braces"],
    isDone: (sample) => sample.main?.outer.type === "ExportDefaultDeclaration",
    weight: 0.8,
  },
  (sample) => {
    const only = sample.main?.outer;
    if (only?.type !== "ExportNamedDeclaration" || only.declaration?.type !== "FunctionDeclaration")
      return undefined;
    const draft = sample.draft();
    draft.appendLeft(from(only.declaration), "default ");
    return edited(sample, draft, { name: sample.main?.name ?? "" });
  },
);

export const toNamedExport = family(
  "to-named-export",
  {
    seen: [
      "use a named export",
      "make [it|this|{name}] a named export",
      "[convert|change] [to|into] a named export",
      "=named export instead of default",
      "=no default export[ please|]",
    ],
    unseen: ["importers should write {name} in braces"],
    isDone: (sample) => sample.main?.outer.type === "ExportNamedDeclaration",
    weight: 0.8,
  },
  (sample) => {
    const only = sample.main?.outer;
    if (only?.type !== "ExportDefaultDeclaration" || only.declaration.type !== "FunctionDeclaration")
      return undefined;
    const draft = sample.draft();
    draft.remove(sample.text.indexOf("default", from(only)), from(only.declaration));
    return edited(sample, draft, { name: sample.main?.name ?? "" });
  },
);

function requires(sample: Sample): NodeOf<"VariableDeclaration">[] {
  return sample.program.body.filter((one): one is NodeOf<"VariableDeclaration"> => {
    if (one.type !== "VariableDeclaration" || one.declarations.length !== 1) return false;
    const init = one.declarations[0]?.init;
    return (
      init?.type === "CallExpression" &&
      init.callee.type === "Identifier" &&
      init.callee.name === "require" &&
      init.arguments[0]?.type === "StringLiteral"
    );
  });
}

export const requireToImport = family(
  "require-to-import",
  {
    seen: [
      "use import[s|] instead of require",
      "[convert|change] [the |]require[s|] [to|into] import[s|]",
      "replace require [with|by] import",
      "=import instead of require",
      "use ES modules[| instead of CommonJS]",
      "[switch|migrate] to ES module imports",
      "use ESM imports",
    ],
    unseen: ["CommonJS is on its way out, load these the new way"],
    isDone: (sample) =>
      sample.has("ImportDeclaration") && !sample.mentions("require") && !sample.mentions("exports"),
    weight: 1.5,
  },
  (sample) => {
    const draft = sample.draft();
    const found = requires(sample);
    if (
      found.length === 0 ||
      sample.bindings.free.has("exports") ||
      sample.bindings.free.has("module") ||
      sample.bindings.free.get("require")?.length !== found.length
    )
      return undefined;
    for (const one of found) {
      const { id, init } = one.declarations[0] as NodeOf<"VariableDeclarator">;
      if (init?.type !== "CallExpression" || init.arguments[0]?.type !== "StringLiteral") return undefined;
      const path = sample.source(init.arguments[0]);
      const end = sample.source(one).endsWith(";") ? ";" : "";
      // Compilers use such names for the whole module, not for its default export.
      if (id.type === "Identifier" && /_\d+$/.test(id.name)) return undefined;
      if (id.type === "Identifier") draft.update(from(one), to(one), `import ${id.name} from ${path}${end}`);
      else if (id.type === "ObjectPattern") {
        const names: string[] = [];
        for (const property of id.properties) {
          if (
            property.type !== "ObjectProperty" ||
            property.key.type !== "Identifier" ||
            property.value.type !== "Identifier"
          )
            return undefined;
          names.push(
            property.shorthand ? property.key.name : `${property.key.name} as ${property.value.name}`,
          );
        }
        if (!sample.isOneLine(one)) return undefined;
        draft.update(from(one), to(one), `import { ${names.join(", ")} } from ${path}${end}`);
      } else return undefined;
    }
    return edited(sample, draft);
  },
);

export const importToRequire = family(
  "import-to-require",
  {
    seen: [
      "use require instead of import[s|]",
      "[convert|change] [the |]import[s|] [to|into] require[s|]",
      "replace import [with|by] require",
      "=require instead of import",
      "use CommonJS[| instead of ES modules]",
    ],
    unseen: ["this must load in an old Node.js without modules"],
    weight: 1,
  },
  (sample) => {
    const draft = sample.draft();
    if (
      sample.has("ExportNamedDeclaration") ||
      sample.has("ExportDefaultDeclaration") ||
      sample.has("ExportAllDeclaration")
    )
      return undefined;
    for (const one of sample.all("ImportDeclaration")) {
      const path = sample.source(one.source);
      const end = sample.source(one).endsWith(";") ? ";" : "";
      if (one.importKind === "type" || !sample.isOneLine(one) || one.specifiers.length === 0)
        return undefined;
      const [first] = one.specifiers;
      if (
        one.specifiers.length === 1 &&
        (first?.type === "ImportDefaultSpecifier" || first?.type === "ImportNamespaceSpecifier")
      ) {
        draft.update(from(one), to(one), `const ${first.local.name} = require(${path})${end}`);
        continue;
      }
      const names: string[] = [];
      for (const specifier of one.specifiers) {
        if (
          specifier.type !== "ImportSpecifier" ||
          specifier.imported.type !== "Identifier" ||
          specifier.importKind === "type"
        )
          return undefined;
        const { imported, local } = specifier;
        names.push(imported.name === local.name ? local.name : `${imported.name}: ${local.name}`);
      }
      draft.update(from(one), to(one), `const { ${names.join(", ")} } = require(${path})${end}`);
    }
    return edited(sample, draft);
  },
);

export const addImport = family(
  "add-import",
  {
    seen: [
      "import {name} from {path}",
      "add [an |]import [for|of] {name} from {path}",
      "add import { {name} } from {path}",
      "=we need {name} from {path}, [import it|add the import]",
      "import {name} from the module {path}",
    ],
    unseen: ["make {name} of {path} available here"],
    weight: 1.2,
  },
  (sample, choose) => {
    const imports = sample.all("ImportDeclaration");
    const last = imports.at(-1);
    if (last === undefined || !sample.isAlone(last) || imports.length === 0) return undefined;
    const name = choose.chance(0.5) ? choose.function(sample) : choose.type(sample);
    const path = choose.pick([
      `./${choose.variable(sample)}`,
      `../${choose.variable(sample)}`,
      `./${choose.variable(sample)}.js`,
      choose.variable(sample).toLowerCase(),
      `@/${choose.variable(sample)}`,
      `../lib/${choose.variable(sample)}`,
    ]);
    const { quote } = sample.style;
    const existing = sample.source(last.source)[0] ?? quote;
    const end = sample.source(last).endsWith(";") ? ";" : "";
    const draft = sample.draft();
    draft.appendLeft(to(last), `\nimport { ${name} } from ${existing}${path}${existing}${end}`);
    return edited(sample, draft, { name, path });
  },
);

export const changeImportPath = family(
  "change-import-path",
  {
    seen: [
      "import from {new} instead of {old}",
      "change the [import path|module] {old} to {new}",
      "=the module {old} moved to {new}[, update the import|]",
      "replace {old} [with|by] {new} in the imports",
      "=the path {old} is now {new}",
    ],
    unseen: ["{old} is gone, its things live in {new}"],
  },
  (sample, choose) => {
    const one = choose.pickIfAny(
      [
        ...sample.all("ImportDeclaration"),
        ...sample.all("ExportNamedDeclaration"),
        ...sample.all("ExportAllDeclaration"),
      ].filter((candidate) => candidate.source),
    );
    if (!one?.source || sample.code.split(one.source.value).length !== 2) return undefined;
    const fresh = choose.pick([
      `./${choose.variable(sample)}`,
      `../${choose.variable(sample)}`,
      `../${choose.variable(sample)}/${choose.variable(sample)}`,
      `@app/${choose.variable(sample)}`,
      choose.variable(sample).toLowerCase(),
    ]);
    const quote = sample.source(one.source)[0];
    const draft = sample.draft();
    draft.update(from(one.source), to(one.source), `${quote}${fresh}${quote}`);
    return edited(sample, draft, { old: one.source.value, new: fresh });
  },
);

export const removeImport = family(
  "remove-import",
  {
    seen: [
      "remove the import of {path}",
      "delete the {path} import",
      "drop the import from {path}",
      "=the import {path} is [not needed|unused], remove it",
      "=we no longer need {path}",
    ],
    unseen: ["stop loading {path}"],
    weight: 0.8,
  },
  (sample, choose) => {
    const imports = sample.all("ImportDeclaration");
    const one = choose.pickIfAny(
      imports.filter(
        (candidate) => sample.isAlone(candidate) && sample.code.split(candidate.source.value).length === 2,
      ),
    );
    if (one === undefined || sample.program.body.length < 2) return undefined;
    const draft = sample.draft();
    removeLines(sample, draft, one);
    return edited(sample, draft, { path: one.source.value });
  },
);
