import { from, type Node, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

/** Returns the position of a comment on the whole piece; undefined if there is one already. */
function head(sample: Sample): { position: number; indent: string } | undefined {
  const first = sample.main?.outer ?? (sample.program.body.length === 1 ? sample.program.body[0] : undefined);
  if (first === undefined || (!sample.isMethod && sample.text.slice(0, from(first)).trim() !== ""))
    return undefined;
  if (/^\s*(\/\/|\/\*)/.test(sample.code)) return undefined;
  return { position: from(first), indent: sample.indentAt(from(first)) };
}

function parameterNames(sample: Sample): string[] | undefined {
  const found: string[] = [];
  for (const one of sample.main?.fn.params ?? []) {
    if (one.type === "Identifier") found.push(one.name);
    else if (one.type === "AssignmentPattern" && one.left.type === "Identifier") found.push(one.left.name);
    else if (one.type === "RestElement" && one.argument.type === "Identifier") found.push(one.argument.name);
    else return undefined;
  }
  return found;
}

export const addJsdoc = family(
  "add-jsdoc",
  {
    seen: [
      "add [a JSDoc comment|JSDoc|a doc comment|documentation]: {text}",
      "document [the function|this|it] with {text}",
      "add [a|the] [JSDoc|doc] comment {text}",
      "add a docblock that says {text}",
      "=[JSDoc|doc comment]: {text}",
      "put {text} above [the function|it] as [JSDoc|a doc comment]",
      "describe the function as {text} in a JSDoc comment",
      "add a [JSDoc|doc] comment [saying|that says] [that |]it {wordsDoes}",
    ],
    unseen: ["readers should find {text} in a documentation block over it"],
    weight: 1.2,
  },
  (sample, choose) => {
    const place = head(sample);
    if (place === undefined) return undefined;
    const text = choose.sentence();
    const draft = sample.draft();
    draft.appendLeft(place.position, `/**\n${place.indent} * ${text}\n${place.indent} */\n${place.indent}`);
    // For wordings that state the text without quotes: its first letter becomes a capital, and it gets a full stop.
    const told = /^([A-Z])(\w*s the .*)\.$/.exec(text);
    return edited(sample, draft, {
      text,
      ...(told ? { wordsDoes: `${told[1]?.toLowerCase()}${told[2]}` } : {}),
    });
  },
);

export const addJsdocParameters = family(
  "add-jsdoc-parameters",
  {
    seen: [
      "add [a JSDoc comment|JSDoc] with [the parameters|@param tags]: {text}",
      "document [the function|it] and its parameters[ with JSDoc|]: {text}",
      "add JSDoc {text} with a @param [for each parameter|line per parameter]",
      "=JSDoc with params: {text}",
    ],
    unseen: ["write {text} over it in JSDoc and list what it takes"],
    weight: 1,
  },
  (sample, choose) => {
    // By convention, the types are {*} and there is no @returns.
    const place = head(sample);
    const names = parameterNames(sample);
    if (place === undefined || names === undefined || names.length === 0 || sample.isTyped) return undefined;
    const text = choose.sentence();
    const lines = ["/**", ` * ${text}`, ...names.map((name) => ` * @param {*} ${name}`), " */", ""];
    const draft = sample.draft();
    draft.appendLeft(place.position, lines.join(`\n${place.indent}`));
    return edited(sample, draft, { text });
  },
);

export const addLineComment = family(
  "add-comment",
  {
    seen: [
      "add [a|the] comment {text} above {line}",
      "comment {line} with {text}",
      "put the comment {text} before {line}",
      "add {text} as a comment [above|before] [the line |]{line}",
      "explain {line} in a comment: {text}",
    ],
    unseen: ["above {line} there should be a note saying {text}"],
    weight: 1,
  },
  (sample, choose) => {
    const candidates = [
      ...sample.all("ReturnStatement"),
      ...sample.all("ExpressionStatement"),
      ...sample.all("VariableDeclaration"),
    ].filter((one) => {
      const line = sample.source(one);
      return (
        sample.isAlone(one) &&
        sample.isOneLine(one) &&
        line.length < 60 &&
        sample.code.split(line).length === 2 &&
        sample.parent(one)?.type === "BlockStatement"
      );
    });
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const text = choose.sentence().replace(/\.$/, "");
    const draft = sample.draft();
    draft.appendLeft(from(one), `// ${text}\n${sample.indentAt(from(one))}`);
    return edited(sample, draft, { text, line: sample.source(one).replace(/;$/, "") });
  },
);

export const addHeadComment = family(
  "add-head-comment",
  {
    seen: [
      "add [a|the] comment {text} [above|before|on top of] the function",
      "put [a|the] comment {text} [above|over] [it|the function]",
      "add [a TODO|a to-do]: {text}",
      "add a [one-line |line ]comment [saying|that says] {text}[| at the top]",
    ],
    unseen: ["over the function, in one line: {text}"],
    weight: 0.8,
  },
  (sample, choose) => {
    const place = head(sample);
    if (place === undefined) return undefined;
    const text = `${choose.chance(0.4) ? "TODO: " : ""}${choose.sentence().replace(/\.$/, "")}`;
    const draft = sample.draft();
    draft.appendLeft(place.position, `// ${text}\n${place.indent}`);
    return edited(sample, draft, { text });
  },
);

/** Returns the positions of comments, without strings that look like comments. */
function comments(sample: Sample): { start: number; end: number }[] {
  const texts: Node[] = [
    ...sample.all("StringLiteral"),
    ...sample.all("TemplateLiteral"),
    ...sample.all("RegExpLiteral"),
    ...sample.all("JSXText"),
    ...sample.all("DirectiveLiteral"),
  ];
  return [...sample.text.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !texts.some((node) => start >= from(node) && start < to(node)));
}

export const removeComments = family(
  "remove-comments",
  {
    seen: [
      "remove [the|all|all the] comments",
      "delete [the|all] comments",
      "strip [the |all |]comments",
      "=no comments[ please|]",
      "get rid of [the|all] comments",
      "clean out the comments",
    ],
    unseen: ["the code should speak for itself, without remarks"],
    isDone: (sample) => comments(sample).length === 0,
    weight: 1.3,
  },
  (sample) => {
    const draft = sample.draft();
    for (const { start, end } of comments(sample)) {
      const before = sample.text.slice(sample.lineStart(start), start);
      const after = sample.text.slice(end, sample.lineEnd(end));
      if (before.trim() === "" && after.trim() === "") {
        draft.remove(sample.lineStart(start), Math.min(sample.lineEnd(end) + 1, sample.text.length));
        continue;
      }
      if (after.trim() !== "" && before.trim() === "") return undefined;
      draft.remove(start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end);
    }
    const edit = edited(sample, draft);
    if (edit === undefined || sample.isMethod !== (edit.after !== "" && sample.isMethod)) return undefined;
    return edit.after.trim() === "" || /^\s*\n/.test(edit.after) ? undefined : edit;
  },
);

export const removeJsdoc = family(
  "remove-jsdoc",
  {
    seen: [
      "remove the [JSDoc|doc comment|docblock|documentation comment]",
      "delete the JSDoc[ comment|]",
      "=no JSDoc[ please|]",
      "drop the doc comment",
    ],
    unseen: ["the documentation above it is out of date, away with it"],
    weight: 0.7,
  },
  (sample) => {
    const match = /^\/\*\*[\s\S]*?\*\/\n/.exec(sample.code);
    if (match === null || sample.code.split("/**").length !== 2) return undefined;
    return { after: sample.code.slice(match[0].length), slots: {} };
  },
);
