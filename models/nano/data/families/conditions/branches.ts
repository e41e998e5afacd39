import {
  canShift,
  type Draft,
  from,
  innerLines,
  isOpenBlock,
  type Node,
  type NodeOf,
  negated,
  type Sample,
  shift,
  to,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

type If = NodeOf<"IfStatement">;

/** The one `if` of a sample for which `test` holds; undefined where there are several: which would be meant? */
function onlyIf(sample: Sample, test: (one: If) => boolean): If | undefined {
  const found = sample.all("IfStatement").filter(test);
  return found.length === 1 ? found[0] : undefined;
}

function isElseIf(sample: Sample, one: If): boolean {
  const parent = sample.parent(one);
  return parent?.type === "IfStatement" && parent.alternate === one;
}

function single(node: Node | null | undefined): Node | undefined {
  if (!node) return undefined;
  if (node.type !== "BlockStatement") return node;
  return node.body.length === 1 && node.directives.length === 0 ? node.body[0] : undefined;
}

function leaves(node: Node): boolean {
  const last = node.type === "BlockStatement" ? node.body.at(-1) : node;
  return last !== undefined && /^(Return|Throw|Continue|Break)Statement$/.test(last.type);
}

function hasComments(sample: Sample, node: Node): boolean {
  return /\/\/|\/\*/.test(sample.source(node));
}

export const ifToTernary = family(
  "if-to-ternary",
  {
    seen: [
      "use a ternary[| instead of if/else| instead of if else| operator]",
      "[[convert|change] the if/else [to|into]|turn the if/else into] a ternary[| expression]",
      "replace the if else [with|by] [a ternary|the conditional operator]",
      "=ternary instead of if[| else]",
      "simplify the if [with|using] a ternary",
      "make [the if/else|this] a ternary",
      "write the if/else as one line[| with ?:]",
    ],
    unseen: ["fold both branches into a conditional expression"],
    weight: 1.3,
  },
  (sample) => {
    const one = onlyIf(sample, (candidate) => {
      const [a, b] = [single(candidate.consequent), single(candidate.alternate)];
      if (a?.type === "ReturnStatement" && b?.type === "ReturnStatement")
        return a.argument != null && b.argument != null;
      return (
        isAssignment(a) &&
        isAssignment(b) &&
        sample.source(a.expression.left) === sample.source(b.expression.left) &&
        a.expression.operator === b.expression.operator
      );
    });
    if (one === undefined || isElseIf(sample, one) || hasComments(sample, one) || !sample.isAlone(one))
      return undefined;
    const [a, b] = [single(one.consequent), single(one.alternate)];
    const { semi } = sample.style;
    const test = isTernaryTest(one.test) ? sample.source(one.test) : `(${sample.source(one.test)})`;
    let text: string;
    if (a?.type === "ReturnStatement" && b?.type === "ReturnStatement" && a.argument && b.argument)
      text = `return ${test} ? ${operand(sample, a.argument)} : ${operand(sample, b.argument)}${semi}`;
    else if (isAssignment(a) && isAssignment(b))
      text = `${sample.source(a.expression.left)} ${a.expression.operator} ${test} ? ${operand(sample, a.expression.right)} : ${operand(sample, b.expression.right)}${semi}`;
    else return undefined;
    if (text.includes("\n") || text.length > 130) return undefined;
    const draft = sample.draft();
    draft.update(from(one), to(one), text);
    return edited(sample, draft);
  },
);

function isAssignment(
  node: Node | undefined,
): node is NodeOf<"ExpressionStatement"> & { expression: NodeOf<"AssignmentExpression"> } {
  return node?.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression";
}

function isTernaryTest(node: Node): boolean {
  return !/^(Assignment|Conditional|ArrowFunction|Sequence|Yield)Expression$/.test(node.type);
}

function operand(sample: Sample, node: Node): string {
  const text = sample.source(node);
  return /^(Assignment|Sequence|Yield|Conditional)Expression$/.test(node.type) ? `(${text})` : text;
}

export const ternaryToIf = family(
  "ternary-to-if",
  {
    seen: [
      "use if/else[| instead of the ternary| instead of a ternary]",
      "[[convert|change] the ternary [to|into]|turn the ternary into] [if/else|an if/else statement]",
      "replace the ternary [with|by] an if[| statement]",
      "=no ternary[ please|], [use|write] [an if|if/else]",
      "expand the ternary[| into if/else]",
      "rewrite the conditional expression as an if statement",
      "=if else instead of ?:",
    ],
    unseen: ["the ?: is hard to read, branch with statements"],
    weight: 1.3,
  },
  (sample) => {
    const candidates = sample.all("ConditionalExpression").filter((one) => {
      const holder = sample.parent(one);
      if (holder?.type === "ReturnStatement") return true;
      if (holder?.type === "AssignmentExpression" && holder.right === one)
        return sample.parent(holder)?.type === "ExpressionStatement";
      if (holder?.type !== "VariableDeclarator" || holder.id.type !== "Identifier") return false;
      const statement = sample.parent(holder);
      return statement?.type === "VariableDeclaration" && statement.declarations.length === 1;
    });
    if (candidates.length !== 1) return undefined;
    const [one] = candidates;
    const holder = one && sample.parent(one);
    const outer = holder && sample.parent(holder);
    if (one === undefined || holder === undefined || outer === undefined || one.extra?.["parenthesized"])
      return undefined;
    const statement = holder.type === "ReturnStatement" ? holder : outer;
    const place = sample.parent(statement);
    if (
      (place?.type !== "BlockStatement" && place?.type !== "Program") ||
      !sample.isAlone(statement) ||
      hasComments(sample, statement)
    )
      return undefined;
    if (one.consequent.type === "ConditionalExpression" || one.alternate.type === "ConditionalExpression")
      return undefined;
    // `x = test ? x : y` would assign x to itself.
    if (
      holder.type === "AssignmentExpression" &&
      [one.consequent, one.alternate].some((value) => sample.source(value) === sample.source(holder.left))
    )
      return undefined;
    const { indent } = sample.style;
    const base = sample.indentAt(from(statement));
    const semi = sample.source(statement).endsWith(";") ? ";" : "";
    const isReturn = holder.type === "ReturnStatement";
    let target = "";
    let head = "";
    if (holder.type === "AssignmentExpression") target = `${sample.source(holder.left)} ${holder.operator} `;
    if (holder.type === "VariableDeclarator" && statement.type === "VariableDeclaration") {
      const kind = statement.kind === "const" ? "let" : statement.kind;
      head = `${kind} ${sample.source(holder.id)}${semi}\n${base}`;
      target = `${(holder.id as NodeOf<"Identifier">).name} = `;
    }
    const say = (value: Node) => {
      const text = shift(sample.source(value), base + indent, base + indent);
      return `${base}${indent}${isReturn ? "return " : target}${text}${semi}\n`;
    };
    if (
      !canShift(one) ||
      !sample.isOneLine(one.consequent) ||
      !sample.isOneLine(one.alternate) ||
      !sample.isOneLine(one.test)
    )
      return undefined;
    const draft = sample.draft();
    draft.update(
      from(statement),
      to(statement),
      `${head}if (${sample.source(one.test)}) {\n${say(one.consequent)}${base}} else {\n${say(one.alternate)}${base}}`,
    );
    return edited(sample, draft);
  },
);

export const invertIf = family(
  "invert-if",
  {
    seen: [
      "invert the [if|condition][| and swap the branches]",
      "[swap|switch|flip] the branches of the if[| and negate the condition]",
      "negate the condition and swap if and else",
      "=flip the if/else",
      "reverse the [if/else|order of the branches]",
      "put the else branch first",
    ],
    unseen: ["turn the if around: negated test, branches exchanged"],
    weight: 1.2,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) =>
        candidate.alternate?.type === "BlockStatement" && candidate.consequent.type === "BlockStatement",
    );
    if (!one?.alternate || isElseIf(sample, one) || one.consequent.type !== "BlockStatement")
      return undefined;
    const draft = sample.draft();
    draft.update(from(one.test), to(one.test), negated(sample, one.test));
    draft.update(from(one.consequent), to(one.consequent), sample.source(one.alternate));
    draft.update(from(one.alternate), to(one.alternate), sample.source(one.consequent));
    return edited(sample, draft);
  },
);

