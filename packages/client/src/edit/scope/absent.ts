import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** Names spelled as code in an instruction: in backticks, followed by `(`, in camelCase, or with `_` or `$`. */
const SPELLED =
  /`([A-Za-z_$][\w$]*)`|(?<![\w$.])([A-Za-z_$][\w$]*)(?=\()|(?<![\w$./@-])([a-z]+[A-Z][\w$]*|[A-Za-z]*[_$][\w$]+)(?![\w$./-])/g;
/** Words that look like names but are not. */
const NO_NAME =
  /^(?:snake_case|camelCase|UPPER_SNAKE_CASE|SCREAMING_SNAKE_CASE|JavaScript|TypeScript|function|method|class|const\w*|variable|param\w*|argument|property|field|type|interface|it|them|everything)$/i;

/** Returns a concern for each name in the instruction that is in neither the old nor the new code. */
export function absentNames({ before, after, hunks, request }: Change): ScopeConcern[] {
  const [first] = hunks;
  if (first === undefined) return [];
  const spelled = [...request.text.matchAll(SPELLED)].map(
    ([, ticked, called, cased]) => ticked ?? called ?? cased,
  );
  const names = new Set(
    [request.renames?.from, ...spelled].filter((name) => name !== undefined && !NO_NAME.test(name)),
  );
  const isInCode = (name: string | undefined) => containsName(before, name) || containsName(after, name);
  return [...names]
    .filter((name) => !isInCode(name))
    .map((name) => ({
      kind: "absent",
      line: first.newStart,
      message: `"${name}" is named in the instruction but is nowhere in the code`,
    }));
}

function containsName(code: string, name = ""): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(code);
}
