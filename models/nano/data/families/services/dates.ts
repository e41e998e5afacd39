import { joinWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";
import { thing } from "./made.ts";

export const isoDates = composed(
  "iso-dates",
  {
    seen: [
      "=dates should be [iso|ISO] strings",
      "use [iso|ISO] [strings|dates] for the dates",
      "=the dates are in local time[ here|], we need [iso|ISO] strings",
      "=we need [iso|ISO] timestamps, not local [time|dates]",
      "store the dates as [iso|ISO] strings",
      "use toISOString[ here|]",
      "={wordsField} should be [an |][iso|ISO] string[, like all the dates|]",
      "=the api expects [iso|ISO] dates",
    ],
    unseen: ["every date has to leave here in the form 2024-05-01T10:00:00.000Z"],
    weight: 1.1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const t = thing(choose);
    const style = choose.pick(["snake", "camel"] as const);
    const isDirect = choose.chance(0.3);
    const said = choose
      .shuffle([
        "created at",
        "updated at",
        "starts at",
        "ends at",
        "due at",
        "sent at",
        "expires at",
        "paid at",
        "published at",
      ])
      .slice(0, choose.between(1, 3));
    const wrong = choose.pick([
      "toString()",
      "toString()",
      "toLocaleString()",
      "toDateString()",
      `toLocaleString(${q}de-DE${q})`,
      "toUTCString()",
    ]);
    const field = (words: string, call: string) => {
      const name = joinWords(words.split(" "), "camel");
      return `${joinWords(words.split(" "), style)}: ${isDirect ? `new Date(${t.name}.${name})` : `${t.name}.${name}`}.${call},`;
    };
    const others = choose
      .shuffle([
        `id: ${t.name}.id,`,
        `name: ${t.name}.name,`,
        `owner: ${t.name}.owner.id,`,
        `count: ${t.name}.items.length,`,
        `status: ${t.name}.status,`,
      ])
      .slice(0, choose.between(1, 3));
    const before = choose.chance(0.7);
    const isSaved = choose.chance(0.3);
    const write = functionWriter(
      choose,
      h,
      choose.pick([`to${t.type}Row`, `serialize${t.type}`, `save${t.type}`, "toRow", "toJson", "toDto"]),
      t.name,
    );
    const body = (call: string) => {
      const dates = said.map((words) => field(words, call));
      const lines = (before ? [...others, ...dates] : [...dates, ...others]).map((line) => i + line);
      return isSaved
        ? [`return db(${q}${t.plural}${q}).insert({`, ...lines, `})${s}`]
        : ["return {", ...lines, `}${s}`];
    };
    return {
      before: write(body(wrong)),
      after: write(body("toISOString()")),
      slots: said.length === 1 ? { wordsField: said[0] ?? "" } : {},
    };
  },
);
