import { sketched } from "./sketch.ts";

/** What goes wrong with text. */
export const LOGIC_TEXT = [
  sketched("split-at-the-first", {
    seen: [
      "=values with {textSep} in them [get cut off|are cut off|are truncated]",
      "=the value is cut at the second {textSep}",
      "split at the first {textSep} only",
      "=only the first {textSep} [separates|should count]",
      "={textSep} in the {value} isn't handled",
      "=everything after the second {textSep} is [lost|gone]",
      "=loses [part|the rest] of {value} if it has a {textSep}",
      "keep the rest of the line in {value}",
      "=why is {value} incomplete [when|if] there's another {textSep} in it?",
      "=a {textSep} may be in {value} too",
      "=can {value} contain {textSep}?",
      "join the rest again, {value} may have a {textSep}",
      "=more than one {textSep} [breaks it|isn't handled]",
      "=a [token|url|password] with {textSep} in it [is cut|loses its end|comes out broken]",
      "[only cut|split] once, at the first {textSep}",
      "=base64 and urls have {textSep} in them too",
      "=the rest behind the second {textSep} [belongs to|is part of] {value}",
    ],
    unseen: [
      "=half of {value} goes missing, it had a {textSep} of its own",
      "let {value} be all that comes behind the first {textSep}",
    ],
    rows: [
      [
        { sep: "=", key: "key", value: "value" },
        { sep: ":", key: "name", value: "value" },
        { sep: ":", key: "header", value: "content" },
        { sep: "=", key: "variable", value: "setting" },
        { sep: "-", key: "code", value: "title" },
        { sep: "/", key: "owner", value: "path" },
        { sep: ":", key: "level", value: "message" },
        { sep: "|", key: "id", value: "label" },
        { sep: ".", key: "scope", value: "property" },
      ],
    ],
    code: [
      `
      ƒ parse‹Thing›Line(line: string): [string, string] {
        const [‹key›, ⟦‹value›→...rest⟧] = line.split("‹sep›");
        return [‹key›.trim(), ⟦‹value›→rest.join("‹sep›")⟧.trim()];
      ƒ}
      `,
      `
      ƒ read‹Things›(text: string) {
        const ‹things›: Record<string, string> = {};
        for (const line of text.split("\\n")) {
          if (line.trim() === "") continue;
          const [‹key›, ⟦‹value›→...rest⟧] = line.split("‹sep›");
          ‹things›[‹key›] = ⟦‹value›→rest.join("‹sep›")⟧;
        }
        return ‹things›;
      ƒ}
      `,
      `
      export class ‹Thing›Parser {
        private readonly entries = new Map<string, string>();

        feed(line: string) {
          const [text] = line.split("#");
          const [‹key›, ⟦‹value›→...rest⟧] = text.split("‹sep›");
          this.entries.set(‹key›.trim(), ⟦‹value›→rest.join("‹sep›")⟧.trim());
        }
      }
      `,
    ],
  }),
  sketched("windows-line-ends", {
    seen: [
      "=windows files [leave|have] a \\r at the end of [every line|each line]",
      "=\\r [stays|is left] at the end of the lines",
      "=doesn't work with windows line [ends|endings|breaks]",
      "=crlf isn't handled",
      "split at \\r\\n too",
      "[handle|support] crlf",
      "=lines end in a carriage return if the file comes from windows",
      "=should also [understand|accept] \\r\\n",
      "=files saved on windows are read wrong",
      "=why do the {wordsThings} have an invisible character at the end?",
      "allow an optional \\r before the line break",
      "=can it deal with crlf as well as lf?",
      "=stray carriage returns in the {wordsThings}",
      "=[bob|a customer|someone] on windows gets [garbage|weird characters] at the end of each one",
      "=\\r\\n [not supported|unsupported|is not split properly]",
      "=compare fails since there's a \\r at the end",
      "accept [both|either] [line endings|kinds of line breaks]",
    ],
    unseen: [
      "=a file from my pc gives lines with an extra char at the end, on the mac it's fine",
      "be tolerant of dos line endings",
    ],
    vars: { text: ["text", "content", "source", "body", "raw", "input", "data"] },
    code: [
      `
      ƒ async read‹Things›(path: string): Promise<string[]> {
        const ‹text› = await readFile(path, "utf8");
        «const [folder] = path.split("/");
        |»return ‹text›.split(⟦"\\n"→/\\r?\\n/⟧)«.filter(Boolean)|»;
      ƒ}
      `,
      `
      ƒ parse‹Things›(‹text›: string): ‹Thing›[] {
        const [, ...rows] = ‹text›.split(⟦"\\n"→/\\r?\\n/⟧);
        ‹fill›
        return rows.map((row) => {
          const [id, name] = row.split("«,|;|\\t»");
          return { id, name };
        });
      ƒ}
      `,
      `
      export class ‹Thing›Log {
        private readonly lines: string[] = [];

        append(‹text›: string) {
          for (const line of ‹text›.split(⟦"\\n"→/\\r?\\n/⟧)) this.lines.push(line);
        }

        toString() {
          return this.lines.join("\\n");
        }
      }
      `,
    ],
  }),
  sketched("runs-of-spaces", {
    seen: [
      "=[two|several] spaces [in a row |]break it",
      "=double spaces [give|lead to] empty [words|parts]",
      "=breaks [with|on] {textSample} (two spaces)",
      "split at any whitespace",
      "=should [also |]split at tabs [and|or] several spaces",
      "treat several spaces as one",
      "=two spaces count as an extra word",
      "=a tab instead of a space isn't [recognised|handled]",
      "=why is there an empty string among the {parts}?",
      "=there are empty {parts} when someone types two spaces",
      "=whitespace, not just single spaces",
      "=any amount of whitespace between the {parts}",
      "=can it cope with more than one space between the {parts}?",
      "=[tabs|tabs and double spaces] [aren't handled|break it|give empty {parts}]",
      "=copy-pasted text with extra [spaces|blanks] [fails|is split wrong]",
      "split on [one or more spaces|whitespace of any length]",
    ],
    unseen: [
      "={textSample} comes out wrong, there is one space too many in it",
      "be generous about the gaps between {parts}",
    ],
    vars: {
      parts: ["words", "parts", "names", "terms", "tokens", "pieces", "columns"],
      text: ["text", "input", "line", "query", "fullName", "value", "title"],
      sample: ["anna  maria", "red  blue", "a  b", "new  york", "foo  bar"],
    },
    code: [
      `
      ƒ «initialsOf|shorten|abbreviate»(‹text›: string): string {
        const ‹parts› = ‹text›.trim().split(⟦" "→/\\s+/⟧);
        return ‹parts›.map((one) => one[0].toUpperCase()).join("");
      ƒ}
      `,
      `
      ƒ count‹Parts›(‹text›: string) {
        «if (‹text› === "") return 0;
        |»const ‹parts› = ‹text›.trim().split(⟦" "→/\\s+/⟧);
        return ‹parts›.length;
      ƒ}
      `,
      `
      ƒ search‹Things›(‹things›: ‹Thing›[], ‹text›: string): ‹Thing›[] {
        const ‹parts› = ‹text›.trim().toLowerCase().split(⟦" "→/\\s+/⟧);
        return ‹things›.filter((‹thing›) => {
          const content = [‹thing›.name, ‹thing›.city].join(" ").toLowerCase();
          return ‹parts›.every((one) => content.includes(one));
        });
      ƒ}
      `,
      `
      class ‹Thing›Command {
        readonly name: string;
        readonly ‹parts›: string[];

        constructor(‹text›: string) {
          const [name, ...‹parts›] = ‹text›.trim().split(⟦" "→/\\s+/⟧);
          this.name = name;
          this.‹parts› = ‹parts›;
        }

        toString() {
          return [this.name, ...this.‹parts›].join(" ");
        }
      }
      `,
    ],
  }),
  sketched("no-match-is-no-crash", {
    seen: [
      "=[crashes|blows up|throws] when there's no match",
      "=should give an empty [array|list] when nothing matches",
      "=match returns null [if nothing is found|without a match]",
      "=no match should give an empty [array|list]",
      "fall back to an empty array if there's no match",
      "=cannot read properties of null, the text has no {wordsThings}",
      "handle null from match",
      "=text without any {wordsThings} makes it throw",
      "=why does it throw for a text with no {wordsThings}? should just be empty",
      "=what if there isn't a single {wordsThing} in the text? empty list please",
      "=match can be null[ here|, isn't handled|]",
      "default to an empty [array|list]",
      "=an empty text isn't handled, should be empty list",
      "=TypeError [because|since] match gave null",
      "=an ordinary text with none [crashes it|makes it fail|blows up], should be an empty list",
      "=fallback to an empty array [is missing|needed|please]",
      "=no {wordsThings} is [fine|no error], [empty list then|just give an empty list]",
    ],
    unseen: [
      "=nothing found is no reason to explode, there are just none",
      "come back with no {wordsThings} where the pattern doesn't hit",
    ],
    vars: { text: ["text", "body", "content", "message", "source", "input", "markdown"] },
    rows: [
      [
        { re: "/#\\w+/g" },
        { re: "/@\\w+/g" },
        { re: "/\\d+/g" },
        { re: "/[A-Z]{2,}-\\d+/g" },
        { re: "/https?:\\S+/g" },
        { re: "/\\{\\w+\\}/g" },
        { re: "/\\b[a-f\\d]{40}\\b/g" },
      ],
    ],
    code: [
      `
      ƒ find‹Things›(‹text›: string): string[] {
        return ⟦‹text›.match(‹re›)→(‹text›.match(‹re›) ?? [])⟧.map((one) => one.«slice(1)|trim()|toLowerCase()»);
      ƒ}
      `,
      `
      ƒ extract‹Things›(‹text›: string) {
        const [title = ""] = ‹text›.split("\\n");
        const found = ‹text›.match(‹re›)⟦→ ?? []⟧;
        ‹fill›
        return { title, ‹things›: found.filter((one) => one.length > 2) };
      ƒ}
      `,
      `
      export class ‹Thing›Scanner {
        private readonly ‹things›: string[] = [];

        scan(‹text›: string) {
          if (!‹text›.startsWith("//")) {
            const matches = ‹text›.match(‹re›)⟦→ ?? []⟧;
            for (const match of matches) this.‹things›.push(match);
          }
          return this.‹things›.length;
        }
      }
      `,
    ],
  }),
  sketched("class-takes-more", {
    seen: [
      "also allow {wordsWhat} in the {wordsName}",
      "allow {wordsWhat} [too|as well]",
      "={wordsWhat} should be [allowed|ok|valid] [too|as well]",
      "={textSample} is [refused|rejected|invalid], {wordsWhat} should be ok",
      "=can a {wordsName} have {wordsWhat}?",
      "accept {wordsWhat}[ in the {wordsName}|]",
      "=why is {textSample} not a valid {wordsName}? {wordsWhat} are fine",
      "add {wordsWhat} to the [pattern|regex]",
      "={wordsName} with {wordsWhat} doesn't match",
      "=we need {wordsWhat} in a {wordsName}",
      "=pattern should let {wordsWhat} through",
      "={wordsWhat} aren't accepted[ yet|], they should be",
      "=[regex|pattern] is too strict, {wordsWhat} [should be ok|are missing]",
      "={textSample} should be a valid {wordsName}",
      "=users want {wordsWhat} in their {wordsName}s",
      "let {wordsWhat} [through|pass]",
    ],
    unseen: [
      "={textSample} has to be possible, note the {wordsWhat}",
      "be fine with {wordsWhat} in a {wordsName}",
    ],
    vars: { name: ["name", "slug", "code", "username", "key", "tag", "handle", "id"] },
    rows: [
      [
        { what: "underscores", old: "a-z0-9-", new: "a-z0-9_-", sample: "my_name" },
        { what: "dots", old: "a-z0-9-", new: "a-z0-9.-", sample: "my.name" },
        { what: "digits", old: "a-z-", new: "a-z0-9-", sample: "team4" },
        { what: "uppercase letters", old: "a-z0-9-", new: "a-zA-Z0-9-", sample: "MyName" },
        { what: "hyphens", old: "a-z0-9", new: "a-z0-9-", sample: "my-name" },
        { what: "spaces", old: "a-zA-Z", new: "a-zA-Z ", sample: "my name" },
        { what: "plus signs", old: "a-z0-9", new: "a-z0-9+", sample: "a+b" },
        { what: "colons", old: "a-z0-9", new: "a-z0-9:", sample: "a:b" },
        { what: "slashes", old: "a-z0-9-", new: "a-z0-9/-", sample: "a/b" },
      ],
    ],
    code: [
      `
      const ‹name:CONST›_PATTERN = /^[⟦‹old›→‹new›⟧]+$/;
      const «COLOR|HEX»_PATTERN = /^#[0-9a-f]{6}$/;

      ƒ isValid‹Name›(‹name›: string): boolean {
        return ‹name›.length <= «32|64|20» && ‹name:CONST›_PATTERN.test(‹name›);
      ƒ}
      `,
      `
      ƒ check‹Thing›(‹thing›: ‹Thing›): string[] {
        const errors: string[] = [];
        if (!/^[⟦‹old›→‹new›⟧]{«1|2|3»,«30|40|64»}$/.test(‹thing›.‹name›)) errors.push("‹name› is invalid");
        if (!/^\\d{5}$/.test(‹thing›.zip)) errors.push("zip is invalid");
        return errors;
      ƒ}
      `,
      `
      export const ‹thing›Schema = z.object({
        ‹name›: z.string().regex(/^[⟦‹old›→‹new›⟧]+$/),
        phone: z.string().regex(/^[0-9]+$/),
        «color: z.string().optional(),|active: z.boolean(),»
      });
      `,
      `
      export function ‹Thing›Form({ onSave }: ‹Thing›FormProps) {
        const [‹name›, set‹Name›] = useState("");
        const isValid = /^[⟦‹old›→‹new›⟧]+$/.test(‹name›);
        return (
          <form onSubmit={() => onSave(‹name›)}>
            <input value={‹name›} onChange={(event) => set‹Name›(event.target.value)} />
            <input name="year" pattern="[0-9]+" />
            <button disabled={!isValid}>Save</button>
          </form>
        );
      }
      `,
    ],
  }),
  sketched("minus-in-the-pattern", {
    seen: [
      "=negative numbers [aren't recognised|don't match|aren't matched]",
      "=a minus [before the number |in front |]isn't [recognised|accepted]",
      "=-5 [doesn't match|isn't recognised|isn't valid]",
      "allow a minus [sign |][in front|before the number]",
      "allow negative {wordsName}s",
      "=should match {textSample} too",
      "=negative {wordsName}s should be [fine|ok|possible]",
      "=why isn't {textSample} [matched|a number]?",
      "=can it be negative?",
      "make a leading minus optional",
      "=minus sign is missing in the [regex|pattern]",
      "=optional minus at the start pls",
      "=below zero isn't possible",
      "=can't enter negative values for the {wordsName}",
      "=[regex|pattern] only [knows|allows|takes] positive numbers",
    ],
    unseen: ["={textSample} is a perfectly good {wordsName}, below zero happens", "take a leading - as well"],
    vars: {
      name: ["amount", "temperature", "balance", "offset", "latitude", "change", "delta", "elevation"],
    },
    rows: [
      [
        { re: "\\d+", sample: "-12" },
        { re: "\\d+(\\.\\d+)?", sample: "-5.5" },
        { re: "\\d+(?:\\.\\d{1,2})?", sample: "-0.75" },
        { re: "[0-9]+", sample: "-3" },
        { re: "\\d{1,3}(\\.\\d+)?", sample: "-48.2" },
      ],
    ],
    code: [
      `
      ƒ parse‹Name›(input: string): number | null {
        const match = /^⟦→-?⟧‹re›$/.exec(input.trim());
        return match ? Number(match[0]) : null;
      ƒ}
      `,
      `
      const ‹name:CONST› = /^⟦→-?⟧‹re›$/;
      const YEAR = /^\\d{4}$/;

      ƒ isValid‹Thing›Row([year, ‹name›]: string[]) {
        return YEAR.test(year) && ‹name:CONST›.test(‹name›);
      ƒ}
      `,
      `
      export const ‹thing›Rules = {
        ‹name›: /^⟦→-?⟧‹re›$/,
        count: /^\\d+$/,
        «date: /^\\d{4}-\\d\\d-\\d\\d$/,|time: /^\\d\\d:\\d\\d$/,»
      };
      `,
      `
      ƒ read‹Thing›(fields: FormData) {
        const ‹name› = String(fields.get("‹name›") ?? "");
        ‹fill›
        if (!/^⟦→-?⟧‹re›$/.test(‹name›)) throw new Error("‹name:Words› must be a number");
        return { ‹name›: Number(‹name›) };
      ƒ}
      `,
    ],
  }),
  sketched("pattern-to-the-end", {
    seen: [
      "={textBad} [gets through|matches|is accepted]",
      "=anything may [follow|come after it]",
      "=only the [start|beginning] is checked",
      "=the [pattern|regex] isn't anchored at the end",
      "add [a|the missing] $",
      "=the whole {wordsName} [has to|must] match",
      "match the whole {wordsName}, not only how it starts",
      "=missing $ at the end[ of the regex|]",
      "=why is {textBad} a valid {wordsName}?",
      "=junk at the end of the {wordsName} is accepted",
      "anchor the pattern for the {wordsName} at the end",
      "=should refuse {textBad}",
      "=shouldn't there be a $ in the {wordsName} pattern?",
      "=too much at the end [is ok for it|isn't noticed|doesn't bother it]",
      "=regex [lacks|is missing|needs] a dollar",
      "=should be an exact match",
      "={textBad} [must|should] [fail|be refused|be invalid]",
    ],
    unseen: [
      "=trailing rubbish as in {textBad} isn't noticed",
      "insist that the {wordsName} stops where the pattern does",
    ],
    rows: [
      [
        { name: "zip", re: "\\d{5}", bad: "12345abc" },
        { name: "color", re: "#[0-9a-f]{6}", bad: "#00ff00zz" },
        { name: "version", re: "\\d+\\.\\d+\\.\\d+", bad: "1.2.3.4.5" },
        { name: "date", re: "\\d{4}-\\d{2}-\\d{2}", bad: "2024-01-01foo" },
        { name: "slug", re: "[a-z0-9-]+", bad: "my-slug!!" },
        { name: "username", re: "[a-z][a-z0-9]*", bad: "anna; drop" },
        { name: "time", re: "\\d{2}:\\d{2}", bad: "12:30pm" },
        { name: "sku", re: "[A-Z]{3}\\d{4}", bad: "ABC12345678" },
      ],
    ],
    code: [
      `
      const ‹name:CONST›_PATTERN = /^‹re›⟦→$⟧/;
      const EMAIL_PATTERN = /^\\S+@\\S+$/;

      ƒ is‹Name›(text: string): boolean {
        return ‹name:CONST›_PATTERN.test(text);
      ƒ}
      `,
      `
      ƒ validate‹Thing›(‹thing›: ‹Thing›) {
        const errors = new Map<string, string>();
        if (!/^[a-z ]+$/i.test(‹thing›.label)) errors.set("label", "letters only");
        if (!/^‹re›⟦→$⟧/.test(‹thing›.‹name›)) errors.set("‹name›", "not a valid ‹name›");
        return errors;
      ƒ}
      `,
      `
      export const ‹thing›Schema = z.object({
        id: z.string().regex(/^\\d+$/),
        ‹name›: z.string().regex(/^‹re›⟦→$⟧/),
        «note: z.string().optional(),|title: z.string().min(1),»
      });
      `,
      `
      app.param("‹name›", (req, res, next, ‹name›) => {
        «logger.debug("‹name›", ‹name›);
        |»if (!/^‹re›⟦→$⟧/.test(‹name›)) return res.status(404).end();
        req.‹name› = ‹name›;
        next();
      });
      `,
    ],
  }),
  sketched("test-without-g", {
    seen: [
      "=every second call [returns|gives|is] false",
      "=works only [every other time|every second time]",
      "=same {wordsName}, different results",
      "=first call says true, the second one false for the same [text|{wordsName}]",
      "remove the g[ flag|]",
      "drop the global flag",
      "=g makes it remember lastIndex",
      "=the regex is stateful [because of|due to] the g",
      "=lastIndex [bites us|is kept] between the calls",
      "=why does calling it twice give true and then false?",
      "=no need for the g flag on a test",
      "=flaky: every other {wordsName} is said to be invalid",
      "=can we do without the g? test() keeps state",
      "=[sometimes|every now and then] a valid {wordsName} is [refused|not found|missed]",
      "=the global flag [is wrong|makes no sense|must go] [here|with test]",
      "=filter [drops|loses] every [other|second] {wordsName}",
      "=depends on what was tested before",
    ],
    unseen: ["=ask it again and it changes its mind", "make the regex stateless"],
    vars: { name: ["word", "code", "tag", "url", "handle", "phone", "mention", "keyword"] },
    rows: [
      [
        { re: "/\\d{3}-\\d{4}/" },
        { re: "/[A-Z]{2}\\d+/" },
        { re: "/https?:/" },
        { re: "/@[a-z]+/" },
        { re: "/#\\w+/" },
        { re: "/\\bTODO\\b/" },
        { re: "/^[a-z-]+$/" },
      ],
    ],
    code: [
      `
      const ‹name:CONST›_PATTERN = ‹re›⟦g→⟧;
      const SPACES = /\\s+/g;

      ƒ has‹Name›(text: string): boolean {
        return ‹name:CONST›_PATTERN.test(text.replace(SPACES, " "));
      ƒ}
      `,
      `
      export class ‹Thing›Filter {
        private readonly pattern = ‹re›⟦g→⟧;
        private readonly breaks = /\\r?\\n/g;

        accepts(‹name›: string) {
          return this.pattern.test(‹name›);
        }

        clean(text: string) {
          return text.replace(this.breaks, " ");
        }
      }
      `,
      `
      const ‹name›Pattern = ‹re›⟦g→⟧;

      ƒ only‹Name›s(lines: string[]) {
        ‹fill›
        return lines.map((line) => line.replace(/\\t/g, "  ")).filter((line) => ‹name›Pattern.test(line));
      ƒ}
      `,
    ],
  }),
  sketched("as-little-as-possible", {
    seen: [
      "=takes everything up to the last {textClose}",
      "=[too greedy|the regex is greedy|the pattern is too greedy]",
      "make [it|the pattern|the regex] non-greedy",
      "=should stop at the first {textClose}",
      "stop at the first {textClose}",
      "=two {wordsThings} in one line are taken as one",
      "=with several {wordsThings} it finds only one big one",
      "=why does it swallow everything between the first and the last one?",
      "use a [lazy|non-greedy] quantifier",
      "=matches [too much|way too much] if there are two {wordsThings}",
      "=lazy, not greedy[ pls|]",
      "=eats up the text between two {wordsThings}",
      "=can each {wordsThing} be a match of its own?",
      "=[swallows|eats|grabs] [too much|everything in between]",
      "=two on the same line [come out|are returned] as one[ big match|]",
      "=add a ? [to the quantifier|after the quantifier]",
      "=.+ and .* are greedy",
    ],
    unseen: ["=it runs on until the very last {textClose}", "match as little as possible"],
    rows: [
      [
        { open: "\\{\\{", close: "}}", end: "\\}\\}" },
        { open: "\\[", close: "]", end: "\\]" },
        { open: "\\(", close: ")", end: "\\)" },
        { open: "<", close: ">", end: ">" },
        { open: "\\*\\*", close: "**", end: "\\*\\*" },
        { open: "%", close: "%", end: "%" },
        { open: "\\$\\{", close: "}", end: "\\}" },
      ],
    ],
    vars: { text: ["text", "source", "template", "content", "line", "input"], q: ["+", "*"] },
    code: [
      `
      ƒ «replace|fill|expand»‹Things›(‹text›: string, values: Record<string, string>): string {
        «if (‹text› === "") return "";
        |»return ‹text›.replace(/‹open›(.‹q›⟦→?⟧)‹end›/g, (_, name) => values[name] ?? "");
      ƒ}
      `,
      `
      ƒ find‹Things›(‹text›: string) {
        const title = /^# (.+)/.exec(‹text›)?.[1];
        const ‹things› = [...‹text›.matchAll(/‹open›(.‹q›⟦→?⟧)‹end›/g)].map((match) => match[1]);
        return { title, ‹things› };
      ƒ}
      `,
      `
      const ‹thing:CONST› = /‹open›.‹q›⟦→?⟧‹end›/g;
      const REMARK = /#.*$/gm;

      ƒ without‹Things›(‹text›: string) {
        return ‹text›.replace(REMARK, "").replace(‹thing:CONST›, "");
      ƒ}
      `,
    ],
  }),
  sketched("escape-what-was-typed", {
    seen: [
      "=searching for {textSample} [crashes|throws|blows up]",
      "=typing {textSample} [gives|throws] an invalid regular expression",
      "=special characters in {query} [break the regex|aren't escaped]",
      "escape {query}[ first|]",
      "={query} has to be escaped[ before it becomes a regex|]",
      "use escapeRegExp[ on {query}|]",
      "=a dot in {query} matches anything",
      "take {query} literally",
      "=Invalid regular expression when {query} is {textSample}",
      "=why does {textSample} throw?",
      "=users can type regex characters in {query}",
      "={query} isn't escaped, should be plain text",
      "=can {query} be taken as plain text and not as a pattern?",
      "=regex injection through {query}",
      "=a user [typed|entered|searched for] {textSample} and [it crashed|got a 500|the page broke]",
      "=parens or stars in {query} [break|kill] it",
      "=characters like + and ( in {query} must be [escaped|taken literally]",
    ],
    unseen: [
      "=someone looked for {textSample} and got an error page",
      "don't let {query} be read as a pattern",
    ],
    vars: {
      query: ["query", "term", "search", "keyword", "needle", "word", "phrase"],
      sample: ["c++", "(", "a*", "[draft", "what?", "$10", "**"],
    },
    code: [
      `
      import { escapeRegExp } from "«../utils|./strings|lodash»";

      ƒ highlight(text: string, ‹query›: string, tag = "mark"): string {
        if (‹query› === "") return text;
        return text.replace(new RegExp(⟦‹query›→escapeRegExp(‹query›)⟧, "gi"), (hit) => ´<€{tag}>€{hit}</€{tag}>´);
      ƒ}
      `,
      `
      ƒ escapeRegExp(text: string) {
        return text.replace(/[.*+?^€{}()|[\\]\\\\]/g, "\\\\$&");
      ƒ}

      ƒ search‹Things›(‹things›: ‹Thing›[], ‹query›: string, prefix: RegExp) {
        const pattern = new RegExp(⟦‹query›→escapeRegExp(‹query›)⟧, "i");
        return ‹things›.filter(({ name }) => pattern.test(name) || prefix.test(name));
      ƒ}
      `,
      `
      import { escapeRegExp } from "lodash-es";

      export class ‹Thing›Index {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        count(‹query›: string) {
          const pattern = new RegExp(´\\\\b€{⟦‹query›→escapeRegExp(‹query›)⟧}\\\\b´, "gi");
          return this.‹things›.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
        }
      }
      `,
    ],
  }),
  sketched("one-dash-in-a-row", {
    seen: [
      "=[double|several] {wordsSepWords} [in a row |]in the {name}",
      "=[gives|makes] {textBad} from {textFrom}",
      "={textFrom} becomes {textBad}, should be {textGood}",
      "=should be {textGood} [and not|not|instead of] {textBad}",
      "collapse [them|several of them] into one {wordsSepWord}",
      "=only one {wordsSepWord} for several characters in a row",
      "replace [runs|a run] of them with a single {wordsSepWord}",
      "=why are there two {wordsSepWords} in a row?",
      "=can it be one {wordsSepWord} only?",
      "=each odd character gets its own {wordsSepWord}, one for all is enough",
      "make it a single {wordsSepWord}",
      "=never more than one {wordsSepWord} in a row pls",
      "=ugly: {textBad}",
      "=i'd expect {textGood}, got {textBad}",
      "=a [comma|sign] and a space make two {wordsSepWords}",
      "=multiple {wordsSepWords} should be [merged|one|collapsed]",
    ],
    unseen: [
      "={textFrom} has ugly repeated {wordsSepWords} afterwards",
      "squeeze neighbouring ones into one {wordsSepWord}",
    ],
    rows: [
      [
        {
          sep: "-",
          sepWord: "dash",
          sepWords: "dashes",
          name: "slug",
          from: "Rock & Roll",
          bad: "rock---roll",
          good: "rock-roll",
        },
        {
          sep: "_",
          sepWord: "underscore",
          sepWords: "underscores",
          name: "key",
          from: "Rock & Roll",
          bad: "rock___roll",
          good: "rock_roll",
        },
        {
          sep: "-",
          sepWord: "hyphen",
          sepWords: "hyphens",
          name: "anchor",
          from: "to be, or not",
          bad: "to-be--or-not",
          good: "to-be-or-not",
        },
        {
          sep: "_",
          sepWord: "underscore",
          sepWords: "underscores",
          name: "fileName",
          from: "a, b",
          bad: "a__b",
          good: "a_b",
        },
        {
          sep: "-",
          sepWord: "dash",
          sepWords: "dashes",
          name: "path",
          from: "salt + pepper",
          bad: "salt---pepper",
          good: "salt-pepper",
        },
        {
          sep: ".",
          sepWord: "dot",
          sepWords: "dots",
          name: "handle",
          from: "salt + pepper",
          bad: "salt...pepper",
          good: "salt.pepper",
        },
      ],
    ],
    vars: { text: ["text", "title", "label", "input", "heading"] },
    code: [
      `
      ƒ to‹Name›(‹text›: string): string {
        return ‹text›.toLowerCase().replace(/[^a-z0-9]⟦→+⟧/g, "‹sep›");
      ƒ}
      `,
      `
      ƒ create‹Thing›(input: ‹Thing›Input): ‹Thing› {
        const title = input.title.replace(/'/g, "");
        const ‹name› = title.trim().toLowerCase().replace(/[^a-z\\d]⟦→+⟧/g, "‹sep›");
        ‹fill›
        return { id: nextId(), title, ‹name› };
      ƒ}
      `,
      `
      export class ‹Thing› {
        constructor(readonly title: string, private readonly body: string) {}

        get ‹name›() {
          return this.title.toLowerCase().replace(/\\W⟦→+⟧/g, "‹sep›");
        }

        get summary() {
          return this.body.replace(/[^a-z ]/gi, "").slice(0, 80);
        }
      }
      `,
    ],
  }),
  sketched("dots-only-when-cut", {
    seen: [
      "=the … is [added|there] even [if|when] the text is short[ enough|]",
      "=short {wordsField}s get a … [too|as well]",
      "only add … if [something was cut off|it's longer than {max}]",
      "=no … for {wordsField}s that fit",
      "=why does every {field} end in …?",
      "=… should only be there if it was cut",
      "leave short {wordsField}s as they are",
      "=dots after a {field} that isn't cut",
      "return the {field} as it is if it isn't longer than {max}",
      "=ellipsis should only show when the {field} is longer than {max}",
      "=looks silly: a {field} of 3 letters with …",
      "=can we not add the … to short ones?",
      "=a {wordsField} like hi becomes Hi…",
      "=ellipsis on [everything|every {wordsField}], even [tiny|short] ones",
      "only shorten [when needed|if it's too long|if it's over {max}]",
      "=nothing was cut off, so why the …",
    ],
    unseen: [
      "=every {field} pretends to go on, even {max} or fewer characters",
      "drop the ellipsis unless the {field} is over {max}",
    ],
    vars: {
      field: ["title", "name", "text", "description", "bio", "heading", "subject", "caption"],
    },
    rows: [
      [
        { max: "max", more: ", max: number" },
        { max: "limit", more: ", limit = 80" },
        { max: "length", more: ", length: number" },
        { max: "maxLength", more: ", maxLength = 40" },
        { max: "40", more: "" },
        { max: "80", more: "" },
        { max: "120", more: "" },
        { max: "MAX_LENGTH", more: "" },
      ],
    ],
    code: [
      `
      ƒ shorten(‹field›: string‹more›): string {
        «if (‹field› === "") return "-";
        |»return ⟦´€{‹field›.slice(0, ‹max›)}…´→‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›⟧;
      ƒ}
      `,
      `
      ƒ preview‹Thing›({ ‹field›, author }: ‹Thing›‹more›) {
        const by = author.trim() + ":";
        const start = ⟦‹field›.slice(0, ‹max›) + "…"→‹field›.length > ‹max› ? ‹field›.slice(0, ‹max›) + "…" : ‹field›⟧;
        ‹fill›
        return [by, start].join(" ");
      ƒ}
      `,
      `
      export function render‹Thing›(‹thing›: ‹Thing›‹more›) {
        const { ‹field›, author } = ‹thing›;
        return (
          <article>
            <h3>{author.toUpperCase()}</h3>
            <p>{⟦´€{‹field›.slice(0, ‹max›)}…´→‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›⟧}</p>
          </article>
        );
      }
      `,
    ],
  }),
];
