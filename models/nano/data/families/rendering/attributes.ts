import { type Choices, capitalized, NOUNS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { classed, component, named, thing } from "./component.ts";
import { shown, tag, withMore } from "./targets.ts";

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
    // By convention, `rel` keeps the new page from accessing this one.
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
