import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** Names as an instruction spells code: in backticks, with the bracket of a call, in camelCase, or with `_` and `$`. */
const SPELLED =
  /`([A-Za-z_$][\w$]*)`|(?<![\w$.])([A-Za-z_$][\w$]*)(?=\()|(?<![\w$./@-])([a-z]+[A-Z][\w$]*|[A-Za-z]*[_$][\w$]+)(?![\w$./-])/g;
/** Words that are spelled as code, or stand where a name may, and are none. */
const NO_NAME =
  /^(?:snake_case|camelCase|UPPER_SNAKE_CASE|SCREAMING_SNAKE_CASE|JavaScript|TypeScript|function|method|class|const\w*|variable|param\w*|argument|property|field|type|interface|it|them|everything)$/i;

/** A change, though something that the instruction names is neither in the code nor in what became of it. */
export function absentNames({ before, after, hunks, request }: Change): ScopeConcern[] {
  const [first] = hunks;
  if (first === undefined) return [];
  const spelled = [...request.text.matchAll(SPELLED)].map(
    ([, ticked, called, cased]) => ticked ?? called ?? cased,
  );
  const names = new Set(
    [request.renames?.from, ...spelled].filter((name) => name !== undefined && !NO_NAME.test(name)),
  );
  const isThere = (name: string | undefined) => has(before, name) || has(after, name);
  return [...names]
    .filter((name) => !isThere(name))
    .map((name) => ({
      kind: "absent",
      line: first.newStart,
      message: `"${name}" is named in the instruction but is nowhere in the code`,
    }));
}

function has(code: string, name = ""): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(code);
}
