import { type Choices, NOUNS } from "../../choices/index.ts";
import { from, hasComment, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { writtenLike } from "./made.ts";

/** An array literal of strings, numbers or names that is assigned to a name. */
interface Named {
  readonly name: string;
  readonly array: NodeOf<"ArrayExpression">;
  readonly elements: readonly Node[];
  readonly isOneLine: boolean;
}

function namedArrays(sample: Sample): Named[] {
  const all = sample.all("ArrayExpression").flatMap((array) => {
    const name = ownerName(sample, array);
    return name === undefined ? [] : [{ name, array }];
  });
  return all.flatMap(({ name, array }) => {
    const elements = array.elements.flatMap((one) => (one ? [one] : []));
    const isOneLine = sample.isOneLine(array);
    const isEven = ["StringLiteral", "NumericLiteral", "Identifier"].some((type) =>
      elements.every((one) => one.type === type),
    );
    // An array of numbers or names could be a point or a pair. It counts as a list only if its name is a plural.
    const isText = elements[0]?.type === "StringLiteral";
    const least = isText ? 2 : 3;
    const isLaidOut =
      isOneLine || elements.every((one) => isLineOfItsOwn(sample, one, one === elements.at(-1)));
    return isEven &&
      isLaidOut &&
      elements.length >= least &&
      (isText || /([^s]s|list|array)$/i.test(name)) &&
      elements.length === array.elements.length &&
      !hasComment(sample, array) &&
      (!isText || elements.every(isWord)) &&
      all.filter((one) => one.name === name).length === 1
      ? [{ name, array, elements, isOneLine }]
      : [];
  });
}

function isWord(one: Node): boolean {
  return one.type === "StringLiteral" && /^[A-Za-z][\w-]*$/.test(one.value) && one.value.length < 25;
}

function ownerName(sample: Sample, array: Node): string | undefined {
  const owner = sample.parent(array);
  if (owner?.type === "VariableDeclarator" && owner.id.type === "Identifier") return owner.id.name;
  if (owner?.type === "ObjectProperty" && !owner.computed && owner.key.type === "Identifier")
    return owner.value === array ? owner.key.name : undefined;
  return undefined;
}

function isLineOfItsOwn(sample: Sample, one: Node, isLast: boolean): boolean {
  const before = sample.text.slice(sample.lineStart(from(one)), from(one));
  const after = sample.text.slice(to(one), sample.lineEnd(to(one)));
  return before.trim() === "" && (isLast ? /^,?[ \t]*$/ : /^,[ \t]*$/).test(after);
}

/** Returns an element as a user would write it: strings often without quotes, since the whole list has strings. */
function spoken(choose: Choices, code: string): string {
  return /^["']\w+["']$/.test(code) && choose.chance(0.35) ? code.slice(1, -1) : code;
}

/** Returns the slots. The array's name is sometimes left out if there is only one array. */
function slotsFor(sample: Sample, choose: Choices, name: string, value: string): Record<string, string> {
  const isOnly = sample.all("ArrayExpression").length === 1;
  return isOnly && choose.chance(0.25) ? { value } : { value, name };
}

export const addElement = family(
  "add-element",
  {
    seen: [
      "add {value} to {name}",
      "add {value} to the {name} [array|list]",
      "append {value} to {name}",
      "put {value} [at the end of|into] {name}",
      "={name} should [contain {value} as well|also contain {value}|contain {value} too]",
      "={value} is missing [in|from] {name}",
      "include {value} in {name}",
      "extend {name} [with|by] {value}",
      "add {value} to the [array|list]",
      "=the [array|list] should also contain {value}",
      "append {value} to the [array|list]",
    ],
    unseen: ["{name} ought to know {value} too", "let {value} be the last of {name}"],
  },
  (sample, choose) => {
    // By convention, new elements go at the end.
    const one = choose.pickIfAny(namedArrays(sample));
    const last = one?.elements.at(-1);
    if (one === undefined || last === undefined) return undefined;
    const value = freshElement(sample, choose, one.elements);
    if (value === undefined) return undefined;
    const draft = sample.draft();
    const behind = sample.text.slice(to(last), to(one.array));
    if (one.isOneLine) {
      const start = sample.lineStart(from(one.array));
      if (sample.lineEnd(to(one.array)) - start + value.length > 98) return undefined;
      draft.appendLeft(to(last), `, ${value}`);
    } else {
      const line = `\n${sample.indentAt(from(last))}${value}`;
      const hasComma = behind.startsWith(",");
      draft.appendLeft(to(last) + (hasComma ? 1 : 0), hasComma ? `${line},` : `,${line}`);
    }
    return edited(sample, draft, slotsFor(sample, choose, one.name, spoken(choose, value)));
  },
);

function freshElement(sample: Sample, choose: Choices, elements: readonly Node[]): string | undefined {
  const first = elements[0];
  if (first?.type === "StringLiteral") {
    const quote = sample.source(first)[0] ?? '"';
    const words = choose.chance(0.65) ? [choose.pick(NOUNS)] : [choose.pick(NOUNS), choose.pick(NOUNS)];
    const model = elements.flatMap((one) =>
      one.type === "StringLiteral" && /[-_A-Z]/.test(one.value) ? [one.value] : [],
    );
    const word = writtenLike(words.join("_"), model[0] ?? "");
    return sample.mentions(word) ? undefined : quote + word + quote;
  }
  if (first?.type === "NumericLiteral") {
    const most = Math.max(...elements.flatMap((one) => (one.type === "NumericLiteral" ? [one.value] : [])));
    const value = String(most + choose.between(1, 20));
    return /^\d+$/.test(value) && !sample.mentions(value) ? value : undefined;
  }
  if (first?.type !== "Identifier") return undefined;
  if (/^[A-Z][A-Z\d_]+$/.test(first.name)) return choose.constant(sample);
  return /^[A-Z]/.test(first.name) ? choose.type(sample) : choose.variable(sample);
}

export const removeElement = family(
  "remove-element",
  {
    seen: [
      "remove {value} from {name}",
      "remove {value} from the {name} [array|list]",
      "delete {value} [from|in] {name}",
      "drop {value} from {name}",
      "take {value} out of {name}",
      "={name} should not contain {value}[| any more]",
      "={value} does not belong in {name}",
      "get rid of {value} in {name}",
      "remove {value} from the [array|list]",
      "=the [array|list] should not contain {value}[| any more]",
      "take {value} out of the [array|list]",
    ],
    unseen: ["{name} can do without {value}", "strike {value} off {name}"],
  },
  (sample, choose) => {
    const one = choose.pickIfAny(namedArrays(sample).filter(({ elements }) => elements.length > 2));
    const element = one && choose.pickIfAny(one.elements);
    if (one === undefined || element === undefined) return undefined;
    const value = sample.source(element);
    const { elements } = one;
    if (elements.filter((each) => sample.source(each) === value).length > 1) return undefined;
    const index = elements.indexOf(element);
    const before = elements[index - 1];
    const after = elements[index + 1];
    const draft = sample.draft();
    // Removes the comma after the element, or the one before it if the element is the last.
    if (after) draft.remove(from(element), from(after));
    else if (before) draft.remove(to(before), to(element));
    return edited(sample, draft, slotsFor(sample, choose, one.name, spoken(choose, value)));
  },
);
