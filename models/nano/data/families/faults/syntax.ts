import { from, type NodeOf, to } from "../../syntax/index.ts";
import { family, repaired } from "../family.ts";

export const brokenSyntax = family(
  "broken-syntax",
  {
    seen: [
      "fix the syntax error",
      "=[it|this] does not parse[, fix it|]",
      "=there is a syntax error[, fix it|]",
      "=SyntaxError[: unexpected token|][, fix it|]",
      "=a [bracket|parenthesis|brace] is missing[, add it|]",
      "fix [the |]missing bracket",
      "make [it|this] parse",
      "repair the syntax",
    ],
    unseen: ["the parser chokes on this", "my editor shows a red squiggle, something isn't closed"],
    weight: 1.7,
  },
  (sample, choose) => {
    const ends: NodeOf<"CallExpression" | "BlockStatement" | "ArrayExpression" | "IfStatement">[] = [
      ...sample.all("CallExpression"),
      ...sample.all("BlockStatement"),
      ...sample.all("ArrayExpression"),
    ];
    const one = choose.pickIfAny(
      ends.filter(
        (node) =>
          to(node) <= sample.text.length - (sample.isMethod ? 2 : 0) &&
          (node.type !== "BlockStatement" ||
            (sample.isAlone(node) === false && /\n[ \t]*\}$/.test(sample.source(node)))),
      ),
    );
    if (one === undefined || sample.text[to(one) - 1] === undefined || sample.source(one).length < 3)
      return undefined;
    const draft = sample.draft();
    draft.remove(to(one) - 1, to(one));
    const before = sample.finish(draft);
    // Without a brace on its own line, an empty line would remain.
    if (
      one.type === "BlockStatement" ||
      sample.accepts(before) ||
      before === sample.code ||
      before.length !== sample.code.length - 1
    )
      return undefined;
    return { before, after: sample.code, slots: {}, broken: true };
  },
);

export const missingBreak = family(
  "missing-break",
  {
    seen: [
      "add the missing break",
      "=a break is missing[ in the switch|][, fix it|]",
      "fix the [fall-through|fallthrough][ in the switch|]",
      "=the switch falls through[, fix it|]",
      "=bug: missing break",
      "={case} also does what {next} does",
      "=after {case} it goes on with {next}",
      "=the case {case} [needs|lacks] a break",
    ],
    unseen: ["one case runs on into the next"],
    weight: 1.2,
  },
  (sample, choose) => {
    const cases = sample
      .all("SwitchCase")
      .filter((one) => one.consequent.length > 1 && one.consequent.at(-1)?.type === "BreakStatement");
    const switches = sample.all("SwitchStatement");
    const [only] = switches;
    if (only === undefined || switches.length !== 1) return undefined;
    // All other cases must have an end, which leaves only one case to fix.
    const isClean = only.cases
      .slice(0, -1)
      .every((one) => /^(Break|Return|Throw|Continue)Statement$/.test(one.consequent.at(-1)?.type ?? ""));
    const one = choose.pickIfAny(cases.filter((candidate) => candidate !== only.cases.at(-1)));
    const last = one?.consequent.at(-1);
    if (!isClean || last === undefined || !sample.isAlone(last)) return undefined;
    const draft = sample.draft();
    draft.remove(sample.lineStart(from(last)), sample.lineEnd(to(last)) + 1);
    const next = only.cases[only.cases.indexOf(one as NodeOf<"SwitchCase">) + 1];
    const named = [one?.test, next?.test].map((test) =>
      test && /^(Numeric|String)Literal$|^(Member|Identifier)/.test(test.type)
        ? sample.source(test).replace(/^["'](.*)["']$/, "$1")
        : undefined,
    );
    return repaired(sample, draft, {
      ...(named[0] ? { case: named[0] } : {}),
      ...(named[1] ? { next: named[1] } : {}),
    });
  },
);
