import { type Choices, capitalized, inWords, NOUNS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, functionWriter, plural } from "../made-up.ts";
import { WIDGETS } from "./browser.ts";
import { thing } from "./component.ts";

export const noDuplicates = composed(
  "no-duplicates",
  {
    seen: [
      "=the same {wordsOne} can be [added|in {list}] twice[, avoid that|]",
      "[don't|do not|never] add [the same|a] {wordsOne} twice",
      "=no duplicate {wordsMany}[ in {list}|]",
      "=don't add {value} [if it is already in {list}|when {list} already has it]",
      "skip {wordsMany} that are [already there|already in {list}]",
      "=adding the same {wordsOne} again [gives duplicates|should do nothing]",
      "check that {list} doesn't have {value} already[ before adding it|]",
      "=a {wordsOne} [must|should] be [in {list}|in there] only once",
      "prevent duplicate {wordsMany}",
      "={list} should have no duplicates",
      "[prevent|avoid] duplicates",
    ],
    unseen: [
      "=when I click twice I have two of the same {wordsOne}",
      "keep every {wordsOne} in {list} unique",
    ],
    weight: 1.5,
  },
  (choose) => {
    // By convention, a separate guard directly before the addition.
    const h = chooseStyle(choose);
    const { i, s } = h;
    const own = thing(choose);
    const one = choose.pick([own.one, own.one, choose.pick(NOUNS)]);
    const many = plural(one);
    const list = choose.pick([many, many, "list", "items", `selected${capitalized(many)}`]);
    // Plain values only: code does not show when objects are equal.
    const value = choose.pick([one, one, "value", `${one}Id`, "trimmed"]);
    const has = (array: string) => `${array}.includes(${value})`;
    const guard = (test: string, result: string) =>
      braces ? [`if (${test}) {`, `${i}return${result}${s}`, "}"] : [`if (${test}) return${result}${s}`];
    const braces = choose.chance(0.3);
    const name = choose.pick([`add${capitalized(one)}`, `insert${capitalized(one)}`, "add", "append"]);
    const slots = { list, value, wordsOne: inWords(one), wordsMany: inWords(many) };
    const cleaned = value === "trimmed" ? [`const trimmed = ${one}.trim()${s}`] : [];
    const form = choose.below(4);
    const parameter = value === "trimmed" ? one : value;
    if (form === 0) {
      // For a list that is replaced instead of mutated.
      const first = choose.chance(0.5) ? [`if (!${value}) return ${list}${s}`] : [];
      const write = functionWriter(choose, h, name, `${list}, ${parameter}`);
      const tail = [`return [...${list}, ${value}]${s}`];
      return {
        before: write([...cleaned, ...first, ...tail]),
        after: write([...cleaned, ...first, ...guard(has(list), ` ${list}`), ...tail]),
        slots,
        language: "js",
      };
    }
    const first = choose.chance(0.4) ? [`if (!${value}) return${s}`] : [];
    const tail = choose.pick([[], [`render()${s}`], [`save(${list})${s}`], [`onChange(${list})${s}`]]);
    if (form === 1) {
      const setter = `set${capitalized(list)}`;
      const write = functionWriter(choose, h, name, parameter);
      const add = [`${setter}([...${list}, ${value}])${s}`];
      return {
        before: write([...cleaned, ...first, ...add]),
        after: write([...cleaned, ...first, ...guard(has(list), ""), ...add]),
        slots,
        language: "js",
      };
    }
    const isMethod = form === 3;
    const array = isMethod ? `this.${list}` : list;
    const lines = (more: readonly string[]) => [
      ...cleaned,
      ...first,
      ...more,
      `${array}.push(${value})${s}`,
      ...(isMethod ? [] : tail),
    ];
    const added = guard(has(array), "");
    if (!isMethod) {
      const write = functionWriter(choose, h, name, parameter);
      const head = choose.chance(0.7) ? `const ${list} = []${s}\n\n` : "";
      return { before: head + write(lines([])), after: head + write(lines(added)), slots, language: "js" };
    }
    const write = (more: readonly string[]) =>
      [
        `class ${capitalized(one)}List {`,
        `${i}${list} = []${s}`,
        "",
        `${i}${name}(${parameter}) {`,
        ...lines(more).map((line) => i + i + line),
        `${i}}`,
        "}",
      ].join("\n");
    return { before: write([]), after: write(added), slots, language: "js" };
  },
);

