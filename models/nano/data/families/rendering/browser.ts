import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, functionWriter } from "../made-up.ts";
import { component, deeper, indented } from "./component.ts";

/** Keys: the event's name for them, and users' names. */
const KEYS: readonly (readonly [string, readonly string[]])[] = [
  ["Escape", ["escape", "esc", "Esc", "the escape key"]],
  ["Escape", ["escape", "escape", "esc"]],
  ["Enter", ["enter", "return", "the enter key"]],
  [" ", ["space", "the space bar", "the spacebar"]],
  ["Tab", ["tab", "the tab key"]],
  ["ArrowRight", ["the right arrow", "arrow right", "right arrow"]],
  ["ArrowLeft", ["the left arrow", "arrow left", "left arrow"]],
  ["ArrowDown", ["the down arrow", "arrow down"]],
  ["ArrowUp", ["the up arrow", "arrow up"]],
  ["Delete", ["delete", "the delete key", "del"]],
  ["Backspace", ["backspace"]],
];

export const WIDGETS =
  `dialog menu popup drawer sidebar panel modal tooltip overlay dropdown gallery player viewer search picker banner
carousel preview palette sheet editor`.split(/\s+/);

function inside(h: CodeStyle, lines: readonly string[], steps = 1): string[] {
  return deeper(lines, steps).map((line) => indented(line, h.i));
}

export const alsoKey = composed(
  "also-key",
  {
    seen: [
      "={wordsKey} should {wordsDo} [too|as well|also]",
      "[also |]{wordsDo} on {wordsKey}[ too| as well|]",
      "let {wordsKey} {wordsDo} [too|as well]",
      "make {wordsKey} {wordsDo} [too|as well]",
      "={wordsKey} [doesn't|does not] {wordsDo}[ yet|]",
      "=pressing {wordsKey} should {wordsDo} [too|as well]",
      "{wordsDo} when {wordsKey} is pressed[ too| as well|]",
      "=it should be possible to {wordsDo} with {wordsKey} [too|as well]",
    ],
    unseen: [
      "=I hit {wordsKey} and expected it to {wordsDo} as the other key does",
      "give people {wordsKey} as another way to {wordsDo}",
    ],
    weight: 1.3,
  },
  (choose) => {
    // By convention, the new key goes last.
    const h = chooseStyle(choose);
    const { s, q } = h;
    const [key, spoken] = choose.pick(KEYS);
    const widget = choose.pick(WIDGETS);
    const verb = choose.pick(["close", "close", "open", "toggle", "hide", "show", "reset", "start", "stop"]);
    const call = choose.pick([`${verb}${capitalized(widget)}`, `${widget}.${verb}`]);
    const known = choose
      .shuffle(["x", "q", "c", "k", "Enter", "Escape", "Home", "End", "F2"].filter((one) => one !== key))
      .slice(0, choose.chance(0.75) ? 1 : 2);
    const e = choose.pick(["e", "e", "event", "evt"]);
    const test = (keys: readonly string[]) => keys.map((one) => `${e}.key === ${q}${one}${q}`).join(" || ");
    const other = choose.pick(["p", "s", "m", "PageUp", "PageDown"]);
    const otherCall = choose.pick(["print()", "save()", "goBack()", "playOrPause()", "next()"]);
    const isSwitch = choose.chance(0.2);
    const prevents = choose.chance(0.3) ? [`${e}.preventDefault()${s}`] : [];
    const isShort = prevents.length === 0 && choose.chance(0.25);
    const hasOther = choose.chance(0.35);
    const lines = (keys: readonly string[]) =>
      isSwitch
        ? [
            `switch (${e}.key) {`,
            ...keys.map((one) => `  case ${q}${one}${q}:`),
            ...deeper([...prevents, `${call}()${s}`, `break${s}`], 2),
            `  case ${q}${other}${q}:`,
            `    ${otherCall}${s}`,
            `    break${s}`,
            "}",
          ]
        : [
            ...(isShort
              ? [`if (${test(keys)}) ${call}()${s}`]
              : [`if (${test(keys)}) {`, ...deeper([...prevents, `${call}()${s}`]), "}"]),
            ...(hasOther ? [`if (${e}.key === ${q}${other}${q}) ${otherCall}${s}`] : []),
          ];
    const form = choose.below(4);
    const target = choose.pick(["document", "window", widget, "root"]);
    const name = choose.pick(["handleKeyDown", "onKeyDown", "onKey", "handleKey"]);
    const more = choose.pick(["", "", `\n\n${target}.addEventListener(${q}click${q}, focusFirst)${s}`]);
    const made = component(
      choose,
      capitalized(widget),
      [{ name: call.split(".")[0] as string, type: "() => void" }],
      true,
    );
    const isComponent = form === 3 && !call.includes(".");
    const plain = functionWriter(choose, h, name, e);
    const write = (keys: readonly string[]) => {
      const body = lines(keys);
      if (isComponent)
        return made.write(
          [
            `const ${name} = (${made.isTyped ? `${e}: React.KeyboardEvent` : e}) => {`,
            ...deeper(body),
            `}${s}`,
          ],
          [`<div className="${widget}" onKeyDown={${name}} tabIndex={0} />`],
        );
      if (form < 2)
        return [
          `${target}.addEventListener(${q}keydown${q}, (${e}) => {`,
          ...inside(h, body),
          `})${s}${more}`,
        ].join("\n");
      return plain(body.map((line) => indented(line, h.i)));
    };
    return {
      before: write(known),
      after: write([...known, key]),
      slots: { wordsKey: choose.pick(spoken), wordsDo: `${verb} the ${widget}` },
      language: isComponent ? made.language : "js",
    };
  },
);

