import { Choices, capitalized, inWords, joinWords, NOUNS, wordsOf } from "../../choices/index.ts";
import { from, renameBinding, type Sample } from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";
import { functionToArrow } from "../functions/forms.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { orComposed } from "./or-composed.ts";
import { fieldsFor } from "./vocabulary.ts";

/** Returns the states and their setters: `[open, setOpen] = useState(…)`. */
function states(sample: Sample) {
  return sample.all("VariableDeclarator").flatMap(({ id, init }) => {
    if (id.type !== "ArrayPattern" || init?.type !== "CallExpression") return [];
    if (!/^(React\.)?useState$/.test(sample.source(init.callee))) return [];
    const [value, setter] = id.elements;
    if (value?.type !== "Identifier" || setter?.type !== "Identifier") return [];
    return setter.name === `set${capitalized(value.name)}`
      ? [{ value, setter, isBoolean: init.arguments[0]?.type === "BooleanLiteral" }]
      : [];
  });
}

function stateName(choose: Choices, old: string, isBoolean: boolean): string {
  const words = wordsOf(old);
  const [first = "", ...rest] = words;
  if (isBoolean) {
    if (first === "show" && rest.length > 0)
      return joinWords(["is", ...rest, choose.pick(["open", "visible", "shown"])], "camel");
    if (first === "is") return joinWords(/ed$/.test(rest.at(-1) ?? "") ? ["has", ...rest] : rest, "camel");
    return joinWords(["is", ...words], "camel");
  }
  // A vague name gets a meaningful one; a meaningful name gets a more specific one.
  const saysNothing = /^(?:val|value|data|text|num|x|items|str|state|arr|tmp|temp|list|obj|result)$/.test(
    old,
  );
  return joinWords(
    saysNothing
      ? choose.pick([[choose.pick(NOUNS)], [choose.pick(["current", "selected"]), choose.pick(NOUNS)]])
      : choose.pick([
          [choose.pick(["current", "selected", "active", "local"]), ...words],
          ...(words.length > 1 ? [rest, words.slice(0, -1)] : []),
        ]),
    "camel",
  );
}

function renamedState(sample: Sample, choose: Choices): Edit | undefined {
  const one = choose.pickIfAny(states(sample));
  if (!one) return undefined;
  const [value, setter] = [sample.bindings.of(one.value), sample.bindings.of(one.setter)];
  if (!value || !setter) return undefined;
  const fresh = stateName(choose, value.name, one.isBoolean);
  const freshSetter = `set${capitalized(fresh)}`;
  if (!/^[a-z]\w{2,}$/.test(fresh) || sample.mentions(fresh) || sample.mentions(freshSetter))
    return undefined;
  if (/^(default|delete|new|function|class|switch|package|enum|return|case|import|export)$/.test(fresh))
    return undefined;
  const { all, free } = sample.bindings;
  if (
    [value, setter].some(
      ({ name }) => all.filter((other) => other.name === name).length > 1 || free.has(name),
    )
  )
    return undefined;
  const draft = sample.draft();
  renameBinding(sample, draft, value, fresh);
  renameBinding(sample, draft, setter, freshSetter);
  return edited(sample, draft, {
    old: value.name,
    new: fresh,
    setter: setter.name,
    newSetter: freshSetter,
    wordsOld: inWords(value.name),
  });
}

