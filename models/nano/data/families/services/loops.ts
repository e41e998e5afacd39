import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, placeOf, TARGETS, thing, things, work } from "./made.ts";

export const asyncForEach = composed(
  "async-for-each",
  {
    seen: [
      "=forEach does not wait for [the promises|async callbacks][, use for of|]",
      "=the function returns before the {wordsMany} are {wordsDone}",
      "=it returns before all {wordsMany} have been {wordsDone}",
      "wait for [all |]the {wordsMany} to be {wordsDone}",
      "=async callback in forEach is never awaited",
      "use [a for of loop|for of] instead of the async forEach",
      "={wordsMany} are not {wordsDone} yet when this returns",
      "[handle|process] the {wordsMany} one after another[, in a for of|]",
      "=await inside forEach does nothing useful[, fix it|]",
    ],
    unseen: ["the caller gets control back while {wordsMany} are still waiting to be {wordsDone}"],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const drawn = work(choose, about);
    // A list of the same name would be confused with the service.
    const job = {
      ...drawn,
      callee: drawn.callee.replace(/^\w+(?=\.\w+$)/, (name) =>
        name === about.plural ? choose.pick(TARGETS) : name,
      ),
    };
    const item = choose.chance(0.8) ? about.name : choose.pick(["item", "one", "entry", "x"]);
    const call = `${job.callee}(${choose.pick([item, item, `${item}.id`, `${item}, options`, `${item}.${choose.pick(["email", "url", "key", "path"])}`])})`;
    const { list, head, parameters } = choose.pick([
      { list: about.plural, head: [], parameters: [about.plural] },
      {
        list: about.plural,
        head: [`const ${about.plural} = await db.${about.plural}.findAll()${s}`],
        parameters: [],
      },
      {
        list: about.plural,
        head: [`const ${about.plural} = await load${capitalized(about.plural)}(userId)${s}`],
        parameters: ["userId"],
      },
      { list: `this.${about.plural}`, head: [], parameters: [] },
      { list: `batch.${about.plural}`, head: [], parameters: ["batch"] },
    ]);
    const skip = choose.chance(0.2)
      ? `if (${choose.pick([`!${item}.active`, `${item}.skipped`, `${item}.deletedAt`])}) `
      : undefined;
    const other = choose.pick<string[]>([
      [],
      [],
      [`${item}.status = ${q}${job.done}${q}${s}`, `await ${item}.save()${s}`],
      [`count++${s}`],
      [`logger.info(${q}${job.done}${q}, ${item}.id)${s}`],
    ]);
    const bound = choose.chance(0.2);
    const inside = [
      ...(bound ? [`const result = await ${call}${s}`, `logger.debug(result)${s}`] : [`await ${call}${s}`]),
      ...other,
    ];
    const needsCount = other[0]?.startsWith("count");
    const before = [
      ...(needsCount ? [`let count = 0${s}`] : []),
      `${list}.forEach(async (${item}) => {`,
      ...(skip ? [`${i}${skip}return${s}`] : []),
      ...inside.map((line) => i + line),
      `})${s}`,
    ];
    const after = [
      ...(needsCount ? [`let count = 0${s}`] : []),
      `for (const ${item} of ${list}) {`,
      ...(skip ? [`${i}${skip}continue${s}`] : []),
      ...inside.map((line) => i + line),
      "}",
    ];
    const tail = choose.pick([
      needsCount ? [`return count${s}`] : [],
      needsCount ? [`return count${s}`] : [`logger.info(${q}all ${about.many} ${job.done}${q})${s}`],
      needsCount ? [`return count${s}`] : [`return ${list}.length${s}`],
    ]);
    const isAsync = head.length > 0 || choose.chance(0.7);
    const write = placeOf(
      choose,
      h,
      choose.chance(0.5)
        ? `${job.todo.split(" ")[0]}All`
        : `${job.todo.split(" ")[0]}${capitalized(about.plural)}`,
      parameters,
    );
    return {
      before: write([...head, ...before, ...tail], isAsync),
      after: write([...head, ...after, ...tail], true),
      slots: { wordsMany: about.many, wordsDone: job.done },
    };
  },
);