const PASSIVE = ["touchstart", "touchstart", "touchmove", "wheel", "mousewheel", "scroll"];

export const passiveListener = composed(
  "passive-listener",
  {
    seen: [
      "=chrome [warns|complains] about [non-passive listeners|a non-passive listener|non-passive event listeners]",
      "make the {event} listener passive",
      "=the {event} listener should be passive",
      "pass passive: true [for|to the listener of] {event}",
      "=lighthouse: use passive listeners[ to improve scrolling performance|]",
      "=Added non-passive event listener to a scroll-blocking {wordsEvent} event",
      "register {event} as [a |]passive[ listener|]",
    ],
    unseen: [
      "=scrolling has to wait for our {event} handler, tell the browser that it need not",
      "=the console has a violation for the {event} handler: not marked as passive",
    ],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const event = choose.pick(PASSIVE);
    const target = choose.pick(["el", "window", "document", "node", "container", "canvas", "element"]);
    const parameter = choose.pick(["e", "event", "ev"]);
    const about = choose.pick(WIDGETS);
    const own = choose.pick([
      [`offset = ${parameter}.touches[0].pageY${s}`],
      [`lastY = window.scrollY${s}`, `update${capitalized(about)}()${s}`],
      [`on${capitalized(about)}(${parameter})${s}`],
      [`position += ${parameter}.deltaY${s}`],
      [`${about}.hidden = window.scrollY < ${choose.between(1, 9) * 50}${s}`],
    ]);
    const isNamed = choose.chance(0.3);
    const handler = `on${capitalized(event.slice(0, 5))}`;
    const isLong = choose.chance(0.75);
    const listener = (end: string) =>
      isNamed
        ? [`${target}.addEventListener(${q}${event}${q}, ${handler}${end})${s}`]
        : isLong || own.length > 1
          ? [
              `${target}.addEventListener(${q}${event}${q}, (${parameter}) => {`,
              ...deeper(own),
              `}${end})${s}`,
            ]
          : [
              `${target}.addEventListener(${q}${event}${q}, (${parameter}) => ${(own[0] as string).replace(/;$/, "")}${end})${s}`,
            ];
    const before = choose.pick([[], [], [`let offset = 0${s}`], [`let position = 0${s}`]]);
    const second = choose.pick(["touchend", "click", "keydown", "pointerup"]);
    const rest = choose.pick([
      [],
      [`${target}.addEventListener(${q}${second}${q}, done)${s}`],
      [
        `${target}.addEventListener(${q}${second}${q}, (${parameter}) => {`,
        `  close(${parameter})${s}`,
        `})${s}`,
      ],
    ]);
    const isFirst = choose.chance(0.7);
    const parameters = /window|document/.test(target) ? "" : target;
    const fn = functionWriter(
      choose,
      h,
      `${choose.pick(["track", "watch", "init", "bind", "setup"])}${capitalized(about)}`,
      parameters,
    );
    const write = (end: string) =>
      fn(
        [...before, ...(isFirst ? [...listener(end), ...rest] : [...rest, ...listener(end)])].map((line) =>
          indented(line, h.i),
        ),
      );
    return {
      before: write(""),
      after: write(", { passive: true }"),
      slots: { event, wordsEvent: `'${event}'` },
      language: "js",
    };
  },
);