/** Returns a component with one or two states. */
function component(choose: Choices, state: string, isBoolean: boolean): string {
  const { i, s, q } = chooseStyle(choose);
  const [noun = "", other = ""] = distinctNames(choose, 2);
  const setter = `set${capitalized(state)}`;
  const initial = isBoolean
    ? choose.pick(["false", "false", "true"])
    : choose.pick([`${q}${q}`, "0", "null", "[]"]);
  const many = choose.chance(0.3)
    ? [
        `${i}const [${other}, set${capitalized(other)}] = useState(${choose.pick(["null", "0", "false"])})${s}`,
      ]
    : [];
  const effect = choose.chance(0.25)
    ? ["", `${i}useEffect(() => {`, `${i}${i}document.title = String(${state})${s}`, `${i}}, [${state}])${s}`]
    : [];
  const view = isBoolean
    ? choose.pick([
        [
          `<div className="${noun}">`,
          `${i}<button onClick={() => ${setter}(!${state})}>${choose.pick(["Toggle", "Show", "More"])}</button>`,
          `${i}{${state} && <p>{text}</p>}`,
          "</div>",
        ],
        [
          `<section aria-expanded={${state}}>`,
          `${i}<h2 onClick={() => ${setter}((value) => !value)}>{title}</h2>`,
          `${i}{${state} ? children : null}`,
          "</section>",
        ],
      ])
    : choose.pick([
        [
          "<label>",
          `${i}{label}`,
          `${i}<input value={${state}} onChange={(event) => ${setter}(event.target.value)} />`,
          "</label>",
        ],
        [
          `<div>`,
          `${i}<span>{${state}}</span>`,
          `${i}<button onClick={() => ${setter}(${initial})}>Reset</button>`,
          "</div>",
        ],
      ]);
  return [
    `export ${choose.pick(["", "default "])}function ${capitalized(noun)}({ title, text, label, children }) {`,
    `${i}const [${state}, ${setter}] = useState(${initial})${s}`,
    ...many,
    ...effect,
    "",
    `${i}return (`,
    ...view.map((line) => i + i + line),
    `${i})${s}`,
    "}",
  ].join("\n");
}

function madeUpState(choose: Choices): Edit {
  const isBoolean = choose.chance(0.55);
  const old = isBoolean
    ? choose.pick([
        ..."open visible loading active expanded editing busy dirty checked hidden saving dragging pending valid".split(
          " ",
        ),
        ..."menu modal sidebar details preview dropdown popup"
          .split(" ")
          .map((one) => `show${capitalized(one)}`),
        ...distinctNames(choose, 6),
      ])
    : choose.pick([
        ...distinctNames(choose, 6),
        "val",
        "data",
        "text",
        "num",
        "x",
        "items",
        "str",
        "selected",
      ]);
  const fresh = stateName(choose, old, isBoolean);
  const seed = choose.below(1_000_000);
  const before = component(new Choices(seed), old, isBoolean);
  const after = component(new Choices(seed), fresh, isBoolean);
  const setters = [`set${capitalized(old)}`, `set${capitalized(fresh)}`] as const;
  return {
    before,
    after,
    slots: { old, new: fresh, setter: setters[0], newSetter: setters[1], wordsOld: inWords(old) },
    language: "tsx",
  };
}

export const renameState = family(
  "rename-state",
  {
    seen: [
      "rename the state {old} to {new}[, setter too| and its setter| with its setter| (and the setter)]",
      "={new} reads better than {old}, rename the state[ and the setter|]",
      "rename {old}/{setter} to {new}/{newSetter}",
      "call the state {new} instead of {old}, and the setter to match",
      "={old} should be {new}, and {setter} {newSetter}",
      "[rename|change] {old} and {setter} to {new} and {newSetter}",
      "=the {old} state should be called {new}[, same for the setter|, with the setter]",
      "make the state {new} instead of {old}, don't forget the setter",
    ],
    unseen: [
      "I'd sooner have {new} and {newSetter} in the useState line than {old}",
      "the pair {old}, {setter} goes by {new} and {newSetter} from here on",
    ],
    weight: 1.3,
  },
  orComposed(renamedState, madeUpState, 0.03),
);

export const exportArrow = family(
  "export-arrow",
  {
    seen: [
      "export it and make it an arrow function",
      "make it an arrow function and export it",
      "turn this into an exported arrow function",
      "=[should be|make it] an exported const arrow function",
      "arrow function please, and export it",
      "export this as an arrow function",
      "=exported arrow function[ instead|]",
      "use an arrow function[,| and] add the export",
    ],
    unseen: ["other files need it, and we write => everywhere"],
    weight: 0.8,
  },
  (sample, choose) => {
    if (sample.main?.outer.type !== "FunctionDeclaration") return undefined;
    const edit = functionToArrow.apply(sample, choose);
    const start = from(sample.main.outer);
    return edit && { ...edit, after: `${edit.after.slice(0, start)}export ${edit.after.slice(start)}` };
  },
);

