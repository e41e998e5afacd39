import { type Rewrite, replaceWith, replaceWithName, replaceWithSpaces } from "./rewrite.ts";

/** A complete and valid `with { type: "json" }`. */
const ATTRIBUTES =
  /\bwith\s*\{\s*(?:(?:[\w$]+|"[^"\n]*"|'[^'\n]*')\s*:\s*(?:"[^"\n]*"|'[^'\n]*')\s*(?:,\s*|(?=\})))*\}(?<=\bfrom\s*(?:"[^"\n]*"|'[^'\n]*')\s*with\s*\{[^}]*\})/g;

/** What may follow a word that is used as a name: on the same line, another name only if it is an operator. */
const USED_AS_NAME = String.raw`(?![ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$\\{[])`;

/** Where a class member may begin, before `accessor`. */
const MEMBER = String.raw`(?:^|[{;}]|\b(?:static|public|private|protected|override|declare|abstract)\b|@[\w$.]+(?:\([^()\n]*\))?)\s*`;
const MEMBER_NAME = String.raw`\s+(?!(?:in|of|as|instanceof|satisfies)\b)["'\w$#[]`;

const BOTH: readonly Rewrite[] = [
  replaceWithSpaces(/(?<=\bimport\s+)defer(?=\s*\*\s*as\b)/g),
  replaceWithSpaces(/(?<=\bimport)\.(?:defer|source)(?=\s*\()/g),
  replaceWithSpaces(ATTRIBUTES),
  // Only tagged templates may contain invalid escapes.
  {
    pattern: /(?<=[\w$])`(?:[^`\\$]|\\[^`]|\$(?!\{))*`/g,
    replace: (match) => match.replace(/\\[\dux]/g, "\\_"),
  },
  // In text and attributes of JSX, if it begins no entity; `|` is allowed wherever the operator `&` is.
  { pattern: /&/g, replace: () => "|" },
];

export const JAVASCRIPT: readonly Rewrite[] = [
  ...BOTH,
  replaceWithSpaces(/(?<=\bimport\s+)source(?=\s+[\w$]+\s+from\b)/g),
  replaceWithName(new RegExp(String.raw`\busing\b${USED_AS_NAME}`, "g")),
  replaceWith("static", new RegExp(String.raw`\bstatic\s+accessor(?=${MEMBER_NAME})`, "g")),
  replaceWith("static", new RegExp(String.raw`(?<=${MEMBER})accessor(?=${MEMBER_NAME})`, "gm")),
  // Names that are reserved words, which only exports may use.
  replaceWithName(
    /(?<=\bas\s+)(?:break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with)(?=\s*[,}])(?<=\bexport\s*\{[^{}]*)/g,
  ),
];

export const TYPESCRIPT: readonly Rewrite[] = [
  ...BOTH,
  replaceWithSpaces(/(?<=\bexport\s+)type(?=\s*\*)/g),
  replaceWith(
    "const",
    /\bawait[ \t]+using(?=[ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$]+\s*(?:=(?![=>])|:|of\b))/g,
  ),
  replaceWith(
    "const",
    /\busing(?=[ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$]+\s*(?:=(?![=>])|:|of\b))/g,
  ),
  replaceWithName(new RegExp(String.raw`\busing\b${USED_AS_NAME}`, "g")),
  // Has the same length as `accessor` and is allowed on the same members.
  replaceWith("readonly", new RegExp(String.raw`(?<=${MEMBER})accessor(?=${MEMBER_NAME})`, "gm")),
  replaceWithName(/\b(?:abstract|accessor)(?=\s*[?!:(.=;,)])/g),
  // Variance annotations of type parameters.
  replaceWithSpaces(
    /\b(?:in\s+out|in|out)(?=\s+[A-Za-z_$][\w$]*\s*(?:[,>=]|extends\b))(?<=\b(?:interface|class|type)\s+[\w$]+\s*<(?:[^();]{0,600},)?(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:const\s+)?(?:in\s+out|in|out))/g,
  ),
  { pattern: /(?<=\][-+]?)\?[ \t]+(?=:)/g, replace: (match) => `${match.slice(1)}?` },
  replaceWithSpaces(/\bstatic(?=\s*(?:readonly\s*)?\[\s*[\w$]+\s*:)/g),
  // A method named `readonly`.
  replaceWithName(/\breadonly(?=\s*\([^()]*\)\s*(?::[^(){};=]*)?\{)/g),
  replaceWithSpaces(
    /(?<=[:=|&<,(>]\s*|\bkeyof\s+)readonly(?=\s*\(|\s+\w)(?<=\bkeyof\s+readonly|readonly(?=\s*\())/g,
  ),
  replaceWithName(/(?<=\[\s*)type(?=\s*\??:)/g),
  // A function signature without a name.
  replaceWith(
    "function _",
    /\bdefault\s+(?:async\s+)?function(?=\s*(?:<[^(){};]*>\s*)?\()(?<=\bexport\s+default\s+(?:async\s+)?function)/g,
  ),
  replaceWithName(/\bimport\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*\)(?=\s*\.\s*[A-Za-z_$])/g),
  replaceWithSpaces(/\?\.(?=<[^<>();]+>\s*\()/g),
  // A call signature with type parameters, if only a line end ends the member before it.
  {
    pattern:
      /[ \t](?=<\s*(?:const\s+)?[A-Za-z_$][\w$]*\s*(?:[,>=]|extends\b))(?<=[\w$>\])}'"`][ \t]*(?:\/\/[^\n]*)?\r?\n(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/)){0,600}\*\/)*)(?<=^[ \t]+)(?<!\b(?:const|let|var|return|new)[ \t]+[\w$.]*\s*)/gm,
    replace: () => ";",
  },
  // Escapes in template literal types.
  {
    pattern: /(?<=[=|<(:,?&[]\s*)`(?:[^`\\]|\\[\s\S]){0,400}`/g,
    replace: (match) => match.replace(/\\[`$\\]/g, "__"),
  },
  // Within a module declaration: reads it as a block, which has the same statements.
  replaceWithSpaces(/(?<=(?:^|[{;}])[ \t]*)global(?=\s*\{)/gm),
];
