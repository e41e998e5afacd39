import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";
import { thing } from "./component.ts";

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
    const h = chooseStyle(choose);
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
      slots: { words: inWords(value) },
      language: "js",
    };
  },
);
