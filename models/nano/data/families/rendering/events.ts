import { capitalized, inWords, VERBS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";
import { around, classed, component, deeper, named, type Prop, thing } from "./component.ts";

export const preventDefault = composed(
  "prevent-default",
  {
    seen: [
      "=the page reloads when [I|you|people] [submit|hit submit|press enter], [stop that|prevent it]",
      "call preventDefault[ first| in the submit handler|]",
      "add preventDefault to {name}",
      "prevent the [default|page reload|browser's default] on submit",
      "=submitting [reloads|refreshes] the page",
      "=preventDefault is missing[| in {name}]",
      "stop the form from [reloading the page|submitting natively]",
      "=the [page|browser] should not [reload|navigate away] on submit",
      "add [e.|event.|a |]preventDefault",
    ],
    unseen: [
      "=the browser sends the form itself before {name} is through",
      "keep the browser from handling the submit",
    ],
    weight: 1.8,
  },
  (choose) => {
    const own = thing(choose);
    const { one } = own;
    const event = choose.pick(["e", "e", "event", "evt"]);
    const name = choose.pick([
      "handleSubmit",
      "handleSubmit",
      "onSubmit",
      "submit",
      `submit${capitalized(one)}`,
      `save${capitalized(one)}`,
    ]);
    const isAsync = choose.chance(0.4);
    const callback = choose.pick([
      `on${capitalized(choose.pick(VERBS))}`,
      `save${capitalized(one)}s`,
      "onDone",
    ]);
    const value = choose.pick(["text", "email", "value", "name", "query", own.field]);
    const setter = `set${capitalized(value)}`;
    const isPlain = choose.chance(0.25);
    if (isPlain) {
      const h = chooseStyle(choose);
      const { s, q } = h;
      const write = functionWriter(choose, h, name, event);
      const lines = [
        `const data = new FormData(${event}.target)${s}`,
        `${isAsync ? "await " : ""}${callback}(data.get(${q}${value}${q}))${s}`,
      ];
      return {
        before: write(lines, isAsync),
        after: write([`${event}.preventDefault()${s}`, ...lines], isAsync),
        slots: { name },
        language: "js",
      };
    }
    const made = component(
      choose,
      named(choose, one, ["Form", "Dialog", "Editor", "Box"]),
      [{ name: callback, type: `(${value}: string) => ${isAsync ? "Promise<void>" : "void"}` }],
      true,
    );
    const { s, q } = made.h;
    const typed = made.isTyped
      ? `${event}: ${choose.pick(["React.FormEvent<HTMLFormElement>", "FormEvent", "React.FormEvent"])}`
      : event;
    const inside = [
      ...(choose.chance(0.3) ? [`if (!${value}) return${s}`] : []),
      `${isAsync ? "await " : ""}${callback}(${value})${s}`,
      ...(choose.chance(0.5) ? [`${setter}(${q}${q})${s}`] : []),
    ];
    const isFunction = choose.chance(0.4);
    const jsx = [
      `<form${classed(choose, `${one}-form`, 0.3)} onSubmit={${name}}>`,
      `  <input value={${value}} onChange={(e) => ${setter}(e.target.value)} />`,
      `  <button>${choose.pick(["Save", "Send", "Add", "Subscribe", "Search"])}</button>`,
      "</form>",
    ];
    const write = (lines: readonly string[]) =>
      made.write(
        [
          `const [${value}, ${setter}] = useState(${q}${q})${s}`,
          "",
          isFunction
            ? `${isAsync ? "async " : ""}function ${name}(${typed}) {`
            : `const ${name} = ${isAsync ? "async " : ""}(${typed}) => {`,
          ...deeper(lines),
          isFunction ? "}" : `}${s}`,
        ],
        jsx,
      );
    return {
      before: write(inside),
      after: write([`${event}.preventDefault()${s}`, ...inside]),
      slots: { name },
      language: made.language,
    };
  },
);

export const stopPropagation = composed(
  "stop-propagation",
  {
    seen: [
      "=clicking the {wordsInner} also {wordsEffect}[, stop that|]",
      "stop the propagation of the {wordsInner} click",
      "call stopPropagation in the {wordsInner} handler",
      "=the click on the {wordsInner} [bubbles|goes through] to the {wordsOuter}",
      "=only the {wordsInner} handler should run when I click it",
      "[don't|do not] let clicks on the {wordsInner} bubble[ up|]",
      "=stopPropagation is missing[| in the {wordsInner} handler]",
      "=why does clicking the {wordsInner} [also |]{wordsEffect2}?",
      "add the missing stopPropagation",
      "stop the event from bubbling [up|to the {wordsOuter}]",
    ],
    unseen: [
      "=the {wordsOuter} must not notice a click on the {wordsInner}",
      "=the {wordsInner} triggers its parent too",
    ],
    weight: 1.4,
  },
  (choose) => {
    const own = thing(choose);
    const { one, field } = own;
    const [outer, text] = choose.pick([
      ["open", "opens"],
      ["select", "selects"],
      ["expand", "expands"],
      ["view", "shows"],
    ] as const);
    const inner = choose.pick(["delete", "star", "remove", "edit", "like", "pin", "archive", "share"]);
    const event = choose.pick(["e", "e", "event"]);
    const [tag, out] = choose.pick([
      ["div", "card"],
      ["li", "row"],
      ["tr", "row"],
      ["article", "card"],
    ] as const);
    const made = component(choose, named(choose, one, ["Card", "Row", "Tile"]), [
      { name: one, type: capitalized(one) },
      { name: `on${capitalized(outer)}`, type: "(id: string) => void" },
      { name: `on${capitalized(inner)}`, type: "(id: string) => void" },
    ]);
    const { s } = made.h;
    const more = choose.chance(0.25) ? [`  track("${inner}")${s}`] : [];
    const isLong = choose.chance(0.4);
    const cell = tag === "tr";
    const write = (stop: readonly string[]) => {
      const handler = [
        `(${event}) => {`,
        ...deeper(stop),
        `  on${capitalized(inner)}(${one}.id)${s}`,
        ...more,
        "}",
      ];
      const button = isLong
        ? [
            "<button",
            `  className="${inner}"`,
            `  onClick={${handler[0]}`,
            ...handler.slice(1, -1).map((one) => `  ${one}`),
            "  }}",
            ">",
            `  ${capitalized(inner)}`,
            "</button>",
          ]
        : [`<button onClick={${handler[0]}`, ...handler.slice(1, -1), `}}>${capitalized(inner)}</button>`];
      const cells = cell
        ? [`<td>{${one}.${field}}</td>`, "<td>", ...deeper(button), "</td>"]
        : [`<h4>{${one}.${field}}</h4>`, ...button];
      return made.write(
        [],
        [
          `<${tag} className="${one.toLowerCase()}" onClick={() => on${capitalized(outer)}(${one}.id)}>`,
          ...deeper(cells),
          `</${tag}>`,
        ],
      );
    };
    return {
      before: write([]),
      after: write([`${event}.stopPropagation()${s}`]),
      slots: {
        wordsInner: `${inner} button`,
        wordsEffect: `${text} the ${inWords(one)}`,
        wordsEffect2: `${outer === "view" ? "show" : outer} the ${inWords(one)}`,
        wordsOuter: out,
      },
      language: made.language,
    };
  },
);

export const handlerCalled = composed(
  "handler-called",
  {
    seen: [
      "=the {wordsHandler} [fires|runs|is called] [on|during|as soon as it] render[s|]",
      "=it {wordsVerb}s [right away|as soon as it renders|without a click]",
      "pass a function to {prop} instead of calling it",
      "[don't|do not] call {handler} [while|during] rendering",
      "wrap the {handler} call in an arrow function",
      "=the {wordsVerb} [happens|fires] [on|at] [render|load], not on click",
      "={prop} should [get|be] a function[, not the result of the call|]",
      "=too many re-renders: {handler} is called in {prop}",
      "wrap {prop} in an arrow function",
    ],
    unseen: ["=nobody has clicked yet, but {handler} has run", "make {prop} lazy, it runs {handler} at once"],
    weight: 1.6,
  },
  (choose) => {
    const own = thing(choose);
    const { one, many } = own;
    const verb = choose.pick([
      "delete",
      "remove",
      "select",
      "open",
      "edit",
      "archive",
      "toggle",
      "add",
      "close",
    ]);
    const isInList = choose.chance(0.6);
    const handler = choose.pick([
      `on${capitalized(verb)}`,
      `handle${capitalized(verb)}`,
      verb === "delete" ? "deleteOne" : verb,
      `${verb}${capitalized(one)}`,
    ]);
    const isSetter = choose.chance(0.15);
    const call = isSetter ? "setOpen" : handler;
    const argument = isSetter
      ? choose.pick(["true", "false"])
      : isInList || choose.chance(0.5)
        ? `${one}.id`
        : choose.pick(["", "", one]);
    const prop = choose.pick(["onClick", "onClick", "onClick", "onPress", "onMouseEnter", "onDoubleClick"]);
    const label = capitalized(verb);
    const tag = prop === "onPress" ? "Button" : "button";
    const attribute = classed(choose, verb, 0.3);
    const isLast = choose.chance(0.5);
    const button = (value: string) =>
      `<${tag}${isLast ? attribute : ""} ${prop}={${value}}${isLast ? "" : attribute}>${label}</${tag}>`;
    const props: Prop[] = [
      isInList ? { name: many, type: `${capitalized(one)}[]` } : { name: one, type: capitalized(one) },
      { name: call, type: isSetter ? "(value: boolean) => void" : "(id: string) => void" },
    ];
    const made = component(
      choose,
      named(choose, isInList ? many : one, ["List", "Table", "Card", "Panel"]),
      props,
    );
    const wrap = around(choose, one, /button/);
    const jsx = (value: string) =>
      isInList
        ? [
            "<ul>",
            `  {${many}.map((${one}) => (`,
            `    <li key={${one}.id}>`,
            `      {${one}.${own.field}}`,
            `      ${button(value)}`,
            "    </li>",
            "  ))}",
            "</ul>",
          ]
        : wrap([`<strong>{${one}.${own.field}}</strong>`, button(value)]);
    return {
      before: made.write([], jsx(`${call}(${argument})`)),
      after: made.write([], jsx(`() => ${call}(${argument})`)),
      slots: { handler: call, prop, wordsVerb: isSetter ? "open" : verb, wordsHandler: inWords(call) },
      language: made.language,
    };
  },
);