/** What an action does to a part of the state. */
const ACTIONS: readonly (readonly [
  verb: string,
  initial: string,
  value: (field: string) => string,
  words: (field: string) => string,
])[] = [
  ["toggle", "false", (field) => `!state.${field}`, (field) => `flip ${inWords(field)}`],
  ["increment", "0", (field) => `state.${field} + 1`, (field) => `add one to ${inWords(field)}`],
  ["decrement", "0", (field) => `state.${field} - 1`, (field) => `take one off ${inWords(field)}`],
  ["clear", "[]", () => "[]", (field) => `make ${inWords(field)} an empty array`],
  ["reset", "0", () => "0", (field) => `set ${inWords(field)} to 0`],
  ["enable", "false", () => "true", (field) => `set ${inWords(field)} to true`],
  ["disable", "false", () => "false", (field) => `set ${inWords(field)} to false`],
  ["remove", "null", () => "null", (field) => `set ${inWords(field)} to null`],
];

export const addAction = family(
  "add-action",
  {
    seen: [
      "add [a|an] {action} action, just {wordsEffect}",
      "={action} needs its own action, [just |it should ]{wordsEffect}",
      "add a case for {action}[ to the reducer|], it should {wordsEffect}",
      "handle {action} [in the reducer|too], {wordsEffect}",
      "=the reducer [can't|should] {action}[ yet|], it should {wordsEffect}",
      "support [a|an|the] {action} action [which should|that should] {wordsEffect}",
      "=on {action} the reducer should {wordsEffect}",
      "dispatching {action} should {wordsEffect}",
    ],
    unseen: ["teach the reducer about {action}, on which it is to {wordsEffect}"],
    weight: 1.2,
  },
  orComposed(
    () => undefined,
    (choose) => {
      // By convention, it goes after the other cases but before the default, and last in the union of actions.
      const { i, s, q } = chooseStyle(choose);
      const [noun = ""] = distinctNames(choose, 1);
      const [verb, initial, valueFor, wordsOfEffect] = choose.pick(ACTIONS);
      const [own, ...others] = fieldsFor(choose, [initial, "null", "null", "null"]);
      const [field = ""] = own ?? [];
      const [value, words] = [valueFor(field), wordsOfEffect(field)];
      const action = choose.chance(0.5) ? verb : joinWords([verb, ...wordsOf(field)], "camel");
      const isTyped = choose.chance(0.6);
      const Name = capitalized(noun);
      const old = others.slice(0, choose.between(1, 3)).map(([other], index) => ({
        type: `${index === 0 ? "set" : "forget"}${capitalized(other)}`,
        value: index === 0 ? `{ ...state, ${other}: action.value }` : `{ ...state, ${other}: null }`,
      }));
      const isFirstValued = (index: number) => (index === 0 ? "; value: string" : "");
      const all = [...old, { type: action, value: `{ ...state, ${field}: ${value} }` }];
      const end = choose.pick([`return state${s}`, `throw new Error(${q}unknown action${q})${s}`]);
      const spread = choose.chance(0.4);
      // If every action has a case, typed reducers often have no default.
      const hasDefault = !isTyped || choose.chance(0.65);
      const write = (list: typeof all) => {
        const members = list.map(({ type }, index) => `{ type: ${q}${type}${q}${isFirstValued(index)} }`);
        const union = spread
          ? `type ${Name}Action =\n${members.map((one) => `${i}| ${one}`).join("\n")}${s}`
          : `type ${Name}Action = ${members.join(" | ")}${s}`;
        return [
          ...(isTyped ? [union, ""] : []),
          `export function ${noun}Reducer(state${isTyped ? `: ${Name}State` : ""}, action${isTyped ? `: ${Name}Action` : ""}) {`,
          `${i}switch (action.type) {`,
          ...list.flatMap((one) => [
            `${i}${i}case ${q}${one.type}${q}:`,
            `${i}${i}${i}return ${one.value}${s}`,
          ]),
          ...(hasDefault ? [`${i}${i}default:`, `${i}${i}${i}${end}`] : []),
          `${i}}`,
          "}",
        ].join("\n");
      };
      return {
        before: write(old),
        after: write(all),
        slots: { action, wordsEffect: words },
        language: "ts",
      };
    },
    0.05,
  ),
);
