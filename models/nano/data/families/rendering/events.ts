import { capitalized, NOUNS, spoken, VERBS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { functionWriter, hand } from "../made-up.ts";
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
      const h = hand(choose);
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
        wordsEffect: `${text} the ${spoken(one)}`,
        wordsEffect2: `${outer === "view" ? "show" : outer} the ${spoken(one)}`,
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
      slots: { handler: call, prop, wordsVerb: isSetter ? "open" : verb, wordsHandler: spoken(call) },
      language: made.language,
    };
  },
);

export const checkedNotValue = composed(
  "checked-not-value",
  {
    seen: [
      "use checked instead of value",
      "=[the|this] checkbox [never toggles|cannot be ticked|does nothing]",
      "=a checkbox has checked, not value",
      "read [e.target.checked|target.checked|checked] [for|of] the checkbox",
      '=the {words} checkbox [always gives|sends] "on"',
      "=ticking {words} [doesn't|does not] work",
      "take the checkbox's checked state",
      "=I get 'on' instead of true [or|/] false",
    ],
    unseen: [
      "=the box for {words} stays as it is, wrong property of the target",
      "=value is the wrong thing to ask a checkbox",
    ],
    weight: 1.2,
  },
  (choose) => {
    const name = choose.pick([
      "accepted",
      "subscribed",
      "remember",
      "isPublic",
      "notify",
      "darkMode",
      "enabled",
      "agreed",
      "newsletter",
      "archived",
      "completed",
      "visible",
    ]);
    const event = choose.pick(["e", "e", "event", "ev"]);
    const target = choose.chance(0.85) ? "target" : "currentTarget";
    const isState = choose.chance(0.4);
    const setter = isState
      ? `set${capitalized(name)}`
      : choose.pick(["onChange", "onToggle", `set${capitalized(name)}`]);
    const made = component(
      choose,
      named(choose, name, ["Checkbox", "Toggle", "Field", "Option"]),
      isState
        ? []
        : [
            { name, type: "boolean" },
            { name: setter, type: "(value: boolean) => void" },
          ],
      isState,
    );
    const { s } = made.h;
    const isLong = choose.chance(0.5);
    const label = capitalized(spoken(name));
    const wrap = around(choose, name);
    const isWrapped = choose.chance(0.4);
    const isHandler = isState && choose.chance(0.35);
    const write = (property: string) => {
      const handler = isHandler ? "handleChange" : `(${event}) => ${setter}(${event}.${target}.${property})`;
      const attributes = ['type="checkbox"', `checked={${name}}`, `onChange={${handler}}`];
      const input = isLong ? ["<input", ...deeper(attributes), "/>"] : [`<input ${attributes.join(" ")} />`];
      const element = ["<label>", ...deeper(input), `  ${label}`, "</label>"];
      const typed = made.isTyped ? `${event}: React.ChangeEvent<HTMLInputElement>` : event;
      const body = isState ? [`const [${name}, ${setter}] = useState(false)${s}`] : [];
      if (isHandler)
        body.push(
          "",
          `const handleChange = (${typed}) => {`,
          `  ${setter}(${event}.${target}.${property})${s}`,
          `}${s}`,
        );
      return made.write(body, isWrapped ? wrap(element) : element);
    };
    return {
      before: write("value"),
      after: write("checked"),
      slots: { words: spoken(name) },
      language: made.language,
    };
  },
);

