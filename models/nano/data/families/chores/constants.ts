import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { domain } from "./domains.ts";
import { guarded, LITERALS } from "./literals.ts";
import { setting } from "./settings.ts";

const VERBS = ["get", "load", "check", "compute", "handle", "prepare", "update", "find", "build", "create"];

function put(line: string, text: string): string {
  // In the text of a JSX element, a number stands as it is, but a name needs braces.
  return line
    .replaceAll("^@", /^\d/.test(text) ? text : `{${text}}`)
    .replaceAll("~@", text.includes(" ") ? `(${text})` : text)
    .replaceAll("@", text);
}

export const nameMagicValue = composed(
  "name-magic-value",
  {
    seen: [
      "[pull|take|move] {value} out into a {name} constant",
      "extract {value} into a [constant|const] [called |named |]{name}",
      "=magic [number|value], [name|call] it {name}",
      "[pull|extract|move] the {words} [out |]into [a constant |a const |]{name}",
      "make the {words} a constant[,| called| named] {name}",
      "=the {words} should be a [constant|const], {name}",
      "={name} for the {value}",
      "hoist {value} [out of the function|to the top] as {name}",
    ],
    unseen: ["nobody knows what {value} is, say {name}", "the {words} is hard-coded, {name} would be nicer"],
    weight: 2.5,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const one = choose.pick(LITERALS)(choose, d, h);
    const { value, name, what, lines, isComponent = false } = one;
    const place = setting(
      choose,
      d,
      {
        name: isComponent
          ? `${d.Thing}${choose.pick(["List", "Panel", "Card", "Field", "View"])}`
          : `${choose.pick(VERBS)}${d.Thing}`,
        parameters: one.parameters,
        isTyped: false,
        ...(one.isAsync ? { isAsync: true } : {}),
        isComponent,
      },
      h,
    );
    return {
      before: place.write({ lines: lines.map((line) => put(line, value)) }),
      after: place.write({
        lines: lines.map((line) => put(line, name)),
        above: [`const ${name} = ${value}${h.s}`],
      }),
      slots: { value, name, words: what },
      ...(isComponent ? { language: "jsx" as const } : {}),
    };
  },
);

export const nameTwoValues = composed(
  "name-two-values",
  {
    seen: [
      "[pull|move|extract] {value} and {value2} out into [constants|consts] {name} and {name2}",
      "make {value} and {value2} constants: {name} and {name2}",
      "=two magic [numbers|values] here, call them {name} ({value}) and {name2} ({value2})",
      "extract the {words} and the {words2} into {name} and {name2}",
      "move {value} to {name} and {value2} to {name2}",
      "name {value} {name} and {value2} {name2}",
      "=no hard-coded {value} and {value2}, use [constants |]{name} and {name2}",
    ],
    unseen: ["{name} instead of {value}, {name2} instead of {value2}, both as consts"],
    weight: 1.2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const plain = LITERALS.slice(0, 9);
    for (;;) {
      const a = choose.chance(0.6) ? guarded(choose, d, h) : choose.pick(plain)(choose, d, h);
      const b = choose.pick(plain)(choose, d, h);
      const returnsEarly = a.lines.some((line) => /^(return|let|const|while|for|try)/.test(line));
      if (a.name === b.name || a.value === b.value || a.what === b.what || returnsEarly) continue;
      const lines = (first: string, second: string) => [
        ...a.lines.map((line) => put(line, first)),
        ...b.lines.map((line) => put(line, second)),
      ];
      const parameters = [...new Set([...a.parameters.split(", "), ...b.parameters.split(", ")])].join(", ");
      const place = setting(
        choose,
        d,
        {
          name: `${choose.pick(VERBS)}${d.Thing}`,
          parameters,
          isTyped: false,
          ...(a.isAsync || b.isAsync ? { isAsync: true } : {}),
        },
        h,
      );
      return {
        before: place.write({ lines: lines(a.value, b.value) }),
        after: place.write({
          lines: lines(a.name, b.name),
          above: [`const ${a.name} = ${a.value}${h.s}`, `const ${b.name} = ${b.value}${h.s}`],
        }),
        slots: {
          value: a.value,
          name: a.name,
          words: a.what,
          value2: b.value,
          name2: b.name,
          words2: b.what,
        },
      };
    }
  },
);
