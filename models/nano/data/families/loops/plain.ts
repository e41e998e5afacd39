import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";
import { forEachToForOf, forOfToForEach, forToForOf, singular } from "./convert.ts";

/** Loops of made-up code: real loops that can be rewritten directly are rare. */
const between = (kind: "index" | "of" | "each", into: "of" | "each") =>
  composed(
    `${kind}-to-${into}-plain`,
    {
      ...(into === "each" ? forOfToForEach : kind === "index" ? forToForOf : forEachToForOf).phrasings,
      weight: into === "each" ? 0.7 : 1.5,
    },
    (choose) => {
      const h = chooseStyle(choose);
      const { i, s, q } = h;
      const [noun = "", field = "", other = "", verb = ""] = distinctNames(choose, 4);
      const list = choose.chance(0.7) ? `${noun}s` : choose.pick(["items", "list", "rows", "users", "data"]);
      const element = kind === "index" ? (singular(list) ?? "item") : choose.pick([noun, "item", "x"]);
      const index = choose.pick(["i", "i", "j", "index"]);
      const access = kind === "index" ? `${list}[${index}]` : element;
      const make = (e: string): string[] => forms[form]?.(e) ?? [];
      const forms: ((e: string) => string[])[] = [
        (e) => [`console.log(${e}.${field})${s}`],
        (e) => [`total += ${e}.${field}${s}`],
        (e) => [`${e}.${field} = ${other}${s}`],
        (e) => [`if (${e}.${field}) {`, `${i}${other}(${e})${s}`, "}"],
        (e) => [`${other}.push(${e}.${field})${s}`, `count += 1${s}`],
        (e) => [`${other}(${e}, ${q}${field}${q})${s}`],
      ];
      const form = choose.below(forms.length);
      const write = functionWriter(
        choose,
        h,
        `${choose.pick(["process", "print", "update", "visit", "handle"])}${capitalized(verb)}`,
        list,
      );
      const loop = (style: "index" | "of" | "each", e: string): string[] => {
        const body = make(style === "index" ? access : e).map((line) => i + line);
        if (style === "each") return [`${list}.forEach((${e}) => {`, ...body, `})${s}`];
        const head =
          style === "of"
            ? `for (const ${e} of ${list}) {`
            : `for (let ${index} = 0; ${index} < ${list}.length; ${index}++) {`;
        return [head, ...body, "}"];
      };
      const start = form === 1 ? [`let total = 0${s}`] : [];
      const end = form === 1 ? [`return total${s}`] : [];
      return {
        before: write([...start, ...loop(kind, element), ...end]),
        after: write([...start, ...loop(into, element), ...end]),
      };
    },
  );

export const plainLoops = [between("index", "of"), between("each", "of"), between("of", "each")];