export const earlyReturn = family(
  "early-return",
  {
    seen: [
      "use [an early return|early returns|a guard clause]",
      "return early[| instead of nesting| if the condition does not hold]",
      "[convert the if [to|into]|turn the if into] [an early return|a guard clause]",
      "flatten [this|the function|the nesting] with [an early return|a guard]",
      "=early return instead of [the nested if|nesting]",
      "reduce [the |]nesting[| with an early return]",
      "replace the wrapping if [with|by] a guard clause",
      "un-nest the [body|code][|: return early]",
    ],
    unseen: ["leave at the top when there is nothing to do, and lose one level of indentation"],
    weight: 2,
  },
  (sample) => {
    const { main } = sample;
    if (main?.fn.body.type !== "BlockStatement") return undefined;
    const one = main.fn.body.body.at(-1);
    if (one?.type !== "IfStatement" || one.alternate || one.consequent.type !== "BlockStatement")
      return undefined;
    if (
      !isOpenBlock(sample, one.consequent) ||
      one.consequent.body.length < 2 ||
      !sample.isAlone(one) ||
      !canShift(one)
    )
      return undefined;
    if (main.fn.type === "ClassMethod" && main.fn.kind === "constructor") return undefined;
    const clash = one.consequent.body.some(
      (inner) =>
        inner.type === "VariableDeclaration" &&
        inner.declarations.some(
          (d) =>
            d.id.type !== "Identifier" ||
            sample.bindings.all.filter((b) => b.name === (d.id as NodeOf<"Identifier">).name).length > 1,
        ),
    );
    if (clash) return undefined;
    const base = sample.indentAt(from(one));
    const { indent, semi } = sample.style;
    const draft = sample.draft();
    draft.update(
      from(one),
      to(one),
      `if (${negated(sample, one.test)}) {\n${base}${indent}return${semi}\n${base}}\n${innerLines(sample, one.consequent, base)}`,
    );
    return edited(sample, draft);
  },
);

