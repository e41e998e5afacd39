import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { component, deeper, named, type Prop, thing } from "./component.ts";

/** Returns a component that wraps its children, with its class. */
function box(choose: Choices) {
  const own = thing(choose);
  const tag = choose.pick(["div", "div", "section", "button", "span", "article", "a", "li"]);
  const children: Prop = { name: "children", type: choose.pick(["React.ReactNode", "ReactNode"]) };
  const first = choose.pick<Prop[]>([
    [{ name: "title", type: "string" }],
    [{ name: "label", type: "string" }],
    [{ name: own.one, type: capitalized(own.one) }],
    [],
  ]);
  const [prop] = first;
  const content = [
    ...(prop
      ? [
          prop.name === own.one && prop.name !== "title" && prop.name !== "label"
            ? `<strong>{${own.one}.${own.field}}</strong>`
            : `<h4>{${prop.name}}</h4>`,
        ]
      : []),
    "{children}",
  ];
  const name = named(choose, own.one, ["Card", "Box", "Button", "Panel", "Badge"]);
  return { own, tag, content, name, props: [...first, children] };
}

export const classNameThrough = composed(
  "class-name-prop",
  {
    seen: [
      "[accept|take] a className prop",
      "let callers pass a className[| too]",
      "add a className prop to {name}",
      "=callers [need|want] to [add|pass] their own class[Name|]",
      "=I [can't|cannot] style {name} from outside, [take|accept] a className",
      "support className on {name}",
      "pass className through to the {tag}",
      "forward className to the {tag}",
    ],
    unseen: ["=a class given from outside should land on the {tag}", "{name} ought to know className"],
    weight: 1.4,
  },
  (choose) => {
    // By convention, an optional last prop, appended to the existing class with the helper in use.
    const { own, tag, content, name, props } = box(choose);
    const base = choose.chance(0.6) ? inWords(own.one).replace(" ", "-") : "card";
    const kind = choose.below(3);
    const helper = choose.pick(["clsx", "cn", "classNames", "cx"]);
    const made = component(choose, name, props);
    const { q } = made.h;
    const jsx = (attribute: string) => [`<${tag}${attribute}>`, ...deeper(content), `</${tag}>`];
    const [old, fresh] = [
      [` className={${helper}(${q}${base}${q})}`, ` className={${helper}(${q}${base}${q}, className)}`],
      [
        ` className={${helper}(${q}${base}${q}, ${q}rounded${q})}`,
        ` className={${helper}(${q}${base}${q}, ${q}rounded${q}, className)}`,
      ],
      ["", " className={className}"],
    ][kind] as [string, string];
    const optional = (code: string) => code.replace(/\bclassName: string/g, "className?: string");
    return {
      before: made.write([], jsx(old)),
      after: optional(made.write([], jsx(fresh), [...props, { name: "className", type: "string" }])),
      slots: { name, tag },
      language: made.language,
    };
  },
);

export const restThrough = composed(
  "rest-props",
  {
    seen: [
      "pass the [remaining|other|rest of the] props [through |on |]to the {tag}",
      "spread the rest of the props [on|onto] the {tag}",
      "forward [all other|the remaining] props to the {tag}",
      "=other props [get lost|are dropped], pass them to the {tag}",
      "=onClick, data-testid etc should end up on the {tag}",
      "add ...rest and spread it [on|onto] the {tag}",
      "=I [can't|cannot] pass [onClick|an id|aria attributes] to {name}, forward the rest",
      "add ...rest[ to the props|]",
      "let {name} take [any|other] [{tag} |]props[ too|]",
    ],
    unseen: ["=whatever else {name} gets belongs on the {tag}", "take the leftover props along to the {tag}"],
    weight: 1.4,
  },
  (choose) => {
    // By convention, `rest`, spread after the other attributes.
    const { own, tag, content, name, props } = box(choose);
    const made = component(choose, name, props);
    const attribute = choose.pick([
      ` className="${own.one.toLowerCase()}"`,
      ' className="btn"',
      "",
      ` className="${tag}"`,
    ]);
    const type = `${capitalized(own.one)}${choose.pick(["ButtonProps", "BoxProps", "Attributes"])}`;
    const isTyped = made.isTyped;
    const jsx = (more: string) => [`<${tag}${attribute}${more}>`, ...deeper(content), `</${tag}>`];
    // A listed props type would have to be extended, too, so typed components use a type declared elsewhere.
    const plain = (code: string) =>
      isTyped
        ? code
            .replace(/^(?:interface|type) \w+Props[\s\S]*?\n\};?\n\n/, "")
            .replace(/\}: (?:\{[^}]*\}|\w+Props)\)/, `}: ${type})`)
        : code;
    const withRest = (code: string) => code.replace(/\{ ([^}]*) \}(?=\)|: )/, "{ $1, ...rest }");
    return {
      before: plain(made.write([], jsx(""))),
      after: withRest(plain(made.write([], jsx(" {...rest}")))),
      slots: { name, tag },
      language: made.language,
    };
  },
);

