import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

type Sum = NodeOf<"BinaryExpression">;

/** Returns the topmost `a + "b" + c` expressions that concatenate strings, not numbers. */
function concatenations(sample: Sample): Sum[] {
  return sample.all("BinaryExpression").filter((one) => {
    const holder = sample.parent(one);
    const isPart = holder?.type === "BinaryExpression" && holder.operator === "+" && isText(holder);
    return one.operator === "+" && isText(one) && !isPart;
  });
}

function isText(node: Node): boolean {
  if (node.type === "StringLiteral" || node.type === "TemplateLiteral") return true;
  return (
    node.type === "BinaryExpression" && node.operator === "+" && (isText(node.left) || isText(node.right))
  );
}

function pieces(node: Node): Node[] | undefined {
  if (node.type !== "BinaryExpression" || node.operator !== "+" || !isText(node)) return [node];
  if (!isText(node.left)) {
    // a + b + "c" adds a and b first, which differs from joining them as strings.
    if (node.left.type === "BinaryExpression" && node.left.operator === "+") return undefined;
    return [node.left, ...(pieces(node.right) ?? [])];
  }
  const left =
    node.left.extra?.["parenthesized"] && node.left.type !== "BinaryExpression"
      ? [node.left]
      : pieces(node.left);
  const right = node.right.extra?.["parenthesized"] ? [node.right] : pieces(node.right);
  return left && right && [...left, ...right];
}

function asTemplate(sample: Sample, sum: Sum): string | undefined {
  const parts = pieces(sum);
  if (parts === undefined) return undefined;
  let text = "";
  for (const part of parts) {
    if (part.type === "StringLiteral") {
      const raw = sample.source(part).slice(1, -1);
      if (/`|\$\{|\\[^nt'"\\]/.test(raw)) return undefined;
      text += raw.replace(/\\(['"])/g, "$1");
    } else if (part.type === "TemplateLiteral") text += sample.source(part).slice(1, -1);
    else {
      const source = sample.source(part);
      if (/[`\n]/.test(source) || source.length > 60) return undefined;
      text += `\${${source}}`;
    }
  }
  return `\`${text}\``;
}

