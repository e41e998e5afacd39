import { Choices } from "../choices/index.ts";
import {
  branching,
  type Edit,
  FAMILIES,
  type Family,
  isComposed,
  isSketched,
  recursionToLoop,
} from "../families/index.ts";
import { chooseWording, type Familiarity, isPhrasable, phrase, phraseBare } from "../phrasing/index.ts";
import { hash } from "../random/index.ts";
import type { ForeignSnippet, Snippet } from "../snippets/index.ts";
import { type Language, Sample } from "../syntax/index.ts";
import { withWordsBeyondAscii } from "./beyond-ascii.ts";
import { familyWithoutSubject } from "./lacking.ts";
import { leastFirst } from "./least-first.ts";
import { SCOPE_PHRASINGS, type ScopePhrasings, scopeSlots } from "./scope.ts";
import type { Triple } from "./triple.ts";

export interface TeacherOptions {
  readonly seed: number;
  readonly snippets: readonly Snippet[];
  readonly foreign: readonly ForeignSnippet[];
  readonly familiarity: Familiarity;
  /** With `unseen`, makes only the pairs of families kept for measuring, instead of the others. */
  readonly combinations: Familiarity;
  readonly families?: readonly Family[];
  readonly scope?: ScopePhrasings;
  /** How often to look for a second edit: not every edit has one. */
  readonly twoShare?: number;
  /**
   * Share of made-up code that is edited by other families than its own, and how often made-up code is combined with
   * other made-up code. The model then has to read the request and cannot guess it from the code.
   */
  readonly madeUpShare?: number;
  readonly besideShare?: number;
  /** Share of triples to get words beyond ASCII, if any of their words can be replaced. */
  readonly beyondAsciiShare?: number;
}

/** The sample for families that make up their code. */
const NO_CODE = Sample.of("", "js") as Sample;
/** Shares of the kinds; the rest is single edits. */
const SHARE = { two: 0.2, nothing: 0.1, scope: 0.13 };
const EDITS_PER_SNIPPET = 2;
const MOST_CHARACTERS = 2_600;
const TRUSTED_SHARE = 7 / 8;
/** Limit for the combined made-up code of two families, lower because there is more of it. */
const MOST_JOINED_CHARACTERS = 1_800;
const POOL_SIZE = 4_000;

/** Yields triples endlessly, the same for the same options. The families taught least are tried first. */
export class Teacher {
  readonly #options: TeacherOptions;
  readonly #choose: Choices;
  readonly #families: readonly Family[];
  /** Families whose wordings need no slots. */
  readonly #withoutSlots: readonly Family[];
  readonly #composed: readonly Family[];
  readonly #indexes: ReadonlyMap<Family, number>;
  /** How often each family was taught, by its index. */
  readonly #taught: Uint32Array;
  /** Names seen in code, which make new names realistic. */
  readonly #namePool: string[] = [];