export const clearAfterSubmit = composed(
  "clear-after-submit",
  {
    seen: [
      "[clear|empty] the {wordsField} [field|input|box] after [submitting|sending|adding]",
      "=the {wordsField} [stays|is still] in the [box|field|input] after I {wordsVerb}, [empty|clear] it",
      "reset {name} [at the end of|after] {handler}",
      "=the [field|input] should be empty[ again|] after {handler}",
      "[clear|reset] {name} after the call of {callback}",
      "=after I {wordsVerb} the old {wordsField} [is still there|remains]",
      "set {name} back to an empty string once it is [sent|submitted|saved]",
      "clear the [input|field|box] [afterwards|when done|after submitting]",
      "reset the {wordsField} [after {handler}|afterwards|when it's done]",
      "reset the [input|field|form] after {callback}",
      "=the [input|field|box] should be [empty|cleared|reset] after I {wordsVerb}",
    ],
    unseen: [
      "=I have to delete the old {wordsField} by hand before the next one",
      "={handler} has to leave an empty {name} behind",
    ],
    weight: 1.5,
  },
  (choose) => {
    const own = thing(choose);
    const name = choose.pick([
      "text",
      "message",
      "value",
      "title",
      "comment",
      "draft",
      "query",
      "input",
      "email",
      own.one,
    ]);
    const setter = `set${capitalized(name)}`;
    const verb = choose.pick(["send", "submit", "add", "save", "post", "invite", "reply"]);
    const handler = choose.pick([verb, `handle${capitalized(verb)}`]);
    const callback = `on${capitalized(verb)}`;
    const isForm = choose.chance(0.4);
    const isAsync = choose.chance(0.3);
    const made = component(
      choose,
      named(choose, own.one, ["Form", "Composer", "Box", "Editor"]),
      [{ name: callback, type: `(${name}: string) => ${isAsync ? "Promise<void>" : "void"}` }],
      true,
    );
    const { s, q } = made.h;
    const typed = isForm ? (made.isTyped ? "e: React.FormEvent" : "e") : "";
    const lines = [
      ...(isForm ? [`e.preventDefault()${s}`] : []),
      ...(choose.chance(0.5) ? [`if (!${name}.trim()) return${s}`] : []),
      `${isAsync ? "await " : ""}${callback}(${choose.pick([name, name, `${name}.trim()`])})${s}`,
    ];
    const field = `<${choose.pick(["input", "input", "textarea"])} value={${name}} onChange={(e) => ${setter}(e.target.value)} />`;
    const jsx = isForm
      ? [`<form onSubmit={${handler}}>`, `  ${field}`, `  <button>${capitalized(verb)}</button>`, "</form>"]
      : [
          `<div className="${choose.pick(NOUNS)}">`,
          `  ${field}`,
          `  <button onClick={${handler}}>${capitalized(verb)}</button>`,
          "</div>",
        ];
    const isFunction = choose.chance(0.4);
    const write = (more: readonly string[]) =>
      made.write(
        [
          `const [${name}, ${setter}] = useState(${q}${q})${s}`,
          "",
          isFunction
            ? `${isAsync ? "async " : ""}function ${handler}(${typed}) {`
            : `const ${handler} = ${isAsync ? "async " : ""}(${typed}) => {`,
          ...deeper([...lines, ...more]),
          isFunction ? "}" : `}${s}`,
        ],
        jsx,
      );
    return {
      before: write([]),
      after: write([`${setter}(${q}${q})${s}`]),
      slots: { name, handler, callback, wordsField: spoken(name), wordsVerb: verb },
      language: made.language,
    };
  },
);

export const textContent = composed(
  "text-content",
  {
    seen: [
      "use textContent instead of innerHTML",
      "=innerHTML with user [text|input] is [xss|unsafe|an XSS hole]",
      "replace innerHTML [by|with] textContent",
      "=no innerHTML [here|please]",
      "=the {words} should be [set|inserted] as [plain |]text, not [as |]HTML",
      "[don't|do not] [interpret|parse] the {words} as HTML",
      "=someone can inject [HTML|a script] through the {words}",
    ],
    unseen: ["=markup in the {words} must show up literally", "close the injection hole that {words} opens"],
    weight: 1,
  },
  (choose) => {
    const own = thing(choose);
    const h = hand(choose);
    const { s, q } = h;
    const element = choose.pick(["el", "element", "node", "box", "label", "target", "toast", `${own.one}El`]);
    const value = choose.pick([own.field, "message", "text", "name", "comment", "title"]);
    const code = choose.pick([value, `${own.one}.${value}`, `${own.one}.${value}`]);
    const parameters = code === value ? value : own.one;
    const write = functionWriter(
      choose,
      h,
      choose.pick(["show", "render", "update", "display"]) + capitalized(own.one),
      parameters,
    );
    const found = choose.pick([
      `document.querySelector(${q}.${own.one.toLowerCase()}${q})`,
      `document.getElementById(${q}${own.one.toLowerCase()}${q})`,
      `document.createElement(${q}${choose.pick(["div", "p", "span", "li"])}${q})`,
    ]);
    const more = [
      `${element}.classList.add(${q}visible${q})${s}`,
      `${element}.hidden = false${s}`,
      `${element}.dataset.state = ${q}open${q}${s}`,
    ];
    const isCreated = found.includes("createElement");
    const first = choose.chance(0.4) ? [choose.pick(more)] : [];
    const last = isCreated
      ? [`document.body.append(${element})${s}`]
      : choose.chance(0.4)
        ? [choose.pick(more.filter((one) => !first.includes(one)))]
        : [];
    const lines = (property: string) => [
      `const ${element} = ${found}${s}`,
      ...first,
      `${element}.${property} = ${code}${s}`,
      ...last,
    ];
    return {
      before: write(lines("innerHTML")),
      after: write(lines("textContent")),
      slots: { words: spoken(value) },
      language: "js",
    };
  },
);