export const removeElse = family(
  "remove-else",
  {
    seen: [
      "remove the [unnecessary |needless |]else[| after return| after the return]",
      "=the else is [not needed|unnecessary|superfluous][| after the return]",
      "=no else after return",
      "drop the else[| and unindent its body]",
      "get rid of the else[| branch's nesting]",
      "flatten the else",
    ],
    unseen: ["the if already returns, so what follows needn't be an else"],
    weight: 1.3,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) =>
        candidate.alternate != null && leaves(candidate.consequent) && !isElseIf(sample, candidate),
    );
    if (!one?.alternate || one.alternate.type !== "BlockStatement" || !isOpenBlock(sample, one.alternate))
      return undefined;
    const place = sample.parent(one);
    if (
      place?.type !== "BlockStatement" ||
      one.alternate.body.length === 0 ||
      !sample.isAlone(one) ||
      !canShift(one.alternate)
    )
      return undefined;
    if (
      one.alternate.body.some(
        (inner) => /^(Variable|Function|Class)Declaration$/.test(inner.type) && place.body.length > 1,
      )
    )
      return undefined;
    const draft = sample.draft();
    const base = sample.indentAt(from(one));
    draft.update(to(one.consequent), to(one), `\n${innerLines(sample, one.alternate, base)}`);
    return edited(sample, draft);
  },
);

