import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { around, classed, component, deeper, named, neighbour, type Thing, thing } from "./component.ts";

/** Returns the lines of a list element with one row for each entry. */
function rows(choose: Choices, { one, many, field }: Thing, key = ` key={${"ID"}.id}`): string[] {
  const item = choose.chance(0.2) ? (one[0] as string) : one;
  const [outer, row] = choose.pick([
    ["ul", "li"],
    ["ul", "li"],
    ["ol", "li"],
    ["div", ""],
  ] as const);
  const keyed = key.replace("ID", item);
  const inner =
    row === "" || choose.chance(0.3)
      ? [`    <${capitalized(one)}Row${keyed} ${one}={${item}} />`]
      : choose.chance(0.5)
        ? [`    <li${keyed}>{${item}.${field}}</li>`]
        : [`    <li${keyed}>`, `      <strong>{${item}.${field}}</strong>`, "    </li>"];
  const parameter = choose.chance(0.85) ? `(${item})` : item;
  return [
    `<${outer}${classed(choose, many)}>`,
    `  {${many}.map(${parameter} => (`,
    ...inner,
    "  ))}",
    `</${outer}>`,
  ];
}

/** Returns lines that are rendered only if a test is true. */
function onlyWhen(test: string, lines: readonly string[]): string[] {
  return lines.length === 1 ? [`{${test} && ${lines[0]}}`] : [`{${test} && (`, ...deeper(lines), ")}"];
}

export const hideWhenEmpty = composed(
  "hide-when-empty",
  {
    seen: [
      "hide the {wordsTarget} [when|if] there are no {wordsMany}",
      "[don't|do not] [show|render] the {wordsTarget} [when|if] {many} is empty",
      "only [show|render] the {wordsTarget} [when|if] there are {wordsMany}",
      "[show|render] the {wordsTarget} only when {many} is not empty",
      "=no {wordsMany}, no {wordsTarget}",
      "=the {wordsTarget} should [not be there|be hidden] without {wordsMany}",
      "render the {wordsTarget} conditionally: {many}.length > 0",
      "=why is there a {wordsTarget} when I have no {wordsMany}?",
      "=can the {wordsTarget} disappear when [there are no {wordsMany}|{many} is empty]?",
    ],
    unseen: [
      "an empty {many} should make the {wordsTarget} go away",
      "=the {wordsTarget} makes no sense for zero {wordsMany}",
    ],
    weight: 2,
  },
  (choose) => {
    const own = thing(choose);
    const { many } = own;
    const props = [{ name: many, type: `${capitalized(own.one)}[]` }];
    const tag = choose.pick(["h1", "h2", "h2", "h3", "h4"]);
    const kind = choose.below(5);
    const heading = `<${tag}${classed(choose, "title", 0.3)}>${capitalized(`${choose.pick(["your ", "my ", "recent ", "all ", ""])}${inWords(many)}`)}</${tag}>`;
    const label = choose.pick(["Clear all", "Delete all", "Export", "Download", "Select all", "Print"]);
    const handler = `on${label.replace(/ a/, "A")}`;
    const button = `<button${choose.chance(0.5) ? ' type="button"' : ""} onClick={${handler}}>${label}</button>`;
    if (kind === 1) props.push({ name: handler, type: "() => void" });
    const list =
      kind === 4
        ? [`<${named(choose, own.one, ["Table", "List", "Grid"])} ${many}={${many}} />`]
        : rows(choose, own);
    const target = kind === 0 || kind === 2 ? [heading] : kind === 1 ? [button] : list;
    const words = [
      choose.pick(["heading", "title", tag, "headline", "heading"]),
      choose.pick(["button", `${label.toLowerCase()} button`]),
      choose.pick(["heading", "title", "heading"]),
      "list",
      inWords(/<(\w+)/.exec(list[0] ?? "")?.[1] ?? ""),
    ][kind] as string;
    const wrap = around(choose, many, /<h\d|<header/);
    const write = (isBefore: boolean): string[] => {
      const shown = isBefore ? target : onlyWhen(`${many}.length > 0`, target);
      if (target === list) return wrap([heading, ...shown]);
      return kind === 1 ? wrap([...list, ...shown]) : wrap([...shown, ...list]);
    };
    const made = component(
      choose,
      named(choose, many, ["", "List", "Panel", "View", "Page", "Section"]),
      props,
    );
    return {
      before: made.write([], write(true)),
      after: made.write([], write(false)),
      slots: { wordsTarget: words, wordsMany: inWords(many), many },
      language: made.language,
    };
  },
);

