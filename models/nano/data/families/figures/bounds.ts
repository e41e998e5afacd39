import { capitalized, inWords } from "../../choices/index.ts";
import { composed, type Family, type Wording } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { HERE, linesScene } from "./parts.ts";

const BOUNDED =
  "limit pageSize count quantity size zoom volume speed attempts level progress percent offset width delay score take perPage brightness depth retries amount page timeout opacity balance".split(
    " ",
  );

/** Creates a family that limits a number with `Math.min(…, most)` or `Math.max(…, least)`, the bound last. */
function bounded(name: string, call: string, bounds: readonly number[], wording: Wording): Family {
  return composed(name, wording, (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const value = choose.pick(BOUNDED);
    const [many = ""] = distinctNames(choose, 1).map(plural);
    const owner = choose.pick(
      "options settings config params item state request event player user".split(" "),
    );
    const noun = choose.pick(["base", "current", "wanted", "raw", "previous"]);
    const bound = String(choose.pick(bounds));
    const source = choose.pick([
      `Number(req.query.${value} ?? ${choose.between(5, 40)})`,
      `Number(req.query.${value})`,
      `parseInt(input.value, 10)`,
      `${owner}.${value}`,
      `${owner}.${value} ?? 1`,
      `${noun} * ${choose.between(2, 12)}`,
      `${noun} + step`,
      `${noun} - delta`,
      `Number(form.get(${q}${value}${q}))`,
      `Math.round(${noun} / 2)`,
    ]);
    const lines = choose.pick([
      [`const ${value} = ${HERE}${s}`, `return load(${value})${s}`],
      [`const ${value} = ${HERE}${s}`, `return ${value}${s}`],
      [
        `const ${value} = ${HERE}${s}`,
        `const rows = await find${capitalized(many)}({ ${value} })${s}`,
        `return rows${s}`,
      ],
      [`this.${value} = ${HERE}${s}`],
      [`return { ...state, ${value}: ${HERE} }${s}`],
      [`set${capitalized(value)}(${HERE})${s}`],
    ]);
    const parameters = source.includes("req.")
      ? "req"
      : source.includes("input")
        ? "input"
        : source.includes("form")
          ? "form"
          : source.includes("step")
            ? `${noun}, step`
            : source.includes("delta")
              ? `${noun}, delta`
              : source.startsWith(owner)
                ? owner
                : noun;
    const scene = linesScene(
      choose,
      h,
      {
        name: `${choose.pick(["update", "read", "handle", "fetch", "apply", "change"])}${capitalized(value)}`,
        parameters:
          lines[0]?.includes("...state") && parameters !== "state" ? `state, ${parameters}` : parameters,
        lines,
      },
      source,
      `${call}(${source}, ${bound})`,
    );
    return { ...scene, slots: { value, wordsValue: inWords(value), wordsBound: bound } };
  });
}

export const capAt = bounded(
  "cap-at",
  "Math.min",
  [10, 20, 50, 99, 100, 100, 200, 250, 500, 1000, 5, 3, 60],
  {
    seen: [
      "cap {wordsValue} at {wordsBound}",
      "=[can we|let's] cap {wordsValue} at {wordsBound}",
      "limit {wordsValue} to {wordsBound}",
      "={wordsValue} should [never|not] [be more than|exceed|go above] {wordsBound}",
      "={wordsValue} must be at most {wordsBound}",
      "=max {wordsBound} for {wordsValue}",
      "=no {wordsValue} above {wordsBound}",
      "use Math.min to keep {value} at {wordsBound} or less",
    ],
    unseen: ["=whoever wants a {wordsValue} beyond {wordsBound} gets {wordsBound}"],
    weight: 1.2,
  },
);

export const floorAt = bounded("keep-at-least", "Math.max", [0, 0, 0, 0, 1, 1, 1, 2, 5, 10], {
  seen: [
    "={wordsValue} is at least {wordsBound}",
    "={wordsValue} should never [go|be|drop|fall] below {wordsBound}",
    "={wordsValue} must be at least {wordsBound}",
    "={wordsValue} [can|could] [get|become|be] less than {wordsBound}, prevent that",
    "=at least {wordsBound} for {wordsValue}",
    "=min {wordsBound} for {wordsValue}",
    "don't let {wordsValue} [go|drop|fall] below {wordsBound}",
    "=no {wordsValue} below {wordsBound}",
    "use Math.max to keep {value} at {wordsBound} or more",
  ],
  unseen: ["=under {wordsBound} the {wordsValue} makes no sense, {wordsBound} then"],
  weight: 1.1,
});