export const mergeIfs = family(
  "merge-ifs",
  {
    seen: [
      "merge the [nested |two |]ifs[| into one]",
      "combine the nested ifs[| with &&]",
      "[join|collapse|flatten] the nested if statements[| into one]",
      "use [&&|one if] instead of [a nested if|nested ifs]",
      "=one if instead of two",
    ],
    unseen: ["both tests belong in a single condition"],
    weight: 1.2,
  },
  (sample) => {
    const outer = onlyIf(sample, (candidate) => {
      const inner = single(candidate.consequent);
      return (
        !candidate.alternate &&
        inner?.type === "IfStatement" &&
        !inner.alternate &&
        inner.consequent.type === "BlockStatement"
      );
    });
    const inner = outer && single(outer.consequent);
    if (outer === undefined || inner?.type !== "IfStatement" || inner.consequent.type !== "BlockStatement")
      return undefined;
    if (
      !isOpenBlock(sample, inner.consequent) ||
      !sample.isAlone(outer) ||
      !canShift(inner) ||
      isElseIf(sample, outer)
    )
      return undefined;
    if (
      /\/\/|\/\*/.test(sample.text.slice(from(outer), from(inner.consequent))) ||
      /\/\/|\/\*/.test(sample.text.slice(to(inner), to(outer)))
    )
      return undefined;
    const both = [outer.test, inner.test].map((test) =>
      /^(Logical|Conditional|Assignment|Sequence|ArrowFunction)Expression$/.test(test.type) &&
      !(test.type === "LogicalExpression" && test.operator === "&&")
        ? `(${sample.source(test)})`
        : sample.source(test),
    );
    const base = sample.indentAt(from(outer));
    const draft = sample.draft();
    draft.update(
      from(outer),
      to(outer),
      `if (${both.join(" && ")}) {\n${innerLines(sample, inner.consequent, base + sample.style.indent)}\n${base}}`,
    );
    return edited(sample, draft);
  },
);

export const splitIf = family(
  "split-if",
  {
    seen: [
      "split the [if|condition] [into two nested ifs|in two]",
      "use nested ifs instead of &&",
      "replace the && [with|by] [a nested if|nested ifs]",
      "break the condition [up |]into nested ifs",
    ],
    unseen: ["test one thing after the other in ifs of their own, one inside the other"],
    weight: 0.6,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) => candidate.test.type === "LogicalExpression" && candidate.test.operator === "&&",
    );
    if (
      one?.test.type !== "LogicalExpression" ||
      one.alternate ||
      one.consequent.type !== "BlockStatement" ||
      isElseIf(sample, one)
    )
      return undefined;
    if (
      !isOpenBlock(sample, one.consequent) ||
      !sample.isAlone(one) ||
      !canShift(one) ||
      one.test.left.type === "LogicalExpression"
    )
      return undefined;
    const base = sample.indentAt(from(one));
    const { indent } = sample.style;
    const inner = innerLines(sample, one.consequent, base + indent + indent);
    const draft = sample.draft();
    draft.update(
      from(one),
      to(one),
      `if (${sample.source(one.test.left)}) {\n${base}${indent}if (${sample.source(one.test.right)}) {\n${inner}\n${base}${indent}}\n${base}}`,
    );
    return edited(sample, draft);
  },
);

export const addBraces = family(
  "add-braces",
  {
    seen: [
      "add [curly |]braces [to|around] [the |all |]ifs[| without braces]",
      "[put|use] [curly |]braces [around|for] [single-line|one-line] [if |]bodies",
      "=ifs should always have braces",
      "=[every|each] if [should have|needs] braces",
      "wrap [single statements|the body of the if] in braces",
      "use braces[| for the if| for the ifs]",
    ],
    unseen: ["our linter wants blocks after every if and loop", "no if without a block"],
    weight: 1.2,
    isDone: (sample) => sample.has("IfStatement") && bare(sample).length === 0,
  },
  (sample) => {
    const bodies = bare(sample);
    if (bodies.length === 0 || bodies.length > 6) return undefined;
    const draft = sample.draft();
    for (const { body, holder } of bodies) if (!wrap(sample, draft, body, holder)) return undefined;
    return edited(sample, draft);
  },
);

interface Bare {
  readonly body: Node;
  readonly holder: Node;
}

