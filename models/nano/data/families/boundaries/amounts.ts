import { capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { composed, edited, family } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { shell } from "./shell.ts";

/** Returns the name of the variable, property or parameter that a number is the value of. */
function nameOf(sample: Sample, literal: Node): string | undefined {
  const holder = sample.parent(literal);
  switch (holder?.type) {
    case "VariableDeclarator":
      return holder.init === literal && holder.id.type === "Identifier" ? holder.id.name : undefined;
    case "ObjectProperty":
      return holder.value === literal && holder.key.type === "Identifier" && !holder.computed
        ? holder.key.name
        : undefined;
    case "ClassProperty":
      return holder.value === literal && holder.key.type === "Identifier" ? holder.key.name : undefined;
    case "AssignmentPattern":
      return holder.right === literal && holder.left.type === "Identifier" ? holder.left.name : undefined;
    case "AssignmentExpression":
      return holder.operator === "=" && holder.left.type === "MemberExpression" && !holder.left.computed
        ? sample.source(holder.left.property)
        : undefined;
    default:
      return undefined;
  }
}

/** Matches names of amounts. Numbers with other names may be codes. */
const QUANTITY =
  /(size|count|limit|timeout|delay|interval|width|height|depth|threshold|length|ttl|retries|attempts|tries|radius|margin|padding|gap|capacity|duration|speed|rate|ratio|factor|scale|weight|port|pages?|rows|columns|cols|days|hours|minutes|seconds|ms|age|level|opacity|concurrency|workers|zoom|precision|decimals|digits|spacing|indent|offset|quality|volume|price|score|points|rounds|lives|steps|amount|total|budget|max\w*|min\w*|times)$|^(max|min|MAX_|MIN_|default|DEFAULT_|num)[A-Z_]/i;

type Named = { readonly one: NodeOf<"NumericLiteral">; readonly name: string };

/** Returns numbers with a name that no other number has. */
function namedNumbers(sample: Sample): Named[] {
  const all = sample.all("NumericLiteral").flatMap((one) => {
    const name = nameOf(sample, one);
    return name === undefined ? [] : [{ one, name }];
  });
  return all.filter(
    ({ one, name }) =>
      one.value > 1 &&
      /^\d+(\.\d+)?$/.test(sample.source(one)) &&
      QUANTITY.test(name) &&
      all.filter((other) => inWords(other.name).includes(inWords(name))).length === 1,
  );
}

export const setNumber = family(
  "set-number",
  {
    seen: [
      "={words} should be {new}",
      "make the {words} {new}",
      "set the {words} to {new}",
      "change the {words} to {new}",
      "{wordsMove} the {words} to {new}",
      "=the {words} should be {new}, not {old}",
      "=a {words} of {old} is too {wordsToo}, make it {new}",
      "=the {words} is too {wordsToo}, [use|try] {new}",
      "use {new} as [the |]{words}",
      "=we want {new} for the {words}",
      "={name} should be {new}, not {old}",
      "={name} is too {wordsToo}, {new} would be better",
      "=the {words} should go {wordsUp} to {new}",
      "make {name} {new}",
      "{wordsMove} {name} to {new}",
      "{wordsMove} the {words} from {old} to {new}",
    ],
    unseen: [
      "{old} isn't right for the {words}, I'd go for {new}",
      "the {words} has to go {wordsUp} to {new}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    const found = choose.pickIfAny(namedNumbers(sample));
    if (found === undefined) return undefined;
    const { one, name } = found;
    const old = sample.source(one);
    const { value } = one;
    const step = value >= 1000 ? 500 : value >= 100 ? 50 : value >= 20 ? 5 : 1;
    const fresh = choose.pick([
      value * 2,
      value + step * choose.between(1, 8),
      Math.max(1, value - step * choose.between(1, 4)),
      Math.round(value / 2 / step) * step,
      choose.between(2, 12) * step,
      choose.between(2, 20) * 10,
    ]);
    const written = String(value % 1 === 0 ? Math.round(fresh) : Number(fresh.toFixed(2)));
    if (written === old || fresh <= 0 || /^,?[ \t]*\/[/*]/.test(sample.text.slice(to(one)))) return undefined;
    const isMore = Number(written) > value;
    const draft = sample.draft();
    draft.update(from(one), to(one), written);
    return edited(sample, draft, {
      words: inWords(name),
      name,
      old,
      new: written,
      wordsMove: choose.pick(
        isMore ? ["increase", "raise", "bump", "up"] : ["lower", "reduce", "decrease", "cut"],
      ),
      wordsToo: choose.pick(isMore ? ["low", "small"] : ["high", "large", "big"]),
      wordsUp: isMore ? "up" : "down",
    });
  },
);

/** A line with a number `#`, and its effect in a user's words: as a fact and as a wish. */
interface Amount {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
  readonly facts: readonly string[];
  readonly wishes: readonly string[];
}

const SMALL = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const PAGES = [5, 10, 12, 15, 20, 24, 25, 30, 50, 100];

const AMOUNTS: readonly Amount[] = [
  {
    lines: [
      "const attempts = #",
      "retry(fn, { attempts: # })",
      "await withRetry(send, #)",
      "const MAX_RETRIES = #",
      "if (attempt < #) return retry()",
      "const options = { retries: # }",
      "for (let attempt = 0; attempt < #; attempt++) await trySend()",
    ],
    numbers: SMALL,
    facts: ["# retries", "# attempts", "# tries"],
    wishes: ["retry # times", "try # times", "try up to # times", "give it # tries"],
  },
  {
    lines: [
      "const pageSize = #",
      "const PAGE_SIZE = #",
      "const page = items.slice(0, #)",
      "query.limit(#)",
      "const options = { perPage: # }",
      "fetchPage({ page, limit: # })",
    ],
    numbers: PAGES,
    facts: ["# per page", "# items per page", "# results", "# rows"],
    wishes: ["show #", "show # per page", "load # at a time", "fetch # at once"],
  },
  {
    lines: [
      "if (password.length < #) throw new Error('too short')",
      "const MIN_PASSWORD_LENGTH = #",
      "const schema = z.object({ password: z.string().min(#) })",
      "const rules = { password: { minLength: # } }",
    ],
    numbers: [6, 8, 10, 12, 14, 16],
    facts: ["at least # characters", "a minimum of # characters", "# characters minimum"],
    wishes: ["require # characters", "require passwords of # characters", "ask for at least # characters"],
  },
  {
    lines: [
      "const schema = z.object({ title: z.string().max(#) })",
      "if (title.length > #) throw new Error('too long')",
      "const MAX_TITLE_LENGTH = #",
      "const text = title.slice(0, #)",
    ],
    numbers: [20, 40, 60, 80, 100, 120, 140, 200, 255],
    facts: ["# characters", "# chars", "up to # characters"],
    wishes: ["allow # characters", "allow up to # characters", "let titles have # characters"],
  },
  {
    lines: [
      "const limit = pLimit(#)",
      "const CONCURRENCY = #",
      "await pool(tasks, { concurrency: # })",
      "const workers = createPool(#)",
      "const queue = new Queue({ concurrency: # })",
    ],
    numbers: SMALL.concat(16, 20, 32),
    facts: ["# at a time", "# in parallel", "# at once", "# workers"],
    wishes: ["run # at a time", "run # in parallel", "use # workers"],
  },
  {
    lines: ["const discount = total * 0.#", "const rate = 0.#", "return price * 0.#"],
    numbers: [10, 12, 15, 20, 25, 30, 40, 50],
    facts: ["#%", "# percent", "#% off"],
    wishes: ["make it #%", "use # percent", "take #%"],
  },
  {
    lines: [
      "const top = sorted.slice(0, #)",
      "return scores.slice(0, #)",
      "const TOP = #",
      "const best = rank(players, #)",
    ],
    numbers: [3, 5, 8, 10, 20, 25, 50],
    facts: ["the top #", "the best #", "the first #"],
    wishes: ["show the top #", "return the best #", "keep the first #"],
  },
  {
    lines: [
      "const backups = files.slice(-#)",
      "const KEEP = #",
      "prune(backups, { keep: # })",
      "await rotate(logs, #)",
    ],
    numbers: SMALL.concat(14, 30),
    facts: ["# backups", "the last #", "# of them"],
    wishes: ["keep #", "keep the last #", "keep # backups"],
  },
  {
    lines: [
      "const lives = #",
      "const player = { x: 0, y: 0, lives: # }",
      "this.lives = #",
      "const MAX_TRIES = #",
      "startGame({ lives: # })",
    ],
    numbers: SMALL,
    facts: ["# lives", "# tries", "# guesses"],
    wishes: ["start with # lives", "give them # lives", "give the player # tries"],
  },
  {
    lines: [
      "el.style.fontSize = '#px'",
      "const size = '#px'",
      "const style = { padding: '#px' }",
      "const GAP = #",
      "const options = { width: # }",
    ],
    numbers: [4, 8, 10, 12, 14, 16, 20, 24, 32, 48],
    facts: ["#px", "# px", "# pixels"],
    wishes: ["use #px", "make it # px", "make it # pixels"],
  },
  {
    lines: [
      "app.listen(#)",
      "const port = #",
      "const PORT = process.env.PORT ?? #",
      "const server = { host: 'localhost', port: # }",
    ],
    numbers: [3000, 3001, 4000, 5000, 5173, 8000, 8080, 9000],
    facts: ["port #", "#"],
    wishes: ["use port #", "listen on #", "listen on port #", "run it on #"],
  },
  {
    lines: [
      "const indent = ' '.repeat(#)",
      "const json = JSON.stringify(data, null, #)",
      "const TAB_SIZE = #",
    ],
    numbers: [2, 3, 4, 6, 8],
    facts: ["# spaces"],
    wishes: ["indent by #", "use # spaces", "indent with # spaces"],
  },
  {
    lines: ["const price = amount.toFixed(#)", "return value.toFixed(#)", "const text = total.toFixed(#)"],
    numbers: [1, 2, 3, 4],
    facts: ["# decimals", "# decimal places", "# digits after the comma"],
    wishes: ["show # decimals", "round to # decimals", "use # decimal places"],
  },
  {
    lines: ["const hash = await bcrypt.hash(password, #)", "const SALT_ROUNDS = #"],
    numbers: [8, 10, 11, 12, 14],
    facts: ["# rounds", "# salt rounds"],
    wishes: ["use # rounds", "hash with # rounds"],
  },
  {
    lines: [
      "if (queue.length > #) drop(queue)",
      "const MAX_ITEMS = #",
      "const cart = new Cart({ maxItems: # })",
      "const LIMIT = #",
    ],
    numbers: [5, 10, 20, 30, 50, 100, 200, 500, 1000],
    facts: ["# items", "a maximum of #", "a limit of #", "at most #"],
    wishes: ["allow #", "allow up to # items", "go up to #", "cap it at #"],
  },
  {
    lines: [
      "if (failures >= #) lock(account)",
      "const MAX_LOGIN_ATTEMPTS = #",
      "if (user.failedLogins >= #) throw new Error('locked')",
    ],
    numbers: [3, 4, 5, 6, 8, 10, 12],
    facts: ["# failed logins", "# wrong passwords", "# failures"],
    wishes: ["lock after # failures", "allow # failed logins", "lock it after #"],
  },
];

export const changeAmount = composed(
  "change-amount",
  {
    seen: [
      "{wordsWish}[|,| please]",
      "{wordsWish} instead of {wordsOld}",
      "=should be {wordsFact}",
      "=should be {wordsFact}, not {wordsOld}",
      "={wordsFact} instead of {wordsOld}",
      "make it {wordsFact}[| instead of {wordsOld}]",
      "=we need {wordsFact} now",
      "=it should {wordsWish}",
      "=I want {wordsFact}, not {wordsOld}",
    ],
    unseen: [
      "{wordsOld} isn't enough for us any more, {wordsFact} it is",
      "turns out we have to {wordsWish}",
    ],
    weight: 1.6,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const amount = choose.pick(AMOUNTS);
    const [old = 0, fresh = 0] = choose.shuffle(amount.numbers.slice());
    const line = choose.pick(amount.lines).replaceAll("'", h.q);
    const [verb = "", noun = "", other = "", target = ""] = distinctNames(choose, 4);
    const isReturn = /^return|^if .* return/.test(line);
    const declared = /^(?:const|let) (\w+)/.exec(line)?.[1];
    const tail = isReturn
      ? []
      : [
          declared && !/^[A-Z_]+$/.test(declared)
            ? `return ${choose.pick([`run(${declared})`, declared, `${other}.${target}(${declared})`])}${h.s}`
            : `return ${other}.${target}()${h.s}`,
        ];
    const lead = choose.pick([
      [],
      [],
      [`const ${other} = get${capitalized(other)}(${noun})${h.s}`],
      [`${target}.start()${h.s}`],
      [`log(${h.q}${verb} ${noun}${h.q})${h.s}`],
    ]);
    const isAbove = declared !== undefined && /^[A-Z_]+$/.test(declared);
    const used = [
      ...line.matchAll(
        /\b(title|password|items|files|amount|value|total|price|tasks|sorted|scores|players|queue|user)\b/g,
      ),
    ].map(([word]) => word);
    const parameters = used.find((word) => word !== declared) ?? noun;
    const write = shell(choose, h, {
      name: joinWords(
        [choose.pick(["load", "start", "run", "create", "build", "check", "get"]), ...wordsOf(target)],
        "camel",
      ),
      parameters,
      isAsync: /\bawait\b/.test(line),
      above: [],
    });
    const code = (n: number) => {
      const text = line.includes("0.#") ? line.replace("0.#", String(n / 100)) : line.replace("#", String(n));
      if (!isAbove) return write([...lead, text + h.s, ...tail]);
      return `${text}${h.s}\n\n${write([...lead, `return ${other}.${target}(${noun}, ${declared})${h.s}`])}`;
    };
    const isBare = choose.chance(0.6);
    const fact = choose.pick(amount.facts);
    return {
      before: code(old),
      after: code(fresh),
      slots: {
        wordsFact: fact.replace("#", String(fresh)),
        wordsOld: isBare
          ? String(old)
          : fact
              .replace("#", String(old))
              .replace(
                /^(at least|up to|at most|a (minimum|maximum|limit) of|the (top|best|first|last)) /,
                "",
              ),
        wordsWish: choose.pick(amount.wishes).replace("#", String(fresh)),
      },
    };
  },
);