export const classWhen = composed(
  "class-when",
  {
    seen: [
      "add the class {cls} [when|if] {flag}",
      "add {cls} [when|if] {flag} is [true|set]",
      "=the {tag} should [have|get] the class {cls} [when|if] {flag}",
      "=when {flag}, the class [should be|is] {cls} [too|as well]",
      "=[highlight|mark] it when it is {words}, the class is {cls}",
      "toggle the class {cls} [by|on] {flag}",
      "=the {words} one should stand out, class {cls}",
      "give the {tag} {cls} as a class when {flag}",
      "put {cls} on the {tag} [when|if] [it's|it is] {words}",
      "=make it look {words} when {flag}, class is {cls}",
      "=make it [red|green|bold|grey|stand out] when it's {words}, class is {cls}",
    ],
    unseen: [
      "=one cannot see which is {words}: there is a class {cls} for that",
      "={flag} decides whether {cls} is among the classes",
    ],
    weight: 1.4,
  },
  (choose) => {
    const own = thing(choose);
    const [flag, words] = choose.pick([
      ["active", "active"],
      ["isActive", "active"],
      ["selected", "selected"],
      ["isSelected", "selected"],
      ["disabled", "disabled"],
      ["open", "open"],
      ["isOpen", "open"],
      ["unread", "unread"],
      ["expired", "expired"],
      ["done", "done"],
      ["isNew", "new"],
      ["current", "current"],
      ["error", "wrong"],
      ["error", "invalid"],
      ["hasError", "invalid"],
      ["invalid", "invalid"],
      ["isOverdue", "overdue"],
    ] as const);
    const cls = choose.pick([
      words,
      words,
      `is-${words}`,
      `${own.one.toLowerCase()}--${words}`,
      "highlight",
      "muted",
    ]);
    const base = choose.pick([own.one.toLowerCase(), "row", "card", "btn", "tab"]);
    const tag = choose.pick(["li", "div", "button", "tr", "span", "a"]);
    const helper = choose.pick(["clsx", "cn", "classNames"]);
    const kind = choose.below(4);
    const made = component(choose, named(choose, own.one, ["Row", "Item", "Tab", "Card"]), [
      { name: own.one, type: capitalized(own.one) },
      { name: flag, type: "boolean" },
    ]);
    const { q } = made.h;
    // By convention, an existing helper gets another argument; otherwise a template literal with a ternary.
    const [old, fresh] =
      kind === 0
        ? [`{${helper}(${q}${base}${q})}`, `{${helper}(${q}${base}${q}, ${flag} && ${q}${cls}${q})}`]
        : [
            kind === 1 ? `{\`${base}\`}` : `"${base}"`,
            `{\`${base} \${${flag} ? ${q}${cls}${q} : ${q}${q}}\`}`,
          ];
    const content = choose.chance(0.5)
      ? [`{${own.one}.${own.field}}`]
      : [`<Icon />`, `<span>{${own.one}.${own.field}}</span>`];
    const jsx = (value: string) => [`<${tag} className=${value}>`, ...deeper(content), `</${tag}>`];
    return {
      before: made.write([], jsx(old)),
      after: made.write([], jsx(fresh)),
      slots: { flag, cls, tag, words },
      language: made.language,
    };
  },
);