/** Bodies that stand without braces. */
function bare(sample: Sample): Bare[] {
  const found: Bare[] = [];
  for (const one of sample.all("IfStatement")) {
    if (one.consequent.type !== "BlockStatement") found.push({ body: one.consequent, holder: one });
    if (one.alternate && one.alternate.type !== "BlockStatement" && one.alternate.type !== "IfStatement")
      found.push({ body: one.alternate, holder: one });
  }
  for (const type of ["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement"] as const)
    for (const one of sample.all(type))
      if (one.body.type !== "BlockStatement") found.push({ body: one.body, holder: one });
  return found;
}

function wrap(sample: Sample, draft: Draft, body: Node, holder: Node): boolean {
  if (
    body.type === "EmptyStatement" ||
    bare(sample).some((one) => one.body !== body && sample.isWithin(one.body, body))
  )
    return false;
  if (!sample.isOneLine(body)) return false;
  const base = sample.indentAt(from(holder)) || sample.indentAt(sample.lineStart(from(holder)));
  const line = /^[ \t]*/.exec(sample.text.slice(sample.lineStart(from(holder))))?.[0] ?? base;
  const start = from(body) - (/\s*$/.exec(sample.text.slice(0, from(body)))?.[0].length ?? 0);
  const between = sample.text.slice(start, from(body));
  if (/\/\/|\/\*/.test(sample.text.slice(to(body), sample.lineEnd(to(body))))) return false;
  const followedByElse = /^\s*else\b/.exec(sample.text.slice(to(body)));
  const rest = sample.text.slice(to(body), sample.lineEnd(to(body)));
  if (!followedByElse && rest.trim() !== "") return false;
  const text = ` {\n${line}${sample.style.indent}${sample.source(body)}\n${line}}`;
  if (between === "") draft.appendLeft(start, "");
  draft.update(start, to(body), text);
  if (followedByElse) {
    const space = /^\s*/.exec(followedByElse[0])?.[0].length ?? 0;
    if (space > 0) draft.update(to(body), to(body) + space, " ");
  }
  return true;
}

export const simplifyBoolean = family(
  "simplify-boolean-return",
  {
    seen: [
      "simplify the [return|condition][|: return the condition itself]",
      "return the condition [directly|itself]",
      "=no need for if, return the [condition|comparison]",
      "replace if … return true else return false [with|by] one return",
      "get rid of the [if|return true/return false]",
    ],
    unseen: ["what the test says is the answer already"],
    weight: 1.5,
  },
  (sample) => {
    for (const one of sample.all("IfStatement")) {
      const place = sample.parent(one);
      if (
        place?.type !== "BlockStatement" ||
        isElseIf(sample, one) ||
        !sample.isAlone(one) ||
        hasComments(sample, one)
      )
        continue;
      const next = place.body[place.body.indexOf(one) + 1];
      const second = one.alternate ? single(one.alternate) : next;
      const first = single(one.consequent);
      if (first?.type !== "ReturnStatement" || second?.type !== "ReturnStatement") continue;
      if (first.argument?.type !== "BooleanLiteral" || second.argument?.type !== "BooleanLiteral") continue;
      if (first.argument.value === second.argument.value || !isBoolean(one.test)) continue;
      const { semi } = sample.style;
      const draft = sample.draft();
      const value = first.argument.value ? sample.source(one.test) : negated(sample, one.test);
      draft.update(from(one), one.alternate ? to(one) : to(second), `return ${value}${semi}`);
      return edited(sample, draft);
    }
    return undefined;
  },
);

/** Whether an expression can only be true or false. */
function isBoolean(node: Node): boolean {
  if (node.type === "BinaryExpression") return /^([!=]==?|[<>]=?|in|instanceof)$/.test(node.operator);
  if (node.type === "UnaryExpression") return node.operator === "!";
  return (
    node.type === "LogicalExpression" &&
    node.operator !== "??" &&
    isBoolean(node.left) &&
    isBoolean(node.right)
  );
}