/** Returns two opposite actions and the condition that chooses between them. */
function opposites(choose: Choices, { s, q }: CodeStyle): [string, string, string, string] {
  const widget = choose.pick(WIDGETS);
  const cls = choose.pick(["active", "open", "visible", "selected", "collapsed", "dark", "highlight"]);
  return choose.pick([
    [
      `is${capitalized(cls)}`,
      `${widget}.classList.add(${q}${cls}${q})${s}`,
      `${widget}.classList.remove(${q}${cls}${q})${s}`,
      `the ${cls} class`,
    ],
    ["isOpen", `open${capitalized(widget)}()${s}`, `close${capitalized(widget)}()${s}`, "open and close"],
    ["visible", `show(${widget})${s}`, `hide(${widget})${s}`, "show and hide"],
    [
      `mode === ${q}dark${q}`,
      `root.dataset.theme = ${q}dark${q}${s}`,
      `root.dataset.theme = ${q}light${q}${s}`,
      "the modes",
    ],
    ["isPlaying", `player.pause()${s}`, `player.play()${s}`, "play and pause"],
    ["enabled", `${widget}.start()${s}`, `${widget}.stop()${s}`, "start and stop"],
    [
      "isExpanded",
      `label.textContent = ${q}Show less${q}${s}`,
      `label.textContent = ${q}Show more${q}${s}`,
      "the labels",
    ],
    ["muted", `setIcon(${q}sound-off${q})${s}`, `setIcon(${q}sound-on${q})${s}`, "the icons"],
    ["isOnline", `setStatus(${q}online${q})${s}`, `setStatus(${q}offline${q})${s}`, "the states"],
    [
      `direction === ${q}asc${q}`,
      `list.sort(ascending)${s}`,
      `list.sort(descending)${s}`,
      "ascending and descending",
    ],
    ["isLoggedIn", `showProfile()${s}`, `showLogin()${s}`, "profile and login"],
  ] as [string, string, string, string][]);
}

export const branchesSwapped = composed(
  "branches-swapped",
  {
    seen: [
      "={wordsPair} are [swapped|mixed up|reversed|the wrong way round]",
      "=it does the opposite of what it should",
      "=the [two |]branches are [swapped|mixed up|the wrong way round]",
      "the code for {test} and the code of the else should change places",
      "exchange the bodies of the if and the else",
      "=the if and the else [do|have] each other's [job|code|lines]",
      "={wordsPair} [should be|need to be] the other way round",
    ],
    unseen: ["=what happens with {test} belongs into the else and the other way about"],
    weight: 1.2,
  },
  (choose) => {
    // By convention, the condition stays and the branches are swapped.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [test, yes, no, wordsPair] = opposites(choose, h);
    const isTernary = choose.chance(0.12);
    const parameter = /^\w+/.exec(test)?.[0] ?? "flag";
    const name = choose.pick(["apply", "update", "toggle", "handle", "sync"]) + capitalized(parameter);
    const head = choose.pick([[], [], [`const previous = current${s}`], [`current = ${parameter}${s}`]]);
    const tail = choose.pick([
      [],
      [],
      [`console.log(${q}${parameter}${q}, ${parameter})${s}`],
      [`render()${s}`],
    ]);
    const fn = functionWriter(choose, h, name, parameter);
    const bare = (line: string) => line.replace(/;$/, "");
    const write = (first: string, second: string) =>
      fn([
        ...head,
        ...(isTernary && !/ = /.test(first)
          ? [`${test} ? ${bare(first)} : ${bare(second)}${s}`]
          : [`if (${test}) {`, i + first, "} else {", i + second, "}"]),
        ...tail,
      ]);
    return { before: write(no, yes), after: write(yes, no), slots: { wordsPair, test }, language: "js" };
  },
);

