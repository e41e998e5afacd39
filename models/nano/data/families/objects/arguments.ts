import type { Choices } from "../../choices/index.ts";
import { from, type Node, outerTo, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { leavesUnused } from "./change.ts";
import { append, takeOut } from "./lists.ts";
import { type Call, calleeOf, calls, inReach } from "./literals.ts";

/** Well-known functions that take no more arguments, or to which another means something different. */
const KNOWN = new RegExp(
  `^(expect|screen\\..*|set(Timeout|Interval)|use(Ref|State|Callback|Memo|Effect|Context)|.*Array|keys|parseInt|parseFloat|fetch|(.*\\.)?is[A-Z]\\w*|require|super|import|describe|it|test|String|Number|Boolean|Symbol|Error|Promise|Map|Set|Date|RegExp|Array|isNaN|
isFinite|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|eval|Proxy|WeakMap|WeakSet|URL|TypeError|RangeError|
(JSON|Error|Math|Object|Array|Promise|Reflect|Symbol|Number|String|Date|Buffer|React|expect|assert|t|process)\\..*|
.*\\.(map|filter|forEach|reduce|find|findIndex|some|every|includes|indexOf|lastIndexOf|startsWith|endsWith|split|join|
slice|splice|substr|substring|replace|replaceAll|match|test|exec|trim|toString|toUpperCase|toLowerCase|charAt|charCodeAt|
then|catch|finally|has|get|set|delete|add|keys|values|entries|sort|reverse|pop|shift|flat|flatMap|padStart|padEnd|toFixed|
hasOwnProperty|call|apply|bind|getTime|clear|fill|at|repeat|concat|resolve|reject|next|end|use|useState|querySelector|
getElementById|createElement|appendChild|removeChild|toEqual|toBe|getAttribute|setAttribute|preventDefault|dirname|basename|pipe|format|removeEventListener|stopPropagation))$`.replaceAll(
    "\n",
    "",
  ),
);

/** Returns calls of functions from elsewhere: the code does not show how many arguments they take. */
function openCalls(sample: Sample): { call: Call; name: string }[] {
  return calls(sample).flatMap((call) => {
    const name = calleeOf(sample, call);
    if (name === undefined || KNOWN.test(name) || name.split(".").at(-1) === sample.main?.name) return [];
    const isDeclared = sample.bindings.all.some((one) => one.name === name && one.kind !== "import");
    const isSpread = call.arguments.some((one) => one.type === "SpreadElement");
    return isDeclared || isSpread ? [] : [{ call, name }];
  });
}

export const addArgument = family(
  "add-argument",
  {
    seen: [
      "pass {value} to {call}",
      "pass {value} to {call} as the last argument",
      "add {value} as [the|a] last argument [of|to] {call}",
      "hand {value} to {call} as the last argument",
      "call {call} with {value} as [an additional|one more|the last] argument",
      "={call} should [be called with|get] {value} as its last argument",
      "={call} [needs|also needs|also takes] {value}, pass it[ on|]",
      "add [the argument |]{value} to the call of {call}",
      "give {call} {value} as the last argument",
      "={call} takes {value} as its last argument now",
      "pass {value} to {bare}",
      "call {bare} with {value}",
      "={bare} needs {value}, pass it[ on|]",
    ],
    unseen: ["{value} has to go into {call} as well", "append {value} to what {call} is given"],
    weight: 1.3,
  },
  (sample, choose) => {
    const one = choose.pickIfAny(openCalls(sample));
    if (one === undefined) return undefined;
    const { call, name } = one;
    const value = newArgument(sample, choose, call);
    if (call.arguments.some((given) => sample.source(given) === value)) return undefined;
    const draft = sample.draft();
    const closing = to(call) - 1;
    if (call.arguments.length === 0) {
      const text = sample.text.slice(to(call) - 2, to(call));
      if (text !== "()" || choose.chance(0.5)) return undefined;
      draft.appendLeft(closing, value);
      // A call without arguments has no "last" one.
      return edited(sample, draft, { value, bare: name });
    }
    if (!append(sample, draft, call.arguments, closing, value)) return undefined;
    return edited(sample, draft, { value, call: name });
  },
);

function newArgument(sample: Sample, choose: Choices, call: Call): string {
  const { quote } = sample.style;
  const source = choose.pickIfAny(inReach(sample, call));
  const given = new Set(call.arguments.map((one) => sample.source(one)));
  const word = choose.pick(["utf8", "default", "json", "user", "hex", "main", choose.variable(sample)]);
  const other = [
    "true",
    "false",
    "null",
    "0",
    "{}",
    "[]",
    String(choose.between(1, 20)),
    String(choose.pick([100, 500, 1000, 5000])),
    `${quote}${word}${quote}`,
    `{ ${choose.variable(sample)}: ${choose.pick(["true", "false", "0", "10"])} }`,
    "options",
    choose.variable(sample),
    choose.variable(sample),
  ];
  if (source === undefined || given.has(source) || choose.chance(0.35)) return choose.pick(other);
  return choose.pick([source, source, source, `${source}.${choose.variable(sample)}`]);
}

export const removeArgument = family(
  "remove-argument",
  {
    seen: [
      "=don't pass {value} to {call}",
      "=no need to pass {value} to {call}",
      "stop passing {value} to {call}",
      "remove [the argument |]{value} from the call of {call}",
      "drop the argument {value} of {call}",
      "call {call} without {value}",
      "={call} [doesn't take|no longer takes|doesn't need] {value}",
      "={call} should not [be given|get] {value}",
    ],
    unseen: ["{call} can do without {value} as an argument"],
  },
  (sample, choose) => {
    const candidates = openCalls(sample).flatMap(({ call, name }) =>
      call.arguments.flatMap((argument, index) => {
        const value = sample.source(argument);
        const isOne = call.arguments.filter((other) => sample.source(other) === value).length === 1;
        const isShort =
          value.length < 40 && !value.includes("\n") && !/^(Arrow)?Function/.test(argument.type);
        // Removing an argument in the middle moves the others, which is rarely meant.
        const isLast = index === call.arguments.length - 1;
        // Only a setting can be removed as the only argument.
        const leavesSome =
          index > 0 ||
          (/^(Boolean|Null)Literal$|^Object/.test(argument.type) && !/\.(push|unshift)$/.test(name));
        return isOne && isShort && isLast && leavesSome && !leavesUnused(sample, argument)
          ? [{ call, name, argument }]
          : [];
      }),
    );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const draft = sample.draft();
    if (!withoutArgument(sample, draft, one.call, one.argument)) return undefined;
    return edited(sample, draft, { value: sample.source(one.argument), call: one.name });
  },
);

function withoutArgument(
  sample: Sample,
  draft: ReturnType<Sample["draft"]>,
  call: Call,
  argument: Node,
): boolean {
  if (call.arguments.length > 1) return takeOut(sample, draft, call.arguments, argument);
  const before = sample.text[from(argument) - 1];
  if (before !== "(" || sample.text[to(argument)] !== ")" || outerTo(sample.text, argument) !== to(argument))
    return false;
  draft.remove(from(argument), to(argument));
  return true;
}
