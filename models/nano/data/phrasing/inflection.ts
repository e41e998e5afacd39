/** The forms of a verb in a request: `remove`, `removes`, `removed`, `removing`. */
export const FORMS = ["plain", "third", "participle", "gerund"] as const;
export type Form = (typeof FORMS)[number];

const PARTICIPLES: Readonly<Record<string, string>> = {
  begin: "begun",
  break: "broken",
  bring: "brought",
  build: "built",
  choose: "chosen",
  cut: "cut",
  deal: "dealt",
  do: "done",
  feed: "fed",
  forgo: "forgone",
  get: "gotten",
  give: "given",
  go: "gone",
  hide: "hidden",
  hold: "held",
  keep: "kept",
  leave: "left",
  lose: "lost",
  make: "made",
  put: "put",
  quit: "quit",
  redo: "redone",
  rewrite: "rewritten",
  run: "run",
  see: "seen",
  send: "sent",
  set: "set",
  split: "split",
  steer: "steered",
  strip: "stripped",
  take: "taken",
  tear: "torn",
  throw: "thrown",
  write: "written",
};

/** Returns a verb in a form. A particle may follow the verb's first word. */
export function formOf(verb: string, form: Form): string {
  const [first = "", ...rest] = verb.split(" ");
  return [inflect(first, form), ...rest].join(" ");
}

function inflect(verb: string, form: Form): string {
  switch (form) {
    case "plain":
      return verb;
    case "third":
      if (/(s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
      return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
    case "participle":
      if (verb in PARTICIPLES) return PARTICIPLES[verb] as string;
      if (verb.endsWith("e")) return `${verb}d`;
      return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubleConsonant(verb)}ed`;
    case "gerund":
      return /[^e]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${doubleConsonant(verb)}ing`;
  }
}

/** Doubles the last consonant of `drop`, `wrap`, `omit`: it follows a single stressed vowel. */
function doubleConsonant(verb: string): string {
  const isStressed =
    /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || /^(begin|forget|omit|permit|prefer|unwrap)$/.test(verb);
  return isStressed ? `${verb}${verb.at(-1)}` : verb;
}

/** Returns "a" or "an" as the following words sound, capitalized like `article`. */
export function articleFor(words: string, article = "a"): string {
  const first = article.charAt(0);
  const isVowel =
    /^(?:[aeiou]|hour|honest|[AEFHILMNORSX][A-Z]|[AEIO][a-z]|8|11\b|18\b)/.test(words) &&
    !/^(?:uni|us[aeu]|utili|eu|one\b|once)/.test(words);
  return isVowel ? `${first}n` : first;
}

export function withArticle(words: string): string {
  return `${articleFor(words)} ${words}`;
}

/** Whether the last of these words looks like a plural noun. */
export function isPlural(words: string): boolean {
  const [last = ""] = /[A-Za-z]+$/.exec(words) ?? [];
  if (/^(?:children|people|criteria|indices)$/.test(last)) return true;
  return /\w{2}[^sui]s$/.test(last) && !/(?:news|always|alias|bias|canvas|series|lens|process)$/i.test(last);
}
