import { as, blank, name, type Rewrite } from "./rewrite.ts";

/** `with { type: "json" }`, whole and right. */
const ATTRIBUTES =
  /\bwith\s*\{\s*(?:(?:[\w$]+|"[^"\n]*"|'[^'\n]*')\s*:\s*(?:"[^"\n]*"|'[^'\n]*')\s*(?:,\s*|(?=\})))*\}(?<=\bfrom\s*(?:"[^"\n]*"|'[^'\n]*')\s*with\s*\{[^}]*\})/g;

/** What follows a name, and what no name follows on its line but an operator. */
const USED_AS_NAME = String.raw`(?![ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$\\{[])`;

/** Where a member of a class may begin, before `accessor`. */
const MEMBER = String.raw`(?:^|[{;}]|\b(?:static|public|private|protected|override|declare|abstract)\b|@[\w$.]+(?:\([^()\n]*\))?)\s*`;
const MEMBER_NAME = String.raw`\s+(?!(?:in|of|as|instanceof|satisfies)\b)["'\w$#[]`;

const BOTH: readonly Rewrite[] = [
  blank(/(?<=\bimport\s+)defer(?=\s*\*\s*as\b)/g),
  blank(/(?<=\bimport)\.(?:defer|source)(?=\s*\()/g),
  blank(ATTRIBUTES),
  // Tagged templates alone may have escapes that mean nothing.
  {
    pattern: /(?<=[\w$])`(?:[^`\\$]|\\[^`]|\$(?!\{))*`/g,
    read: (match) => match.replace(/\\[\dux]/g, "\\_"),
  },
  // In the text and the attributes of JSX, where it begins no entity; as an operator, `|` stands where it does.
  { pattern: /&/g, read: () => "|" },
];

export const JAVASCRIPT: readonly Rewrite[] = [
  ...BOTH,
  blank(/(?<=\bimport\s+)source(?=\s+[\w$]+\s+from\b)/g),
  name(new RegExp(String.raw`\busing\b${USED_AS_NAME}`, "g")),
  as("static", new RegExp(String.raw`\bstatic\s+accessor(?=${MEMBER_NAME})`, "g")),
  as("static", new RegExp(String.raw`(?<=${MEMBER})accessor(?=${MEMBER_NAME})`, "gm")),
  // Names that are words of the language: exports alone may have them.
  name(
    /(?<=\bas\s+)(?:break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with)(?=\s*[,}])(?<=\bexport\s*\{[^{}]*)/g,
  ),
];

export const TYPESCRIPT: readonly Rewrite[] = [
  ...BOTH,
  blank(/(?<=\bexport\s+)type(?=\s*\*)/g),
  as(
    "const",
    /\bawait[ \t]+using(?=[ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$]+\s*(?:=(?![=>])|:|of\b))/g,
  ),
  as("const", /\busing(?=[ \t]+(?!(?:in|of|as|instanceof|satisfies)\b)[\w$]+\s*(?:=(?![=>])|:|of\b))/g),
  name(new RegExp(String.raw`\busing\b${USED_AS_NAME}`, "g")),
  // As long as the word that it stands for, and allowed at the same members.
  as("readonly", new RegExp(String.raw`(?<=${MEMBER})accessor(?=${MEMBER_NAME})`, "gm")),
  name(/\b(?:abstract|accessor)(?=\s*[?!:(.=;,)])/g),
  // The variance of type parameters.
  blank(
    /\b(?:in\s+out|in|out)(?=\s+[A-Za-z_$][\w$]*\s*(?:[,>=]|extends\b))(?<=\b(?:interface|class|type)\s+[\w$]+\s*<(?:[^();]{0,600},)?(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:const\s+)?(?:in\s+out|in|out))/g,
  ),
  { pattern: /(?<=\][-+]?)\?[ \t]+(?=:)/g, read: (match) => `${match.slice(1)}?` },
  blank(/\bstatic(?=\s*(?:readonly\s*)?\[\s*[\w$]+\s*:)/g),
  // A method of that name.
  name(/\breadonly(?=\s*\([^()]*\)\s*(?::[^(){};=]*)?\{)/g),
  blank(/(?<=[:=|&<,(>]\s*|\bkeyof\s+)readonly(?=\s*\(|\s+\w)(?<=\bkeyof\s+readonly|readonly(?=\s*\())/g),
  name(/(?<=\[\s*)type(?=\s*\??:)/g),
  // A signature without a name.
  as(
    "function _",
    /\bdefault\s+(?:async\s+)?function(?=\s*(?:<[^(){};]*>\s*)?\()(?<=\bexport\s+default\s+(?:async\s+)?function)/g,
  ),
  name(/\bimport\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*\)(?=\s*\.\s*[A-Za-z_$])/g),
  blank(/\?\.(?=<[^<>();]+>\s*\()/g),
  // A signature with type parameters, where a line end alone ends the member before it.
  {
    pattern:
      /[ \t](?=<\s*(?:const\s+)?[A-Za-z_$][\w$]*\s*(?:[,>=]|extends\b))(?<=[\w$>\])}'"`][ \t]*(?:\/\/[^\n]*)?\r?\n(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/)){0,600}\*\/)*)(?<=^[ \t]+)(?<!\b(?:const|let|var|return|new)[ \t]+[\w$.]*\s*)/gm,
    read: () => ";",
  },
  // Escapes in a type that is a template.
  {
    pattern: /(?<=[=|<(:,?&[]\s*)`(?:[^`\\]|\\[\s\S]){0,400}`/g,
    read: (match) => match.replace(/\\[`$\\]/g, "__"),
  },
  // Within a module that is declared: a block, which has the same statements.
  blank(/(?<=(?:^|[{;}])[ \t]*)global(?=\s*\{)/gm),
];
