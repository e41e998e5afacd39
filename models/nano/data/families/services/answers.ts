import type { Choices } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, TARGETS, type Thing, thing } from "./made.ts";

/** What is computed beside the list, and how. */
const FOUND = (choose: Choices, { name, plural, type }: Thing, target: string) =>
  choose.pick<readonly [string, string]>([
    ["count", `await ${target}.count(filter)`],
    ["total", `await ${target}.count(filter)`],
    ["total", `${plural}.length`],
    ["totalCount", `await ${target}.count${type}(filter)`],
    ["hasMore", `${plural}.length > limit`],
    ["nextCursor", `${plural}.at(-1)?.id`],
    ["lastUpdated", `await ${target}.lastUpdate()`],
    ["pages", `Math.ceil(${plural}.length / limit)`],
    ["stats", `summarize(${plural})`],
    ["errors", `${plural}.filter((${name}) => ${name}.error)`],
    ["warnings", `check(${plural})`],
    ["facets", `groupBy${type}(${plural})`],
    ["average", `averageOf(${plural})`],
    ["sum", `sumOf(${plural})`],
    ["duration", "Date.now() - start"],
    ["owner", "await users.get(ownerId)"],
    ["permissions", "await permissionsOf(userId)"],
    ["settings", "await loadSettings(userId)"],
    ["version", "await currentVersion()"],
    ["unreadCount", `${plural}.filter((${name}) => !${name}.readAt).length`],
  ]);

export const answerToo = composed(
  "answer-too",
  {
    seen: [
      "return the {words} too",
      "=the {words} is missing in the {wordsAnswer}",
      "=we work out {found} but never return it",
      "also [return|send] the {words}",
      "=the {wordsAnswer} should [have|include|contain] the {words} [too|as well]",
      "include {found} in the {wordsAnswer}",
      "=the caller needs the {words} [too|as well]",
      "add the {words} to the {wordsAnswer}",
    ],
    unseen: [
      "give back the {words} along with the rest",
      "{found} is thrown away, it belongs into the {wordsAnswer}",
    ],
    weight: 1.5,
  },
  (choose) => {
    // By convention, the last property, in shorthand.
    const h = chooseStyle(choose);
    const { i, s } = h;
    const about = thing(choose);
    const target = choose.pick([...TARGETS, about.plural, `${about.name}Repo`]);
    const [found, value] = FOUND(choose, about, target);
    const read = `await ${target}.${choose.pick(["find", "list", "search", "query", "load"])}(filter)`;
    const name = choose.chance(0.5) && target !== about.plural ? about.plural : "rows";
    const valueHere = value.replaceAll(new RegExp(`\\b${about.plural}\\b(?!\\.(count|last))`, "g"), name);
    const first = choose.below(3);
    const lines =
      first === 0 && value.startsWith("await ")
        ? [
            `const [${name}, ${found}] = await Promise.all([`,
            `${i}${read.slice(6)},`,
            `${i}${valueHere.slice(6)},`,
            `])${s}`,
          ]
        : first === 1 && /^(count|total|facets|stats|warnings|nextCursor)$/.test(found)
          ? [`const { ${name}, ${found} } = ${read}${s}`]
          : [`const ${name} = ${read}${s}`, `const ${found} = ${valueHere}${s}`];
    const shown = choose.pick([
      name,
      `${choose.pick(["results", "items", "data", "entries"])}: ${name}`,
      `${choose.pick(["results", "items", "data"])}: ${name}.map(to${about.type})`,
    ]);
    const others = choose
      .shuffle(["page", "limit", "filter", "page: Number(page)", "ok: true"])
      .slice(0, choose.below(3));
    const list = [
      shown,
      ...others.filter(
        (one, at) => !(one.startsWith("page") && others.findIndex((o) => o.startsWith("page")) < at),
      ),
    ];
    const isHandler = choose.chance(0.5);
    const opening = isHandler
      ? choose.pick([
          "res.json(#)",
          "res.send(#)",
          "res.status(200).json(#)",
          "return res.json(#)",
          "ctx.body = #",
          "reply.send(#)",
        ])
      : "return #";
    const parts = opening.split("#");
    const isTall = choose.chance(0.35);
    const written = (all: readonly string[]) =>
      isTall
        ? [`${parts[0]}{`, ...all.map((one) => `${i}${one},`), `}${parts[1]}${s}`]
        : [`${parts[0]}{ ${all.join(", ")} }${parts[1]}${s}`];
    const head = [
      ...(value.includes("start") ? [`const start = Date.now()${s}`] : []),
      ...filler(choose, h, thing(choose)),
      ...(isHandler
        ? [`const { page = 1, limit = 20, ...filter } = ${opening.includes("ctx") ? "ctx" : "req"}.query${s}`]
        : []),
    ];
    const verb = choose.pick(["list", "search", "find", "get", "load"]);
    const fn = `${verb}${about.type}s`;
    const given = isHandler
      ? opening.includes("ctx")
        ? "ctx"
        : opening.includes("reply")
          ? "req, reply"
          : "req, res"
      : "filter, page, limit";
    const form = choose.below(5);
    const wrap = (body: readonly string[]) => {
      const inner = body.map((line) => i + line).join("\n");
      const open =
        isHandler && form < 2
          ? `router.get(${h.q}/${about.plural}${h.q}, async (${given}) => {`
          : form === 2
            ? `export const ${fn} = async (${given}) => {`
            : form === 3
              ? `export async function ${fn}(${given}) {`
              : `async function ${fn}(${given}) {`;
      const close = isHandler && form < 2 ? `})${s}` : form === 2 ? `}${s}` : "}";
      return `${open}\n${inner}\n${close}`;
    };
    return {
      before: wrap([...head, ...lines, ...written(list)]),
      after: wrap([...head, ...lines, ...written([...list, found])]),
      slots: {
        found,
        words: found.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        wordsAnswer: isHandler
          ? choose.pick(["response", "answer", "json"])
          : choose.pick(["result", "returned object"]),
      },
    };
  },
);