export const showWhenEmpty = composed(
  "show-when-empty",
  {
    seen: [
      "show {text} [if|when] there are no {wordsMany}",
      "[show|render|display] {text} when {many} is empty",
      "=if there are no {wordsMany}, show {text}",
      "=empty {many} should [show|render|say] {text}",
      "add an empty state: {text}",
      "return a <p> with {text} [if|when] {many} is empty",
      "=without {wordsMany} it should [say|read] {text}",
      "=[nothing|just a blank area] is shown when I have no {wordsMany}, [it should say|say] {text}",
      "show {text} for an empty {many}",
    ],
    unseen: [
      "=people without {wordsMany} stare at nothing, tell them {text}",
      "an empty state for {many} that reads {text}",
    ],
    weight: 2,
  },
  (choose) => {
    // By convention, the component returns a paragraph early.
    const own = thing(choose);
    const { many } = own;
    const noun = inWords(many);
    const text = choose.pick([
      `No ${noun}`,
      `No ${noun} yet`,
      `No ${noun} found`,
      `You have no ${noun}`,
      `There are no ${noun} yet`,
      "Nothing here yet",
      "No results",
      "Nothing found",
      "Nothing to show",
      `Your ${noun} will appear here`,
      "All done!",
    ]);
    const list = rows(choose, own);
    const made = component(
      choose,
      named(choose, many, ["", "List", "Panel", "View", "Feed"]),
      [{ name: many, type: `${capitalized(own.one)}[]` }],
      true,
    );
    const guard = [`if (${many}.length === 0) {`, `  return <p>${text}</p>${made.h.s}`, "}"];
    return {
      before: made.write([], list),
      after: made.write(guard, list),
      slots: { text, wordsMany: noun, many },
      language: made.language,
    };
  },
);

export const strayZero = composed(
  "stray-zero",
  {
    seen: [
      "=it [shows|prints|renders] a 0 when there are no {wordsMany}",
      "=a 0 [is rendered|appears|shows up] when {count} is [0|zero]",
      "[compare|check] {count} with > 0 instead of [using it|relying on it] as the condition",
      "use {count} > 0 [in|for] the [condition|&&]",
      "fix the stray 0",
      "[don't|do not] [render|show] [a|the] 0 when there are no {wordsMany}",
      "=why is there a 0 [on the page|on the screen] when I have no {wordsMany}?",
      "=React renders the 0 of {count} &&",
      "=there's a 0 on [the screen|the page] when [there are no {wordsMany}|{count} is 0]",
    ],
    unseen: [
      "=with zero {wordsMany} there is a lonely 0",
      "make the condition on {count} a boolean, numbers leak into the page",
    ],
    weight: 1.6,
  },
  (choose) => {
    const own = thing(choose);
    const isLength = choose.chance(0.5);
    const base = isLength
      ? own.many
      : choose.pick([`${own.one}Count`, `num${capitalized(own.many)}`, `unread${capitalized(own.many)}`]);
    const count = isLength ? `${own.many}.length` : base;
    const lines = choose.pick<string[]>([
      [`<span className="badge">{${count}}</span>`],
      [`<Badge>{${count}}</Badge>`],
      [`<p>{${count}} ${inWords(own.many)}</p>`],
      [`<${capitalized(own.one)}Summary count={${count}} />`],
      [
        `<div className="${choose.pick(["count", "bubble", "pill"])}">`,
        `  {${count}} ${inWords(own.many)}`,
        "</div>",
      ],
      [
        "<section>",
        `  <h3>${capitalized(inWords(own.many))}</h3>`,
        `  <Counter value={${count}} />`,
        "</section>",
      ],
    ]);
    const wrap = around(choose, own.one);
    const made = component(
      choose,
      named(choose, own.one, ["Badge", "Header", "Bell", "Bar", "Counter", "Menu"]),
      [
        { name: base, type: isLength ? `${capitalized(own.one)}[]` : "number" },
        ...(choose.chance(0.3) ? [{ name: "title", type: "string" }] : []),
      ],
    );
    const write = (test: string) => made.write([], wrap(onlyWhen(test, lines)));
    return {
      before: write(count),
      after: write(`${count} > 0`),
      slots: { wordsMany: inWords(own.many), count },
      language: made.language,
    };
  },
);

export const renderNothing = composed(
  "render-nothing",
  {
    seen: [
      "render nothing [if|when] there is no {words}",
      "return null [if|when] {name} is [missing|null|undefined|not there]",
      "=if there is no {words}, render nothing",
      "=it [crashes|blows up] when {name} is [null|undefined], render nothing then",
      "[don't|do not] render anything without {article} {words}",
      "=no {words}: return null",
      "=the component should return null [until|unless] {name} is there",
      "add an early return null for a missing {name}",
    ],
    unseen: [
      "=while {name} is still missing there is nothing to see",
      "a component without {article} {words} should stay empty",
    ],
    weight: 1.5,
  },
  (choose) => {
    const own = thing(choose);
    const { one, field } = own;
    const name = choose.chance(0.6)
      ? one
      : choose.pick(["user", "profile", "account", "selected", "current"]) + capitalized(one);
    const type = capitalized(one);
    const others = [choose.pick(["status", "owner", "date", "price", "city", "email"])];
    const wrap = around(choose, name);
    const lines = choose.pick<string[]>([
      [`<h1>{${name}.${field}}</h1>`],
      [`<h2>{${name}.${field}}</h2>`, `<p>{${name}.${others[0]}}</p>`],
      [`<dt>{${name}.${field}}</dt>`, `<dd>{${name}.${others[0]}}</dd>`],
      [`<Avatar src={${name}.image} />`, `<span>{${name}.${field}}</span>`],
    ]);
    const jsx = lines.length === 1 && choose.chance(0.5) ? lines : wrap(lines);
    const made = component(
      choose,
      named(choose, one, ["Card", "Details", "Header", "View", "Preview"]),
      [{ name, type: `${type} | ${choose.pick(["null", "undefined"])}` }],
      true,
    );
    return {
      before: made.write([], jsx),
      after: made.write([`if (!${name}) return null${made.h.s}`], jsx),
      slots: { name, words: inWords(name), article: /^[aeio]/.test(name) ? "an" : "a" },
      language: made.language,
    };
  },
);

