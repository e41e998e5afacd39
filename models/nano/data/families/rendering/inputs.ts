import { capitalized, inWords, NOUNS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { around, component, deeper, named, thing } from "./component.ts";

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
    const label = capitalized(inWords(name));
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
      slots: { words: inWords(name) },
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
      slots: { name, handler, callback, wordsField: inWords(name), wordsVerb: verb },
      language: made.language,
    };
  },
);
