import { type Choices, capitalized, joinWords, NOUNS, spoken } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { around, classed, component, named, type Prop, thing } from "./component.ts";

/** The same element without and with something more behind its attributes. */
interface Target {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An opening tag and its rest, the attributes on lines of their own where there are many. */
function tag(
  name: string,
  attributes: readonly string[],
  rest: readonly string[],
  isLong: boolean,
): string[] {
  const own = attributes.filter((one) => one !== "");
  const short = isLong && rest.length === 1 ? /^>(.+)(<\/\w+>)$/.exec(rest[0] ?? "") : undefined;
  const [end = "", ...more] = short ? [">", `  ${short[1]}`, short[2] as string] : rest;
  if (isLong && own.length > 1)
    return [`<${name}`, ...own.map((one) => `  ${one}`), end.replace(/^ /, ""), ...more];
  return [`<${[name, ...own].join(" ")}${end}`, ...more];
}

/** The convention: what is added comes last. */
function withMore(
  choose: Choices,
  name: string,
  attributes: readonly string[],
  more: readonly string[],
  rest: readonly string[],
): Target {
  const count = attributes.filter((one) => one !== "").length;
  const isLong = count > 2 ? choose.chance(0.5) : count === 2 && choose.chance(0.15);
  return {
    before: tag(name, attributes, rest, isLong),
    after: tag(name, [...attributes, ...more], rest, isLong),
  };
}

/** A component around a target. */
function shown(
  choose: Choices,
  name: string,
  target: Target,
  props: readonly Prop[],
  without: RegExp,
  more: readonly string[] = [],
) {
  const wrap = around(choose, name, without);
  const isLast = choose.chance(0.5);
  const inside = (lines: readonly string[]) => wrap(isLast ? [...more, ...lines] : [...lines, ...more]);
  const made = component(
    choose,
    named(choose, name, ["Bar", "Header", "Form", "Panel", "Dialog", "Card", "Footer"]),
    props,
  );
  return {
    before: made.write([], inside(target.before)),
    after: made.write([], inside(target.after)),
    language: made.language,
  };
}

const ICON_ACTIONS =
  `Close:X Close:Close Search:Search Delete:Trash Edit:Pencil Menu:Menu Next:ChevronRight Previous:ChevronLeft
Settings:Gear Play:Play Pause:Pause Share:Share Refresh:Refresh Help:Question Add:Plus Like:Heart Mute:Speaker Copy:Clipboard
Download:Arrow Print:Printer Filter:Funnel Back:ArrowLeft Expand:Chevron Remove:Minus Star:Star`
    .split(/\s+/)
    .map((one) => one.split(":") as [string, string]);

export const ariaLabel = composed(
  "aria-label",
  {
    seen: [
      "label the [icon button|button] {text}[ for screen readers|]",
      "add [an aria-label|the aria-label] {text} to the button",
      "give the [icon |]button [an accessible name|an aria-label][:|,] {text}",
      "=screen readers [cannot|can't] tell what the button does, label it {text}",
      "=the button [has no accessible name|is unlabelled], it [should be|is] {text}",
      "=a11y: {text} as [the label|aria-label] of the [icon |]button",
      "set aria-label to {text}",
    ],
    unseen: [
      "=VoiceOver just says button, it should say {text}",
      "=assistive technology should hear {text} for the icon button",
    ],
    weight: 1.5,
  },
  (choose) => {
    const [action = "", icon = ""] = choose.pick(ICON_ACTIONS);
    const noun = choose.pick(NOUNS);
    const text = choose.pick([action, `${action} ${noun}`, `${action} ${noun}`, `${action} the ${noun}`]);
    const handler = `on${action}`;
    const content = choose.pick([
      [`<${icon}Icon />`],
      [`<${icon} />`],
      [`<Icon name="${icon.toLowerCase()}" />`],
      [`<i className="icon-${icon.toLowerCase()}" />`],
      [`<svg><use href="#${icon.toLowerCase()}" /></svg>`],
    ])[0] as string;
    const attributes = [
      choose.chance(0.5) ? 'type="button"' : "",
      classed(choose, `${noun}-button`, 0.4).trim(),
      `onClick={${handler}}`,
    ];
    const target = withMore(
      choose,
      "button",
      attributes,
      [`aria-label="${text}"`],
      [">", `  ${content}`, "</button>"],
    );
    return {
      ...shown(
        choose,
        noun,
        target,
        [
          { name: "title", type: "string" },
          { name: handler, type: "() => void" },
        ],
        /button/,
        [`<h3>{title}</h3>`],
      ),
      slots: { text },
    };
  },
);

function image(choose: Choices, more: (item: string, field: string) => string[], isAlt: boolean) {
  const own = thing(choose);
  const item = choose.chance(0.7) ? own.one : (own.one[0] as string);
  const source = choose.pick(["url", "src", "image", "photo", "thumbnail", "imageUrl"]);
  const field = choose.pick(["caption", "title", "name", "description", "label"]);
  const attributes = [
    `src={${item}.${source}}`,
    isAlt ? "" : choose.pick([`alt={${item}.${field}}`, `alt=""`, ""]),
    classed(choose, `${own.one}-image`, 0.3).trim(),
    choose.chance(0.15) ? "width={320}" : "",
  ];
  const target = withMore(choose, "img", attributes, more(item, field), [" />"]);
  const caption = choose.chance(0.5) ? [`<figcaption>{${item}.${field}}</figcaption>`] : [];
  if (choose.chance(0.5)) {
    const made = component(choose, named(choose, own.many, ["Gallery", "Grid", "List"]), [
      { name: own.many, type: `${capitalized(own.one)}[]` },
    ]);
    const attribute = classed(choose, own.many, 0.4);
    const [outer, inner] = choose.pick([
      ["ul", "li"],
      ["div", "figure"],
      ["section", "figure"],
    ] as const);
    const jsx = (lines: readonly string[]) => [
      `<${outer}${attribute}>`,
      `  {${own.many}.map((${item}) => (`,
      `    <${inner} key={${item}.id}>`,
      ...[...lines, ...(inner === "figure" ? caption : [])].map((line) => `      ${line}`),
      `    </${inner}>`,
      "  ))}",
      `</${outer}>`,
    ];
    return {
      item,
      field,
      code: {
        before: made.write([], jsx(target.before)),
        after: made.write([], jsx(target.after)),
        language: made.language,
      },
    };
  }
  return {
    item,
    field,
    code: shown(choose, own.one, target, [{ name: item, type: capitalized(own.one) }], /<img/, [
      `<h3>{${item}.${field}}</h3>`,
    ]),
  };
}

export const lazyImage = composed(
  "lazy-image",
  {
    seen: [
      "[load|fetch] the [images|image] lazily",
      "lazy-load the [images|image|pictures]",
      'add loading="lazy" to the [img|image]',
      "=[images|the images] [should|must] be [loaded lazily|lazy]",
      "=all [images|pictures] are loaded at once, [make them lazy|only load them when they scroll into view]",
      "set loading to lazy [on the img|for the image]",
      "=images below the fold should load lazily",
    ],
    unseen: ["defer offscreen images", "=pictures nobody scrolls to should not be downloaded"],
    weight: 1.2,
  },
  (choose) => ({ ...image(choose, () => ['loading="lazy"'], false).code }),
);

export const altText = composed(
  "alt-text",
  {
    seen: [
      "use {code} as [the |]alt[ text|]",
      "add {code} as [the |]alt text",
      "add [an alt|the alt attribute|alt text] to the [img|image]: {code}",
      "=the image has no alt [text|attribute], use {code}",
      "=alt should be {code}",
      "=screen readers skip the [image|picture], its alt [text |]is {code}",
      "set the alt[ of the image|] to {code}",
      "add alt={{wordsCode}} to the image",
    ],
    unseen: ["describe the picture by {code} for people who cannot see it", "=jsx-a11y/alt-text: {code}"],
    weight: 1.2,
  },
  (choose) => {
    const { item, field, code } = image(choose, (one, name) => [`alt={${one}.${name}}`], true);
    return { ...code, slots: { code: `${item}.${field}`, wordsCode: `${item}.${field}` } };
  },
);

const PAGES =
  "terms privacy help about docs imprint blog support pricing changelog status license contact careers faq guide".split(
    " ",
  );

export const newTab = composed(
  "open-in-new-tab",
  {
    seen: [
      "open the {wordsLink} link in a new tab",
      "=the {wordsLink} link should open in [a new tab|a new window|another tab]",
      "make {wordsLink} open in a new tab",
      "=clicking {wordsLink} [leaves the page|navigates away], open it in a new tab",
      'add target="_blank" to the {wordsLink} link',
      "=new tab for the {wordsLink} link",
      "=people lose the page when they click {wordsLink}, use a new tab",
    ],
    unseen: [
      "=following {wordsLink} must not replace our page, give it its own tab",
      "{wordsLink}: target blank, and safely",
    ],
    weight: 1.5,
  },
  (choose) => {
    // The convention: `rel` keeps the new page from reaching back.
    const pages = choose.shuffle([...PAGES]);
    const page = pages[0] as string;
    const text = (one: string) =>
      one === "terms" ? "Terms of service" : one === "faq" ? "FAQ" : capitalized(one);
    const isOutside = choose.chance(0.3);
    const link = (one: string): string[] => [`href="${isOutside ? "https://example.com" : ""}/${one}"`, cls];
    const cls = choose.chance(0.3) ? 'className="link"' : "";
    const target = withMore(
      choose,
      "a",
      link(page),
      ['target="_blank"', 'rel="noopener noreferrer"'],
      [`>${text(page)}</a>`],
    );
    const others = pages
      .slice(1, 1 + choose.below(3))
      .map((one) => tag("a", link(one), [`>${text(one)}</a>`], false)[0] as string);
    return {
      ...shown(choose, choose.pick(["site", "page", "main", "side", "legal"]), target, [], /<a /, others),
      slots: { wordsLink: choose.pick([page, text(page)]) },
    };
  },
);

const FIELDS = [
  ["email", "email", "email"],
  ["email", "email", "email"],
  ["password", "password", "current-password"],
  ["name", "text", "name"],
  ["phone", "tel", "tel"],
  ["street", "text", "street-address"],
  ["zip", "text", "postal-code"],
  ["city", "text", "address-level2"],
  ["country", "text", "country-name"],
  ["company", "text", "organization"],
  ["search", "search", "off"],
  ["code", "text", "one-time-code"],
] as const;

function field(choose: Choices, [name, type]: readonly [string, string, ...string[]]): string[] {
  const setter = `set${capitalized(name)}`;
  return [
    choose.chance(0.8) ? `type="${type}"` : "",
    choose.chance(0.4) ? `placeholder="${capitalized(name)}"` : `name="${name}"`,
    ...choose.pick([
      [`value={${name}}`, `onChange={(e) => ${setter}(e.target.value)}`],
      [`value={${name}}`, `onChange={(e) => ${setter}(e.target.value)}`],
      [`{...register("${name}")}`],
      [],
    ]),
  ];
}

function fieldProps(attributes: readonly string[], name: string): Prop[] {
  if (!attributes.some((one) => one.startsWith("value="))) return [];
  return [
    { name, type: "string" },
    { name: `set${capitalized(name)}`, type: "(value: string) => void" },
  ];
}

export const autoComplete = composed(
  "auto-complete",
  {
    seen: [
      "set autoComplete to {value} [on|for] the {words} [field|input]",
      'add autoComplete="{wordsValue}" to the {words} [input|field]',
      "=the {words} [field|input] [should have|needs] autocomplete {value}",
      "=browsers should [autocomplete|autofill] the {words} [field|input] as {value}",
      "autocomplete the {words} [field|input] [with|as] {value}",
      "=autofill does not work for the {words} [field|input], its autocomplete is {value}",
      "=the browser should [suggest|fill in] the {wordsSaved} it [knows|has saved]",
      "let the browser [fill in|suggest|autofill] the {wordsSaved}",
    ],
    unseen: ["=for autofill, the {words} input is {value}"],
    weight: 1,
  },
  (choose) => {
    const own = choose.pick(FIELDS);
    const attributes = field(choose, own);
    const target = withMore(choose, "input", attributes, [`autoComplete="${own[2]}"`], [" />"]);
    // Other fields beside it, some of which know theirs already.
    const beside = choose
      .shuffle(FIELDS.filter(([name]) => name !== own[0]))
      .slice(0, choose.below(3))
      .map(([name, type, value]) => {
        const known = choose.chance(0.5) ? ` autoComplete="${value}"` : "";
        return `<input type="${type}" name="${name}"${known} />`;
      });
    return {
      ...shown(
        choose,
        choose.pick(["login", "signup", "checkout", "account"]),
        target,
        fieldProps(attributes, own[0]),
        /^$/,
        [...beside, `<button>${choose.pick(["Continue", "Next", "Save", "Send"])}</button>`],
      ),
      slots: {
        value: own[2],
        wordsValue: own[2],
        words: own[0],
        // What the browser has saved says which value it is.
        ...(/^(search|code|name)$/.test(own[0]) ? {} : { wordsSaved: own[0] }),
      },
    };
  },
);

export const autoFocus = composed(
  "auto-focus",
  {
    seen: [
      "focus the {words} [field|input][ right away| on mount| when it opens|]",
      "add autoFocus to the {words} [field|input]",
      "autofocus the {words} [field|input|box]",
      "=the {words} [field|input] should [have|get] [the |]focus [right away|immediately|at once|when it opens]",
      "=the cursor should be in the {words} [field|input|box] [right away|from the start|when the form opens]",
      "put the cursor [in|into] the {words} [field|input] when [it opens|the form appears]",
      "=I have to click [in|into] the {words} [field|input] before I can type",
      "=the cursor should be in the [field|input|box] [right away|at once|from the start]",
      "focus the [field|input|box] [when it opens|right away]",
      "=I have to click [in|into] the [field|input] [first|before I can type]",
    ],
    unseen: [
      "=people want to type the {words} at once, without clicking first",
      "let the {words} input grab the focus at the beginning",
    ],
    weight: 1.3,
  },
  (choose) => {
    const own = choose.pick(FIELDS);
    const attributes = field(choose, own);
    const target = withMore(choose, "input", attributes, ["autoFocus"], [" />"]);
    const word = choose.pick(["rename", "login", "filter", "invite", "signup", "search"]);
    return {
      ...shown(choose, word, target, fieldProps(attributes, own[0]), /^$/, [
        `<button>${choose.pick(["OK", "Go", "Save"])}</button>`,
      ]),
      slots: { words: own[0] },
    };
  },
);

const STATES =
  `saving saving saving loading submitting sending uploading deleting pending busy isSaving isLoading isLoading
isSubmitting isSubmitting isPending isDeleting isUploading isProcessing isFetching gameOver isLocked isFinished disconnected
readOnly hasErrors isOffline isEmpty soldOut isFull expired`.split(/\s+/);

/** A flag as people say it: "it is saving", "the game is over". */
function sayingOf(flag: string): string {
  const words = spoken(flag).replace(/^is /, "");
  if (flag === "gameOver") return "the game is over";
  if (flag === "hasErrors") return "it has errors";
  return `it is ${words}`;
}

export const disableWhile = composed(
  "disable-while",
  {
    seen: [
      "disable the {wordsLabel} button [while|when|if] {wordsState}",
      "disable the button [while|when] {flag} is true",
      "disable the [{wordsLabel} |]button while {wordsHow}",
      "=the button should be disabled [while|when] {wordsState}",
      "=the {wordsLabel} button [must|should] be disabled [while|as long as] {wordsState}",
      "=it can be clicked [twice|again] [while|when] {wordsState}, disable the button",
      "add disabled={{wordsFlag}} to the button",
      "=no clicks on {wordsLabel} while {wordsState}",
      "grey out the {wordsLabel} button [while|when] {wordsState}",
      "make the button unclickable [while|when] {wordsHow}",
    ],
    unseen: ["=while {wordsState} nobody may press {wordsLabel}", "tie the button's disabled to {flag}"],
    weight: 2,
  },
  (choose) => {
    const flag = choose.pick(STATES);
    const action = choose.pick([
      "Save",
      "Submit",
      "Send",
      "Delete",
      "Upload",
      "Roll",
      "Buy",
      "Publish",
      "Confirm",
      "Apply",
      "Next",
      "Play",
      "Pay",
      "Add",
      "Join",
    ]);
    const noun = choose.pick(NOUNS);
    const handler = `on${action}`;
    const isNoun = choose.chance(0.3);
    const text = isNoun ? `${action} ${noun}` : action;
    const attributes = [
      choose.chance(0.4) ? `type="${choose.pick(["button", "submit"])}"` : "",
      classed(choose, joinWords([choose.pick(["primary", "main", noun])], "camel"), 0.5).trim(),
      `onClick={${handler}}`,
    ];
    const content =
      choose.chance(0.3) && /ing$/.test(flag)
        ? `{${flag} ? "${capitalized(sayingOf(flag).replace("is ", ""))}…" : "${text}"}`
        : text;
    const rest = choose.chance(0.6) ? [">", `  ${content}`, "</button>"] : [`>${content}</button>`];
    const target = withMore(choose, "button", attributes, [`disabled={${flag}}`], rest);
    return {
      ...shown(
        choose,
        noun,
        target,
        [
          { name: flag, type: "boolean" },
          { name: handler, type: "() => void" },
        ],
        /^$/,
      ),
      slots: {
        flag,
        wordsFlag: flag,
        wordsState: sayingOf(flag),
        wordsHow: sayingOf(flag).replace(/^it is /, ""),
        wordsLabel: text.toLowerCase(),
      },
    };
  },
);
