import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { HERE, linesScene } from "./parts.ts";

/** Escapes one value in a URL with `encodeURIComponent(…)`. */
export const encodePart = composed(
  "encode-url-part",
  {
    seen: [
      "escape {value}[ in the url|]",
      "encode {value}[ in the url|]",
      "use encodeURIComponent[ for {value}|]",
      "=a {wordsValue} with [an & in it|a & in it|a space in it|special characters] [breaks|ruins] the url",
      "=[&|#|?|/] in the {wordsValue} [breaks the url|is not escaped]",
      "url[-| ]encode the {wordsValue}",
      "=the {wordsValue} [isn't|is not] [encoded|escaped]",
      '=searching for ["a & b"|"c#"|"50%"] only sends a part of the {wordsValue}',
    ],
    unseen: [
      "=a {wordsValue} such as rock & roll does not arrive whole",
      "make the {wordsValue} safe for use in an address",
    ],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const value = choose.pick([
      "term",
      "query",
      "search",
      "name",
      "title",
      "tag",
      "city",
      "email",
      "keyword",
      "filter",
      "path",
      "category",
      "text",
      "username",
      "slug",
      "q",
    ]);
    const [noun = ""] = distinctNames(choose, 1);
    const key = choose.pick(["q", "query", "search", value, "s"]);
    const root = choose.pick([
      "/search",
      `/api/${noun}s`,
      `https://example.com/${noun}`,
      `/${noun}s`,
      `${"$"}{BASE_URL}/find`,
    ]);
    const address = choose.pick([
      `\`${root}?${key}=\${${HERE}}\``,
      `\`${root}?${key}=\${${HERE}}&page=\${page}\``,
      `\`${root}?page=\${page}&${key}=\${${HERE}}\``,
      `\`${root}/\${${HERE}}\``,
      ...(root.startsWith("$") ? [] : [`${q}${root}?${key}=${q} + ${HERE}`]),
    ]);
    const lines = choose.pick([
      [`return ${address}${s}`],
      [`const url = ${address}${s}`, `return fetch(url)${s}`],
      [`const response = await fetch(${address})${s}`, `return response.json()${s}`],
      [`router.push(${address})${s}`],
      [`window.location.href = ${address}${s}`],
      [`const { data } = await axios.get(${address})${s}`, `return data${s}`],
    ]);
    const parameters = address.includes("page}") ? `${value}, page` : value;
    return {
      ...linesScene(
        choose,
        h,
        {
          name: `${choose.pick(["search", "find", "open", "load", "build"])}${capitalized(noun)}${choose.pick(["", "s", "Url"])}`,
          parameters,
          lines,
        },
        value,
        `encodeURIComponent(${value})`,
      ),
      slots: { value, wordsValue: inWords(value) },
    };
  },
);

/** Reads only the arguments after the script's name: `process.argv.slice(2)`. */
export const ownArguments = composed(
  "skip-node-arguments",
  {
    seen: [
      "skip the first two [args|arguments][ of process.argv|]",
      "=the first two [args|arguments] are node and the script[, drop them|]",
      "drop node and the script[ path|] from the [args|arguments]",
      "=[args|arguments] [contain|include] node and the [script|file] path[, I don't want those|]",
      "=argv starts with node and the script, slice it",
      "slice(2) the argv",
      "=I only want the [args|arguments] that were [typed|passed]",
      "=the first argument is the path of node[, fix that|]",
    ],
    unseen: ["=why is node among my command line arguments?"],
    weight: 0.8,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const args = choose.pick(["args", "args", "argv", "params", "cliArgs", "input"]);
    const lines = choose.pick([
      [
        `const ${args} = ${HERE}${s}`,
        `const [${noun}, ${other}] = ${args}${s}`,
        `console.log(${noun}, ${other})${s}`,
      ],
      [
        `const ${args} = ${HERE}${s}`,
        `if (${args}.includes(${q}--${noun}${q})) {`,
        `${i}console.log(${q}${other}${q})${s}`,
        "}",
      ],
      [`const [${noun}, ${other}] = ${HERE}${s}`, `run(${noun}, ${other})${s}`],
      [`for (const ${noun} of ${HERE}) {`, `${i}console.log(${noun})${s}`, "}"],
      [`const ${args} = ${HERE}${s}`, `return ${args}.map((one) => one.trim())${s}`],
      [`const ${args} = parseArgs(${HERE})${s}`, `start(${args}.${noun})${s}`],
      [
        `const ${args} = ${HERE}${s}`,
        `const [${noun}, ...rest] = ${args}${s}`,
        `if (!${noun}) {`,
        `${i}console.error(${q}usage: ${other} <${noun}>${q})${s}`,
        `${i}process.exit(1)${s}`,
        "}",
        `run(${noun}, rest)${s}`,
      ],
      [`const [${noun}, ...${args}] = ${HERE}${s}`, `commands[${noun}](${args})${s}`],
    ]);
    return linesScene(
      choose,
      h,
      { name: choose.pick(["main", "run", "parseCli", "readArgs"]), parameters: "", lines },
      "process.argv",
      "process.argv.slice(2)",
    );
  },
);