const RISKY: readonly (readonly [string, string, string])[] = [
  ["localStorage.setItem", "(KEY, JSON.stringify(data))", "storage is full"],
  ["sessionStorage.setItem", "(KEY, data)", "the quota is exceeded"],
  ["localStorage.removeItem", "(KEY)", "storage is not available"],
  ["sessionStorage.setItem", "(KEY, String(data))", "storage is blocked"],
  ["fs.unlinkSync", "(path)", "the file is gone"],
  ["fs.rmdirSync", "(path)", "the directory is not there"],
  ["socket.close", "()", "the socket is closed already"],
  ["video.pause", "()", "there is no video"],
  ["window.gtag", "('event', data)", "the tracker is blocked"],
  ["analytics.track", "('click', data)", "analytics is blocked"],
  ["navigator.vibrate", "(200)", "the device cannot vibrate"],
  ["controller.abort", "()", "it is aborted already"],
  ["audio.load", "()", "there is no sound"],
  ["worker.terminate", "()", "the worker is gone"],
];

export const tryIgnore = composed(
  "try-ignore",
  {
    seen: [
      "=if {wordsWhen} this [throws|crashes|fails], [just |]swallow [it|that]",
      "=this [throws|crashes|fails] [if|when] {wordsWhen}, [just |]ignore [it|that]",
      "[ignore|swallow] [errors|any error|exceptions] [of|from|in] {call}",
      "wrap {call} in [a try|try catch|try/catch] and ignore [errors|the error]",
      "={call} [may|can] throw, [that's fine|ignore it|swallow it]",
      "={wordsWhen}? [that |this ]should not [matter|break anything], ignore [it|the error]",
      "catch [errors|the error] of {call} and do nothing",
    ],
    unseen: ["=that {wordsWhen} is no reason to fail, carry on silently", "make a failing {call} harmless"],
    weight: 1.4,
  },
  (choose) => {
    // By convention, a comment in the empty catch says that it is intentional.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [call, list, wordsWhen] = choose.pick(RISKY);
    const [word, other] = choose.shuffle([...NOUNS]).slice(0, 2) as [string, string];
    const code = `${call}${list.replaceAll("'", q).replaceAll("KEY", `${q}${word}${q}`)}${s}`;
    const parameters = [
      ...(list.includes("data") ? ["data"] : []),
      ...(list.includes("path") ? ["path"] : []),
      ...(/^(socket|video|controller|worker|audio)/.test(call) ? [call.split(".")[0] as string] : []),
    ].join(", ");
    const head = choose.pick([[], [], [`log(${q}${word}${q})${s}`], [`const now = Date.now()${s}`]]);
    const tail = choose.pick([
      [],
      [],
      [`notify(${q}${other}${q})${s}`],
      [`${choose.pick(["isOpen", "isActive", "isReady"])} = false${s}`],
    ]);
    const write = functionWriter(
      choose,
      h,
      choose.pick([
        ..."cleanup teardown dispose onUnload handleClose leave finish update onExit handleLeave".split(" "),
        `finish${capitalized(word)}`,
        `close${capitalized(word)}`,
      ]),
      parameters,
    );
    const second = choose.chance(0.3)
      ? `\n\nexport function read${capitalized(other)}(key) {\n${i}return cache.get(key)${s}\n}`
      : "";
    return {
      before: write([...head, code, ...tail]) + second,
      after: write([...head, "try {", i + code, "} catch {", `${i}// ignore`, "}", ...tail]) + second,
      slots: { call, wordsWhen },
      language: "js",
    };
  },
);