/** Returns `Promise.all` in one line, or in several if it would be longer than 80 characters. */
function allOf(
  left: string,
  calls: readonly string[],
  { i, s }: { i: string; s: string },
  column: number,
): string[] {
  const line = `${left}await Promise.all([${calls.join(", ")}])${s}`;
  if (column + line.length <= 80) return [line];
  return [`${left}await Promise.all([`, ...calls.map((call) => `${i}${call},`), `])${s}`];
}

export const independentAwaits = composed(
  "independent-awaits",
  {
    seen: [
      "[load|fetch|get] [both|them|all of them] at the same time",
      "=these don't depend on each other, [do|run] them at the same time",
      "=the {wordsFirst} and the {wordsSecond} are independent, [load|get] them in parallel",
      "[load|fetch|get] the {wordsFirst} and the {wordsSecond} [at the same time|in parallel|together]",
      "=no need to wait for the {wordsFirst} before [loading|fetching|getting] the {wordsSecond}",
      "don't wait for the {wordsFirst} before [starting with|asking for] the {wordsSecond}",
      "=this is slow, the awaits could run [in parallel|at the same time]",
      "run the awaits in parallel[| with Promise.all]",
      "use Promise.all[| here]",
    ],
    unseen: [
      "the {wordsSecond} could already be on their way while we wait for the {wordsFirst}",
      "one round trip less: ask for all of it at once",
    ],
    weight: 1.7,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s } = h;
    const count = choose.chance(0.75) ? 2 : 3;
    const key = choose.pick(["id", "userId", "accountId", "teamId", "tenantId", "projectId"]);
    const isMany = choose.chance(0.5);
    const all = things(choose, count).map((one) => {
      const many = isMany || choose.chance(0.3);
      const name = many ? one.plural : one.name;
      const verb = choose.pick(["fetch", "load", "get", "find", "list", "query"]);
      const call = choose.pick([
        `${verb}${capitalized(name)}(${key})`,
        `${verb}${capitalized(name)}(${key})`,
        `${choose.pick(["api", "db", "client", "this.api", "repo"])}.${verb}${capitalized(name)}(${key})`,
        `${one.name}Service.${verb}(${key})`,
        `db.${one.plural}.${choose.pick(["findMany", "findAll", "find"])}({ ${key} })`,
        `axios.get(\`/${one.plural}/\${${key}}\`)`,
        `this.${one.plural}.${verb}(${key})`,
      ]);
      return { name, words: many ? one.many : one.words, call };
    });
    const [first, second] = all;
    const use = choose.pick([
      [`return { ${all.map(({ name }) => name).join(", ")} }${s}`],
      [`return build${capitalized(first?.name ?? "")}(${all.map(({ name }) => name).join(", ")})${s}`],
      [`res.json({ ${all.map(({ name }) => name).join(", ")} })${s}`],
      [`render(${all.map(({ name }) => name).join(", ")})${s}`],
      ["", `return merge(${all.map(({ name }) => name).join(", ")})${s}`],
    ]);
    const head = filler(choose, h, thing(choose));
    const isResult = choose.chance(0.85);
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["load", "get", "build", "show"])}${choose.pick(["Overview", "Dashboard", "Page", "Summary", "Details", "Report", "Profile"])}`,
      isResult ? [key] : [key],
    );
    const column = (h.i === "\t" ? 4 : h.i.length) * write.depth;
    if (!isResult) {
      const works = all.map(({ words }, index) => ({
        words,
        call: `${choose.pick(["clear", "refresh", "sync", "load", "update"])}${capitalized(all[index]?.name ?? "")}(${key})`,
      }));
      return {
        before: write([...head, ...works.map(({ call }) => `await ${call}${s}`)]),
        after: write([
          ...head,
          ...allOf(
            "",
            works.map(({ call }) => call),
            h,
            column,
          ),
        ]),
      };
    }
    const before = [...head, ...all.map(({ name, call }) => `const ${name} = await ${call}${s}`), ...use];
    const after = [
      ...head,
      ...allOf(
        `const [${all.map(({ name }) => name).join(", ")}] = `,
        all.map(({ call }) => call),
        h,
        column,
      ),
      ...use,
    ];
    return {
      before: write(before),
      after: write(after),
      slots: count === 2 ? { wordsFirst: first?.words ?? "", wordsSecond: second?.words ?? "" } : {},
    };
  },
);
