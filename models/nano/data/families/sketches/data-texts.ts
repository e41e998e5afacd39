import { sketched } from "./sketch.ts";

/** What people ask of texts that are made from data, of search, of settings and of files. */
export const DATA_TEXTS = [
  sketched("another-word-where-it-is-missing", {
    seen: [
      "=undefined shows up in the {place}, say {textInstead} [then|instead] [if there's no {wordsField}|]",
      "=the {place} says undefined without a {wordsField}, [should be|make it|better] {textInstead}",
      "say {textInstead} [if|when] there is no {wordsField}",
      "=without a {wordsField} it should say {textInstead}",
      "=people get [a|an] {place} with undefined in it, use {textInstead} when the {wordsField} is missing",
      "use {textInstead} when the {wordsField} is missing",
      "=no {wordsField}? [then|say|just] {textInstead}",
      "=can it say {textInstead} when there's no {wordsField}?",
      "=for those without {wordsField}: {textInstead}",
      "=not everyone has a {wordsField}, {textInstead} for the others",
      "fall back to {textInstead} for a missing {wordsField}",
    ],
    unseen: [
      "=somebody forwarded a {place} that had the word undefined where the {wordsField} goes, put {textInstead} there",
      "let {textInstead} stand in for the {wordsField} of those who have none",
    ],
    rows: [
      [
        { field: "nickname", instead: "there" },
        { field: "firstName", instead: "customer" },
        { field: "company", instead: "your company" },
        { field: "city", instead: "your area" },
        { field: "title", instead: "Untitled" },
        { field: "agent", instead: "our team" },
        { field: "plan", instead: "Free" },
        { field: "reason", instead: "no reason given" },
        { field: "teamName", instead: "your team" },
      ],
    ],
    vars: {
      who: ["user", "reader", "person", "addressee", "contact", "recipient", "lead", "receiver"],
      place: ["mail", "message", "letter", "text", "newsletter", "notification"],
    },
    code: [
      `
      ƒ ‹place›Text(‹who›: ‹Who›, ‹thing›: ‹Thing›) {
        ‹fill›
        return ´Dear €{‹who›.‹field›⟦→ ?? "‹instead›"⟧}, your ‹thing:words› €{‹thing›.number} is ready.´;
      ƒ}
      `,
      `
      ƒ async send‹Place›(‹who›: ‹Who›) {
        const subject = ´News for €{‹who›.email}´;
        const body = ´Good news, €{‹who›.‹field›⟦→ ?? "‹instead›"⟧}!\\n\\nThere is something new.´;
        await mailer.send({ to: ‹who›.email, subject, body });
      ƒ}
      `,
      `
      const ‹place› = [
        ´Number: €{‹thing›.number}´,
        ´For: €{‹who›.‹field›⟦→ ?? "‹instead›"⟧}´,
        ´Date: €{‹thing›.date}´,
      ].join("\\n");
      await post("#‹things:kebab›", ‹place›);
      `,
    ],
  }),
  sketched("one-of-them-is-singular", {
    seen: [
      "=it says {textBad}, [should be|must be] {textGood}",
      "=should say {textGood}, not {textBad}",
      "=[1|one] is singular: {textGood}",
      "say {textGood} when there is [only|just] one",
      "=no s when it's [just|only] one",
      "=[wrong|bad] grammar with one: {textBad}",
      "=the plural is [wrong|odd|bad] for [1|one]",
      "=can it be {textGood} when there's only one?",
      "=singular for 1 [please|pls]",
      "=singular and plural [please|pls]",
      "handle the singular[, {textGood}|]",
    ],
    unseen: ["=with a single one it reads odd, {textBad}", "drop the s for one of them"],
    rows: [
      [
        { one: "item", bad: "1 items", good: "1 item" },
        { one: "file", bad: "1 files", good: "1 file" },
        { one: "comment", bad: "1 comments", good: "1 comment" },
        { one: "seat", bad: "1 seats", good: "1 seat" },
        { one: "point", bad: "1 points", good: "1 point" },
        { one: "step", bad: "1 steps", good: "1 step" },
        { one: "guest", bad: "1 guests", good: "1 guest" },
        { one: "ticket", bad: "1 tickets", good: "1 ticket" },
        { one: "day", bad: "1 days", good: "1 day" },
        { one: "vote", bad: "1 votes", good: "1 vote" },
      ],
    ],
    vars: { count: ["count", "n", "total", "amount", "size", "left"] },
    code: [
      `
      ƒ ‹one›Text(‹count›: number, name: string) {
        ‹fill›
        return ´€{name}: €{‹count›} ⟦‹one›s→€{‹count› === 1 ? "‹one›" : "‹one›s"}⟧´;
      ƒ}
      `,
      `
      const Badge = ({ ‹count›, title }: BadgeProps) => (
        <span className="badge" title={title}>
          {‹count›} ⟦‹one›s→{‹count› === 1 ? "‹one›" : "‹one›s"}⟧
        </span>
      );
      `,
      `
      ƒ summary(‹thing›: ‹Thing›) {
        const ‹count› = ‹thing›.‹one›s.length;
        const date = ‹thing›.date.toLocaleDateString();
        return ´€{date} · €{‹count›} ⟦‹one›s→€{‹count› === 1 ? "‹one›" : "‹one›s"}⟧´;
      ƒ}
      `,
    ],
  }),
  sketched("slug-in-lower-case", {
    seen: [
      "=the slug has capitals in it",
      "=slugs [should|must|have to] be lower case",
      "=Hello World becomes Hello-World, [should be|i want] hello-world",
      "make the [slug|slugs] lower case",
      "=lower case [please|pls][, it's for the url|]",
      "=urls with capitals [give a 404|look bad]",
      "=can slugs be all lower case?",
      "=My-Post and my-post are two pages now",
      "=the url is case sensitive, so [lowercase it|make it lower case]",
      "lowercase the [slug|title first]",
      "=capital letters [end up|stay] in the slug",
    ],
    unseen: ["=big letters have no place in an address", "downcase what ends up in the url"],
    vars: { text: ["title", "name", "text", "headline", "label", "subject", "input", "value"] },
    code: [
      `
      ƒ slugify(‹text›: string) {
        return ‹text›
          .trim()
          ⟦→.toLowerCase()⟧
          .replace(/\\s+/g, "-")«.replace(/-+/g, "-")|.replace(/[^\\w-]/g, "")|»;
      ƒ}
      `,
      `
      ƒ to‹Thing›(draft: ‹Thing›Draft) {
        return {
          ‹text›: draft.‹text›,
          slug: draft.‹text›⟦→.toLowerCase()⟧.replaceAll(" ", "-"),
          author: draft.author,
        };
      ƒ}
      `,
      `
      const slug = ‹text›⟦→.toLowerCase()⟧.replace(/[^a-z0-9]+/gi, "-");
      const path = ´/‹things›/€{slug}´;
      await savePage(path, { ‹text› });
      `,
    ],
  }),
  sketched("accents-off-in-slug", {
    seen: [
      "=é [disappears from|is lost in] the slug, should become e",
      "=crème brûlée becomes cr-me-br-l-e[, should be creme-brulee|]",
      "=accented letters [vanish|become dashes], é should [be|turn into] e",
      "=accents should be [removed|stripped], not the whole letter",
      "replace accented letters [with|by] the plain ones",
      "strip the accents [first|before the rest is replaced]",
      "=can é become e?",
      "=café should give cafe",
      "=names with accents come out [broken|mutilated]",
      "=é to e, ü to u [and so on|please]",
    ],
    unseen: ["=Zoë ends up as zo and i want zoe", "get rid of diacritics but keep their letters"],
    vars: { text: ["title", "name", "text", "label", "value", "input", "word"] },
    code: [
      `
      ƒ slugify(‹text›: string) {
        return ‹text›
          ⟦→.normalize("NFD")
          .replace(/[\\u0300-\\u036f]/g, "")⟧
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "-");
      ƒ}
      `,
      `
      ƒ ‹thing›FileName(‹thing›: ‹Thing›, extension: string) {
        const base = ‹thing›.‹text›
          ⟦→.normalize("NFD")
          .replace(/[\\u0300-\\u036f]/g, "")⟧
          .replace(/[^A-Za-z0-9]+/g, "_");
        return ´€{base}.€{extension}´;
      ƒ}
      `,
      `
      export class ‹Thing›Key {
        static of(‹text›: string) {
          const trimmed = ‹text›.trim();
          return trimmed
            ⟦→.normalize("NFD")
            .replace(/[\\u0300-\\u036f]/g, "")⟧
            .replace(/[^A-Za-z0-9]/g, "")
            .toUpperCase();
        }
      }
      `,
    ],
  }),
  sketched("empty-search-shows-all", {
    seen: [
      "=an empty [search|query] should show [all|everything]",
      "=nothing [shows|is shown] until you type [something|]",
      "=clearing the search box [leaves the list empty|shows nothing], should [show|give] all {wordsThings}",
      "[show|return] all {wordsThings} [if|when] the {wordsQuery} is empty",
      "=without a {wordsQuery} all {wordsThings} should [come back|be there]",
      "=no {wordsQuery}, [then all|all] {wordsThings}",
      "=can it show everything when nothing was typed?",
      "=i'd expect all {wordsThings} [if|when] i search for nothing",
      "=empty {wordsQuery} means all {wordsThings}",
      "=searching for nothing finds nothing, should be all",
    ],
    unseen: [
      "=at first the page is blank since nobody has entered anything yet, list them all then",
      "hand back {things} as they are for a blank {wordsQuery}",
    ],
    vars: {
      query: ["query", "term", "search", "text", "filter", "keyword", "needle"],
      field: ["name", "title", "label", "email"],
    },
    code: [
      `
      ƒ search‹Things›(‹things›: ‹Thing›[], ‹query›: string) {
        ⟦if (!‹query›) return [];→if (!‹query›) return ‹things›;⟧
        const wanted = ‹query›.toLowerCase();
        return ‹things›.filter((‹thing›) => ‹thing›.‹field›.toLowerCase().includes(wanted));
      ƒ}
      `,
      `
      const found = useMemo(() => {
        if (‹query› === "") return ⟦[]→‹things›⟧;
        return ‹things›.filter((‹thing›) => matches(‹thing›, ‹query›));
      }, [‹things›, ‹query›]);
      const [selected, setSelected] = useState([]);
      `,
      `
      ƒ filter‹Things›(‹query›: string, ‹things›: ‹Thing›[], tags: string[]) {
        const words = ‹query›.split(" ").filter(Boolean);
        const found = words.length > 0 ? ‹things›.filter((‹thing›) => hasAll(‹thing›, words)) : ⟦[]→‹things›⟧;
        return { found, tags };
      ƒ}
      `,
    ],
  }),
  sketched("search-takes-no-heed-of-spaces", {
    seen: [
      "=a space [after|behind] the [search term|word] finds nothing",
      "=[search|it] finds nothing when there's a space at the end",
      "trim the {wordsQuery}",
      "=the {wordsQuery} [should|must|has to] be trimmed",
      "=[pasting|copy paste] with a space [doesn't find anything|finds nothing]",
      "ignore spaces around the {wordsQuery}",
      "=can we trim the {wordsQuery}?",
      "=phones put a space after the word and then there are no results",
      "=spaces around the {wordsQuery} should [not matter|be ignored]",
      "=autocomplete adds a space and [then|] nothing is found",
    ],
    unseen: [
      "=leading or trailing blanks must not change what is found",
      "cut whitespace off both ends of the {wordsQuery}",
    ],
    vars: {
      query: ["query", "term", "search", "text", "filter", "keyword", "needle"],
      field: ["name", "title", "label", "email"],
    },
    code: [
      `
      ƒ find‹Things›(‹things›: ‹Thing›[], ‹query›: string) {
        const wanted = ‹query›⟦→.trim()⟧.toLowerCase();
        ‹fill›
        return ‹things›.filter((‹thing›) => ‹thing›.‹field›.toLowerCase().includes(wanted));
      ƒ}
      `,
      `
      app.get("/‹things›/search", async (req, res) => {
        const ‹query› = String(req.query.q ?? "")⟦→.trim()⟧;
        const sort = String(req.query.sort ?? "‹field›");
        res.json(await ‹thing›Index.search(‹query›, { sort }));
      });
      `,
      `
      const onSearch = (event: ChangeEvent<HTMLInputElement>) => {
        const ‹query› = event.target.value⟦→.trim()⟧;
        setPage(1);
        void load‹Things›(‹query›);
      };
      `,
    ],
  }),
  sketched("inner-settings-merged-too", {
    seen: [
      "=setting one {wordsGroup} option [loses|drops] the [other ones|others]",
      "=the defaults of {group} are [lost|gone] when only one [of them|] is set",
      "=[merge is shallow|shallow merge], {group} [loses|drops] its defaults",
      "merge {group} [too|as well|deeper]",
      "=the inner defaults of {group} should [stay|be kept|survive]",
      "keep the defaults of {group} [that aren't set|for what isn't given]",
      "=can {group} be merged [too|as well]?",
      "=when i set just one thing in {group} the rest [is undefined|of it is gone]",
      "=a partial {group} [wipes|replaces] all of its defaults",
      "={group} should be merged [and not replaced|with its defaults]",
    ],
    unseen: [
      "=whoever gives half of {group} ends up without the other half",
      "spread the {group} defaults under those given",
    ],
    vars: {
      group: [
        "theme",
        "colors",
        "headers",
        "retry",
        "limits",
        "labels",
        "fonts",
        "notifications",
        "layout",
        "cache",
      ],
      given: ["options", "settings", "config", "overrides", "custom", "prefs"],
      base: ["DEFAULTS", "defaults", "defaultSettings", "base", "fallback"],
    },
    code: [
      `
      ƒ resolve‹Thing›Settings(‹given›: Partial<Settings>): Settings {
        ‹fill›
        return {
          ...‹base›,
          ...‹given›,
          ⟦→‹group›: { ...‹base›.‹group›, ...‹given›.‹group› },⟧
        };
      ƒ}
      `,
      `
      const merged = {
        ...‹base›,
        ...‹given›,
        ⟦→‹group›: { ...‹base›.‹group›, ...‹given›.‹group› },⟧
        version: 2,
      };
      write("‹thing›.json", JSON.stringify(merged));
      `,
      `
      export class ‹Thing›Client {
        private readonly settings: Settings;

        constructor(‹given›: Partial<Settings>, ‹base›: Settings) {
          this.settings = {
            ...‹base›,
            ...‹given›,
            ⟦→‹group›: { ...‹base›.‹group›, ...‹given›.‹group› },⟧
          };
        }
      }
      `,
    ],
  }),
  sketched("path-of-file-with-its-folder", {
    seen: [
      "=ENOENT, the folder is missing in the path",
      "=readdir gives only names, [join them with|you need] {dir}",
      "=it looks for the files in the [current|wrong] folder",
      "=no such file or directory, although it's [there|in {dir}]",
      "join {dir} and the name",
      "=the path [lacks|is missing] {dir}",
      "=[should|it should] read them from {dir}",
      "=works only [when|if] i start it inside of the folder",
      "=the file name needs {dir} in front[, with join|]",
      "prefix the name with {dir}[, use join|]",
      "=can't find the files, {dir} [isn't in the path|is left out]",
    ],
    unseen: ["=only in that very directory does it find what it lists", "make it a full path, {dir} first"],
    vars: {
      dir: ["dir", "folder", "root", "inputDir", "source", "base", "uploads", "templateDir"],
      file: ["file", "name", "entry", "fileName", "child"],
    },
    code: [
      `
      ƒ async read‹Things›(‹dir›: string) {
        const ‹things›: ‹Thing›[] = [];
        for (const ‹file› of await readdir(‹dir›)) {
          if (!‹file›.endsWith(".json")) continue;
          const text = await readFile(⟦‹file›→join(‹dir›, ‹file›)⟧, "utf8");
          ‹things›.push(JSON.parse(text));
        }
        return ‹things›;
      ƒ}
      `,
      `
      ƒ remove‹Things›(‹dir›: string, before: number) {
        for (const ‹file› of fs.readdirSync(‹dir›)) {
          const target = ⟦‹file›→path.join(‹dir›, ‹file›)⟧;
          if (fs.statSync(target).mtimeMs < before) fs.rmSync(target);
          console.log(‹file›);
        }
      ƒ}
      `,
      `
      const files = await fs.readdir(‹dir›);
      const sizes = await Promise.all(
        files.map(async (‹file›) => {
          const { size } = await fs.stat(⟦‹file›→path.join(‹dir›, ‹file›)⟧);
          return { ‹file›, size };
        }),
      );
      `,
    ],
  }),
  sketched("only-files-with-that-ending", {
    seen: [
      "=only {ext} files [please|pls|should be read]",
      "=it [also|] [takes|reads] files that aren't {ext}",
      "=[.DS_Store|a readme] in the folder breaks it, only {ext} [files|] please",
      "[skip|ignore] [everything|all files] that [is|are] not {ext}",
      "=can it take {ext} files only?",
      "=should [only|just] take files ending in {ext}",
      "=other files than {ext} should be ignored",
      "=crashes on anything that isn't {ext}",
      "filter for {ext}",
      "=there are other files [in there too|in the folder], we only want {ext}",
    ],
    unseen: [
      "=whatever lies in the directory is taken, though {ext} is all we can handle",
      "restrict it to names with the extension {ext}",
    ],
    vars: {
      ext: [".csv", ".json", ".md", ".sql", ".txt", ".yaml", ".png", ".pdf", ".log", ".xml"],
      dir: ["dir", "folder", "root", "inputDir", "source", "base"],
    },
    code: [
      `
      ƒ async list‹Thing›Files(‹dir›: string) {
        const names = await readdir(‹dir›);
        ‹fill›
        return names⟦→.filter((name) => name.endsWith("‹ext›"))⟧.map((name) => join(‹dir›, name));
      ƒ}
      `,
      `
      ƒ async import‹Things›(‹dir›: string) {
        let count = 0;
        for (const name of await fs.readdir(‹dir›)) {
          ⟦→if (!name.endsWith("‹ext›")) continue;⟧
          await import‹Thing›(path.join(‹dir›, name));
          count += 1;
        }
        return count;
      ƒ}
      `,
      `
      const names = fs.readdirSync(‹dir›)⟦→.filter((name) => name.endsWith("‹ext›"))⟧;
      const latest = names.sort().at(-1);
      console.log(´€{names.length} files, latest €{latest}´);
      `,
    ],
  }),
];
