import { type FunctionNode, prepend, type Sample } from "../syntax/index.ts";
import { type Edit, edited } from "./family.ts";

/** Returns constants that a function may return. */
export function plainValues(quote: string): string[] {
  return ["null", "null", "undefined", "false", "true", "0", "-1", "[]", "{}", `${quote}${quote}`];
}

/** Whether a function may return a value: constructors and setters may not. */
export function canReturnValue(fn: FunctionNode | undefined): boolean {
  return (
    fn === undefined ||
    !((fn.type === "ClassMethod" || fn.type === "ObjectMethod") && !/^(?:method|get)$/.test(fn.kind))
  );
}

/** Whether the code creates JSX elements. Guards in components have their own wordings. */
export function createsElements(sample: Sample): boolean {
  return sample.has("JSXElement") || sample.has("JSXFragment");
}

/** Returns the names and types of the main function's parameters that are plain identifiers. */
export function plainParameters(sample: Sample): { name: string; type: string | undefined }[] {
  return (sample.main?.fn.params ?? []).flatMap((one) => {
    if (one.type !== "Identifier") return [];
    const annotation = one.typeAnnotation && sample.source(one.typeAnnotation).replace(/^:\s*/, "");
    const type = one.optional ? `${annotation} | undefined` : annotation;
    return [{ name: one.name, type: type ?? undefined }];
  });
}

/** Returns the lines of an `if` around one statement. */
function guard(sample: Sample, test: string, statement: string): string[] {
  const { indent, semi } = sample.style;
  return [`if (${test}) {`, `${indent}${statement}${semi}`, "}"];
}

/** Returns the edit that puts such a guard at the top of the main function. */
export function withGuardAtTop(
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