  constructor(options: TeacherOptions) {
    this.#options = options;
    this.#families = options.families ?? FAMILIES;
    this.#indexes = new Map(this.#families.map((family, index) => [family, index]));
    this.#taught = new Uint32Array(this.#families.length);
    this.#composed = this.#families.filter(isComposed);
    this.#withoutSlots = this.#families.filter(({ phrasings }) =>
      isPhrasable(phrasings, {}, options.familiarity),
    );
    this.#choose = new Choices(hash(`teacher ${options.seed}`), this.#namePool);
  }

  *triples(): Generator<Triple> {
    const { beyondAsciiShare = 0 } = this.#options;
    for (const triple of this.#plainTriples())
      yield beyondAsciiShare > 0 && this.#choose.chance(beyondAsciiShare)
        ? withWordsBeyondAscii(triple, this.#choose)
        : triple;
  }

  *#plainTriples(): Generator<Triple> {
    const { snippets } = this.#options;
    if (snippets.length === 0) throw new Error("there are no snippets to make triples from");
    const order = snippets.map((_, index) => index);
    for (;;) {
      this.#choose.shuffle(order);
      for (const index of order) {
        yield* this.#triplesOf(snippets[index] as Snippet);
        if (this.#composed.length > 0 && this.#choose.chance(this.#options.madeUpShare ?? 0)) {
          const sample = this.#madeUp();
          if (sample !== undefined) yield* this.#triplesAbout(sample, (family) => !isComposed(family));
        }
      }
    }
  }

  *#triplesOf(snippet: Snippet): Generator<Triple> {
    const code = this.#choose.chance(0.5) ? withoutHeadComment(snippet.code) : snippet.code;
    const sample = Sample.of(code, snippet.language);
    if (sample === undefined) return;
    this.#collectNames(sample);
    yield* this.#triplesAbout(sample, () => true);
  }

  *#triplesAbout(sample: Sample, isFit: (family: Family) => boolean): Generator<Triple> {
    const choose = this.#choose;
    let edits = 0;
    for (const family of this.#leastTaughtFirst()) {
      if (edits === EDITS_PER_SNIPPET) break;
      if (!isFit(family)) continue;
      const edit = this.#edit(family, sample);
      if (edit === undefined) continue;
      edits++;
      this.#countTaught(family);
      const draw = choose.next();
      const second =
        draw < (this.#options.twoShare ?? SHARE.two) && !edit.broken
          ? (this.#withSecondEdit(family, edit, sample) ?? this.#secondMadeUpEdit(family, edit, sample))
          : undefined;
      yield second ?? this.#singleEdit(family, this.#withMadeUpCode(family, edit, sample), sample);
      const rest = 1 - SHARE.nothing - SHARE.scope;
      // Code to decline or leave alone must look like code to edit, or it would give the answer away.
      if (choose.chance(SHARE.nothing / rest)) yield* this.#nothingToDo(sampleBefore(family, edit, sample));
      if (choose.chance(SHARE.scope / rest)) yield this.#outOfScope(sampleBefore(family, edit, sample));
    }
  }

  /** Returns made-up code of a random family, from before or after its edit. */
  #madeUp(besides?: Family): Sample | undefined {
    const choose = this.#choose;
    const family = choose.pick(this.#composed);
    if (family === besides) return undefined;
    const edit = family.apply(NO_CODE, choose);
    const made = edit && madeUpBy(family, edit);
    return made && Sample.of(choose.chance(0.5) ? made.before : made.after, made.language);
  }

  /** Sometimes puts other made-up code before or after a made-up edit. */
  #withMadeUpCode(family: Family, edit: Edit, sample: Sample): Edit {
    const own = madeUpBy(family, edit);
    if (own === undefined || !this.#choose.chance(this.#options.besideShare ?? 0)) return edit;
    const other = this.#madeUp(family);
    if (other === undefined) return edit;
    const { code, language } = other;
    return { ...edit, ...joinCode(own, { before: code, after: code, language }, sample, this.#choose) };
  }

  /** Returns a triple that asks for the edits of two families in the combined made-up code of both. */
  #secondMadeUpEdit(first: Family, edit: Edit, sample: Sample): Triple | undefined {
    const choose = this.#choose;
    const own = madeUpBy(first, edit);
    if (own === undefined || !choose.chance(this.#options.besideShare ?? 0)) return undefined;
    const family = choose.pick(this.#composed);
    if (family === first || pairFamiliarity(first, family) !== this.#options.combinations) return undefined;
    const next = family.apply(NO_CODE, choose);
    const other = next && madeUpBy(family, next);
    const both = other && joinCode(own, other, sample, choose);
    if (both === undefined) return undefined;
    this.#countTaught(family);
    return {
      instruction: this.#askedTogether(first, edit, family, next as Edit),
      ...both,
      family: `${first.name}+${family.name}`,
      kind: "two edits",
    };
  }

  #askedTogether(first: Family, edit: Edit, second: Family, next: Edit): string {
    const { familiarity } = this.#options;
    return joinRequests(
      phraseBare(first.phrasings, edit.slots, familiarity, this.#choose),
      phraseBare(second.phrasings, next.slots, familiarity, this.#choose),
      this.#choose,
    );
  }

  /** Yields the families, those taught least in proportion to their weight first. */
  *#leastTaughtFirst(): Generator<Family> {
    const families = this.#families;
    const needs = Float64Array.from(
      families,
      (family, index) => ((this.#taught[index] as number) + this.#choose.next() * 3) / family.weight,
    );
    for (const index of leastFirst(needs)) yield families[index] as Family;
  }

  #countTaught(family: Family): void {
    const index = this.#indexes.get(family) as number;
    this.#taught[index] = (this.#taught[index] as number) + 1;
  }

  /** Returns a family's edit of a sample, if its result parses. */
  #edit(family: Family, sample: Sample): Edit | undefined {
    const edit = family.apply(sample, this.#choose);
    if (edit === undefined) return undefined;
    const before = edit.before ?? sample.code;
    if (before === edit.after || edit.after.length > MOST_CHARACTERS || before.length > MOST_CHARACTERS)
      return undefined;
    // The tests check that sketches parse; parsing takes half the time of making them.
    if (isSketched(family) && this.#choose.chance(TRUSTED_SHARE)) return edit;
    const language = languageOf(family, edit, sample);
    if (!sample.accepts(edit.after, language)) return undefined;
    if (
      edit.before !== undefined &&
      !edit.broken &&
      !sample.accepts(edit.before, isComposed(family) ? language : sample.language)
    )
      return undefined;
    return edit;
  }

  #singleEdit(family: Family, edit: Edit, sample: Sample): Triple {
    return {
      instruction: phrase(family.phrasings, edit.slots, this.#options.familiarity, this.#choose),
      before: edit.before ?? sample.code,
      after: edit.after,
      family: family.name,
      kind: "edit",
      language: languageOf(family, edit, sample),
    };
  }

  /** Returns a triple that asks for both the edit and a second edit of its result. */
  #withSecondEdit(first: Family, edit: Edit, sample: Sample): Triple | undefined {
    const between = Sample.of(edit.after, edit.language ?? sample.language);
    if (between === undefined || isComposed(first)) return undefined;
    const before = edit.before ?? sample.code;
    for (const family of this.#choose.shuffle([...this.#families]).slice(0, 60)) {
      if (
        family === first ||
        isComposed(family) ||
        pairFamiliarity(first, family) !== this.#options.combinations
      )
        continue;
      const next = this.#edit(family, between);
      // A fault cannot be inserted after the first edit, and the request cannot name what the first edit adds.
      if (next === undefined || next.before !== undefined || next.after === before) continue;
      if (Object.values(next.slots).some((value) => edit.after.includes(value) && !before.includes(value)))
        continue;
      if (
        Object.values(edit.slots).some((value) => edit.after.includes(value) && !next.after.includes(value))
      )
        continue;
      this.#countTaught(family);
      return {
        instruction: this.#askedTogether(first, edit, family, next),
        before,
        after: next.after,
        family: `${first.name}+${family.name}`,
        kind: "two edits",
        language: next.language ?? between.language,
      };
    }
    return undefined;
  }

  *#nothingToDo(sample: Sample): Generator<Triple> {
    const done = this.#withoutSlots.filter((family) => family.isDone?.(sample));
    const family = this.#choose.pickIfAny(done);
    if (family === undefined) return;
    yield {
      instruction: phrase(family.phrasings, {}, this.#options.familiarity, this.#choose),
      before: sample.code,
      after: sample.code,
      family: family.name,
      kind: "nothing to do",
      language: sample.language,
    };
  }

  #outOfScope(sample: Sample): Triple {
    const choose = this.#choose;
    const { familiarity, foreign, scope = SCOPE_PHRASINGS } = this.#options;
    const { OUT_OF_SCOPE, MISSING_TARGET, NOTHING_TO_SPEED_UP } = scope;
    const ask = (before: string, instruction: string): Triple => ({
      instruction,
      before,
      after: undefined,
      family: "out-of-scope",
      kind: "out of scope",
      language: undefined,
    });
    const draw = choose.next();
    if (draw < 0.2 && foreign.length > 0) {
      const family = choose.pick(this.#families);
      const slotless = family.isDone === undefined ? OUT_OF_SCOPE : family.phrasings;
      return ask(
        choose.pick(foreign).code,
        phrase(slotless, slotless === OUT_OF_SCOPE ? scopeSlots(sample, choose) : {}, familiarity, choose),
      );
    }
    if (draw < 0.4) {
      const slots = {
        old: choose.chance(0.8) ? choose.variable(sample) : choose.function(sample),
        new: choose.variable(sample),
        value: choose.pick(["0", "null", "true", "[]"]),
        type: choose.pick(["string", "number", "boolean"]),
      };
      return ask(sample.code, phrase(MISSING_TARGET, slots, familiarity, choose));
    }
    if (draw < 0.44) {
      const { phrasings } =
        this.#families.find(({ name }) => name === recursionToLoop.name) ?? recursionToLoop;
      return ask(branching(choose), phrase(phrasings, {}, familiarity, choose));
    }
    if (draw < 0.54 && hasNothingToSpeedUp(sample))
      return ask(sample.code, phrase(NOTHING_TO_SPEED_UP, {}, familiarity, choose));
    if (draw >= 0.54 && draw < 0.69) {
      const family = familyWithoutSubject(this.#withoutSlots, sample, choose);
      if (family !== undefined) return ask(sample.code, phrase(family.phrasings, {}, familiarity, choose));
    }
    return ask(sample.code, phrase(OUT_OF_SCOPE, scopeSlots(sample, choose), familiarity, choose));
  }

  #collectNames(sample: Sample): void {
    const binding = this.#choose.pickIfAny(sample.bindings.all);
    if (binding === undefined || !/^[a-z][A-Za-z\d]{1,20}$/.test(binding.name)) return;
    if (this.#namePool.length < POOL_SIZE) this.#namePool.push(binding.name);
    else this.#namePool[this.#choose.below(POOL_SIZE)] = binding.name;
  }
}

/** Made-up code before and after an edit. */
interface MadeUp {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

function madeUpBy(family: Family, { before, after, broken, language = "ts" }: Edit): MadeUp | undefined {
  return isComposed(family) && before !== undefined && !broken ? { before, after, language } : undefined;
}

/** Joins two pieces of made-up code in random order. Returns undefined if the result does not parse or is too long. */
function joinCode(one: MadeUp, other: MadeUp, sample: Sample, choose: Choices): MadeUp | undefined {
  const [first, second] = choose.chance(0.5) ? [one, other] : [other, one];
  const before = `${first.before}\n\n${second.before}`;
  const after = `${first.after}\n\n${second.after}`;
  const language = [one, other].some((side) => side.language.endsWith("x")) ? "tsx" : "ts";
  if (Math.max(before.length, after.length) > MOST_JOINED_CHARACTERS) return undefined;
  if (!sample.accepts(before, language) || !sample.accepts(after, language)) return undefined;
  return { before, after, language };
}

/** Returns the code before an edit: made-up code if the family makes up its own. */
function sampleBefore(family: Family, edit: Edit, sample: Sample): Sample {
  if (!isComposed(family) || edit.before === undefined || edit.broken) return sample;
  return Sample.of(edit.before, languageOf(family, edit, sample)) ?? sample;
}

/** Returns the language of an edit's code: made-up code without a language is TypeScript. */
function languageOf(family: Family, edit: Edit, sample: Sample): Sample["language"] {
  return edit.language ?? (isComposed(family) ? "ts" : sample.language);
}

/** Returns `unseen` for one pair of families in eight, which is kept for measuring. */
function pairFamiliarity(first: Family, second: Family): Familiarity {
  return hash([first.name, second.name].sort().join()) % 8 === 0 ? "unseen" : "seen";
}

const JOINTS = [
  "{1} and {2}",
  "{1}, and {2}",
  "{1}, then {2}",
  "{1}. Then {2}.",
  "{1} and also {2}",
  "{1}. Also {2}.",
  "first {1}, then {2}",
  "{1}; {2}",
  "please {1} and {2}",
  "[can|could] you {1} and {2}?",
  "two things: {1}, and {2}",
  "{1} + {2}",
  "1. {1} 2. {2}",
];

function joinRequests(first: string, second: string, choose: Choices): string {
  const text = chooseWording(choose.pick(JOINTS), choose)
    .replace("{1}", () => first)
    .replace("{2}", () => second);
  return choose.chance(0.35) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Returns the code without the comment at its head. */
function withoutHeadComment(code: string): string {
  const bare = code.replace(/^(\/\*[\s\S]*?\*\/|(\/\/.*\n)*\/\/.*)\n/, "");
  return bare.trim() === "" ? code : bare;
}

/** Whether the code has no loop, recursion or search in a list: nothing that families could make faster. */
function hasNothingToSpeedUp(sample: Sample): boolean {
  const { main } = sample;
  const loops = [
    "ForStatement",
    "ForOfStatement",
    "ForInStatement",
    "WhileStatement",
    "DoWhileStatement",
    "RegExpLiteral",
    "AwaitExpression",
  ] as const;
  if (main === undefined || loops.some((type) => sample.has(type))) return false;
  return (
    sample.code.split(main.name).length === 2 &&
    !/\.(map|filter|forEach|reduce|includes|indexOf|find)\b/.test(sample.code)
  );
}
