import { type FunctionNode, prepend, type Sample } from "../syntax/index.ts";
import { type Edit, edited } from "./family.ts";

/** Constants that a function may answer with. */
export function plainValues(quote: string): string[] {
  return ["null", "null", "undefined", "false", "true", "0", "-1", "[]", "{}", `${quote}${quote}`];
}

/** Whether something may be returned from a function: a constructor or a setter has no answer. */
export function canAnswer(fn: FunctionNode | undefined): boolean {
  return (
    fn === undefined ||
    !((fn.type === "ClassMethod" || fn.type === "ObjectMethod") && !/^(?:method|get)$/.test(fn.kind))
  );
}

/** Whether the code makes elements. What a component shows without something is asked for in words of its own. */
export function showsElements(sample: Sample): boolean {
  return sample.has("JSXElement") || sample.has("JSXFragment");
}

/** The names of the main function's parameters that are nothing but names, with their types. */
export function plainParameters(sample: Sample): { name: string; type: string | undefined }[] {
  return (sample.main?.fn.params ?? []).flatMap((one) => {
    if (one.type !== "Identifier") return [];
    const given = one.typeAnnotation && sample.source(one.typeAnnotation).replace(/^:\s*/, "");
    const type = one.optional ? `${given} | undefined` : given;
    return [{ name: one.name, type: type ?? undefined }];
  });
}

/** An `if` around one statement, as the code writes blocks. */
function guard(sample: Sample, test: string, statement: string): string[] {
  const { indent, semi } = sample.style;
  return [`if (${test}) {`, `${indent}${statement}${semi}`, "}"];
}

/** Such a guard at the top of the main function. */
export function guardedAtTop(
  sample: Sample,
  test: string,
  statement: string,
  slots: Record<string, string>,
): Edit | undefined {
  const body = sample.main?.fn.body;
  if (body?.type !== "BlockStatement" || body.body.length === 0) return undefined;
  const draft = sample.draft();
  return prepend(sample, draft, body, guard(sample, test, statement))
    ? edited(sample, draft, slots)
    : undefined;
}