export const addKey = composed(
  "add-key",
  {
    seen: [
      "add [a key|the missing key|keys]",
      "=[React|the console] [complains|warns] about missing keys",
      "add the missing key to the [mapped |][elements|list items]",
      '=warning: each child in a list should have a unique "key" prop',
      "use {key} as [the |]key",
      "give [every|each] {wordsOne} a key",
      "=the {wordsMany} need keys",
      "add a key [prop |]to the elements in the map",
      "add a key [prop|attribute][ to each {wordsOne}| to the {wordsMany}|]",
    ],
    unseen: ["=react/jsx-key fails on the {wordsMany}", "identify every {wordsOne} in the list by {key}"],
    weight: 2,
  },
  (choose) => {
    // By convention, the `id` shown in the code, or the entry itself if it is a string, before all other attributes.
    const own = thing(choose);
    const { one, many, field } = own;
    const item = choose.chance(0.25) ? (one[0] as string) : one;
    const isText = choose.chance(0.25);
    const id = choose.pick(["id", "id", "id", "id", "slug", "uuid", "_id"]);
    const key = isText ? item : `${item}.${id}`;
    const show = isText ? `{${item}}` : `{${item}.${field}}`;
    const handler = `on${choose.pick(["Select", "Open", "Remove", "Pick"])}`;
    const type = capitalized(one);
    const made = component(choose, named(choose, many, ["List", "Table", "Menu", "Picker", "Panel"]), []);
    const isDeclared = !isText && made.isTyped && choose.chance(0.6);
    const isUsed = !isText && (!isDeclared || choose.chance(0.2));
    const uses = choose.below(3);
    const use = isUsed
      ? [` onClick={() => ${handler}(${item}.${id})}`, ` id={${item}.${id}}`, ` data-id={${item}.${id}}`][
          uses
        ]
      : "";
    const plain = isText ? `value={${item}}` : `${one}={${item}}`;
    const shapes: ((key: string) => string[])[] = [
      (k) => [`<li${k}${use}>${show}</li>`],
      (k) => [`<li${k}${use}>`, `  <span>${show}</span>`, "</li>"],
      (k) => [`<option${k} value={${key}}>${show}</option>`],
      (k) => [`<${capitalized(one)}Row${k} ${plain}${use} />`],
      (k) => [`<Chip${k}${use} label=${show} />`],
      (k) => [`<tr${k}${use}>`, `  <td>${show}</td>`, "</tr>"],
      (k) => [`<td${k}${use}>${show}</td>`],
      (k) => [`<div${k} className="${one.toLowerCase()}"${use}>`, `  ${show}`, `  <Arrow />`, "</div>"],
    ];
    const shape = choose.pick(shapes);
    const isOption = shape === shapes[2];
    const outer = isOption
      ? "select"
      : shape === shapes[5]
        ? "tbody"
        : shape === shapes[6]
          ? "tr"
          : /^<(Chip|div)/.test(shape("")[0] ?? "")
            ? "div"
            : choose.pick(["ul", "ol", "ul"]);
    const parameter = choose.chance(0.85) ? `(${item})` : item;
    const attribute = classed(choose, many, 0.4);
    const first = choose.chance(0.2) && outer === "div" ? neighbour(choose, /^$/) : undefined;
    const jsx = (k: string): string[] => [
      `<${outer}${attribute}>`,
      ...(first ? [`  ${first}`] : []),
      `  {${many}.map(${parameter} => (`,
      ...deeper(shape(k), 2),
      "  ))}",
      `</${outer}>`,
    ];
    const props = [
      { name: many, type: isText ? "string[]" : `${type}[]` },
      ...(isUsed && uses === 0 && !isOption ? [{ name: handler, type: "(id: string) => void" }] : []),
    ];
    const declared = isDeclared
      ? `type ${type} = { ${id}: ${choose.pick(["string", "number"])}; ${field}: string };\n\n`
      : "";
    return {
      before: declared + made.write([], jsx(""), props),
      after: declared + made.write([], jsx(` key={${key}}`), props),
      slots: { wordsOne: inWords(one), wordsMany: inWords(many), key },
      language: made.language,
    };
  },
);