export const toTemplate = family(
  "to-template",
  {
    seen: [
      "use [template literals|a template literal|template strings][| instead of concatenation]",
      "[convert|change] the [string |]concatenation [to|into] [a template literal|template literals]",
      "replace the + concatenation [with|by] template literals",
      "use backticks[| instead of +]",
      "=template literals instead of [string concatenation|plus signs]",
      "build the string with a template literal",
      "=no string concatenation[ please|]",
      "interpolate[ the values| the variables|] instead of concatenating",
    ],
    unseen: [
      "plus signs between strings are ugly, interpolate",
      "glue these strings together the modern way",
    ],
    isDone: (sample) => sample.has("TemplateLiteral") && concatenations(sample).length === 0,
    weight: 2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const sum of concatenations(sample)) {
      const text = asTemplate(sample, sum);
      if (
        text === undefined ||
        !text.includes("${") ||
        /\/\/|\/\*/.test(sample.source(sum).replace(/(["'])(?:\\.|(?!\1).)*\1/g, ""))
      )
        return undefined;
      draft.update(from(sum), to(sum), text);
    }
    return edited(sample, draft);
  },
);

export const fromTemplate = family(
  "from-template",
  {
    seen: [
      "use [string |]concatenation instead of [template literals|the template literal|backticks]",
      "replace the template literal[s|] [with|by] [string |]concatenation",
      "=no template literals, concatenate with +",
      "[convert|change] the template literal[s|] [to|into] concatenation",
      "use + instead of [the |]template [literal|string]s",
    ],
    unseen: ["this has to run where there are no backticks"],
    weight: 1,
  },
  (sample) => {
    const draft = sample.draft();
    const { quote } = sample.style;
    for (const one of sample.all("TemplateLiteral")) {
      const holder = sample.parent(one);
      if (
        holder?.type === "TaggedTemplateExpression" ||
        holder?.type === "TSLiteralType" ||
        holder?.type === "BinaryExpression" ||
        holder?.type === "MemberExpression" ||
        one.expressions.length === 0 ||
        one.expressions.length > 4
      )
        return undefined;
      const parts: string[] = [];
      for (const [index, element] of one.quasis.entries()) {
        const raw = element.value.raw;
        if (/["'\n\\`]/.test(raw)) return undefined;
        if (raw !== "" || index === 0) parts.push(`${quote}${raw}${quote}`);
        const value = one.expressions[index];
        if (value === undefined) continue;
        if (
          !/^(Identifier|MemberExpression|CallExpression|NumericLiteral|ThisExpression)$/.test(value.type) ||
          sample.source(value).includes("`")
        )
          return undefined;
        parts.push(sample.source(value));
      }
      // The empty string in front is needed only if a value comes first and no string follows directly.
      if (parts[0] === `${quote}${quote}` && parts[2]?.startsWith(quote)) parts.shift();
      draft.update(from(one), to(one), parts.join(" + "));
    }
    return edited(sample, draft);
  },
);

/** Creates both directions of one family: the wording says which quotes to use. */
function quotes(name: string, mark: '"' | "'", word: string, unseen: string) {
  const other = mark === '"' ? "'" : '"';
  const strings = (sample: Sample) =>
    sample.all("StringLiteral").filter((one) => !/^JSX/.test(sample.parent(one)?.type ?? ""));
  return family(
    name,
    {
      seen: [
        `use ${word} quotes[| instead of ${mark === '"' ? "single" : "double"} quotes| for strings]`,
        `[convert|change] [|all |the ]strings to ${word} quotes`,
        `=${word} quotes[| please]`,
        `replace ${mark === '"' ? "single" : "double"} quotes [with|by] ${word} quotes`,
        `switch to ${word} quotes`,
        `=strings should [be in|have|use] ${word} quotes`,
      ],
      unseen: [unseen],
      isDone: (sample) =>
        strings(sample).length > 0 && strings(sample).every((one) => sample.source(one).startsWith(mark)),
      weight: 0.9,
    },
    (sample) => {
      const draft = sample.draft();
      for (const one of strings(sample)) {
        const text = sample.source(one);
        if (!text.startsWith(other)) continue;
        const inner = text.slice(1, -1);
        if (inner.includes(mark) || inner.includes("\\")) continue;
        draft.update(from(one), to(one), `${mark}${inner}${mark}`);
      }
      return edited(sample, draft);
    },
  );
}

export const doubleQuotes = quotes(
  "double-quotes",
  '"',
  "double",
  "our formatter puts strings between two pairs of ticks: double, that is",
);
export const singleQuotes = quotes(
  "single-quotes",
  "'",
  "single",
  "our formatter wants apostrophes round strings",
);

export const changeText = family(
  "change-text",
  {
    seen: [
      "change [the [text|string|message] |]{text} to {textNew}",
      "replace [the [text|string|message] |]{text} [with|by] {textNew}",
      "=the [message|text] should [be|say|read] {textNew}[| instead of {text}]",
      "use the [text|message|string] {textNew} instead of {text}",
      "={text} -> {textNew}",
      "reword {text} as {textNew}",
    ],
    unseen: ["where it says {text} let it say {textNew}"],
    weight: 1.5,
  },
  (sample, choose) => {
    const candidates = sample
      .all("StringLiteral")
      .filter(
        (one) =>
          one.value.length > 2 &&
          one.value.length < 60 &&
          !/["'`\\\n]/.test(one.value) &&
          sample.code.split(one.value).length === 2 &&
          !/^(Import|Export)/.test(sample.parent(one)?.type ?? ""),
      );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const isSentence = one.value.includes(" ");
    const fresh = isSentence
      ? choose.message()
      : choose.pick([
          choose.variable(sample),
          choose.message().replaceAll(" ", "-").toLowerCase(),
          choose.message(),
        ]);
    if (fresh === one.value || sample.code.includes(fresh)) return undefined;
    const quote = sample.source(one)[0];
    const draft = sample.draft();
    draft.update(from(one), to(one), `${quote}${fresh}${quote}`);
    return edited(sample, draft, { text: one.value, textNew: fresh });
  },
);
