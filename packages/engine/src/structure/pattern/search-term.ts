import type { Term, Terms } from "../automaton/index.ts";
import { ANY_CHARACTER } from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import type { Pattern } from "./syntax.ts";

/** Where a pattern's part begins: at the start of the text, after at least one character, or possibly at either. */
type Place = "start" | "further" | "either";

/** Returns the texts that contain a match of the pattern. Supports look-ahead, and anchors in any place. */
export function searchTerm(pattern: Pattern, terms: Terms): Term {
  const further = terms.repeat(terms.character(ANY_CHARACTER), 1, Number.POSITIVE_INFINITY);
  return terms.choice(
    matchThenRest(pattern, { terms, rest: terms.anything, place: "start" }),
    terms.sequence(further, matchThenRest(pattern, { terms, rest: terms.anything, place: "further" })),
  );
}

interface Following {
  readonly terms: Terms;
  /** Everything that may come after the part, which look-ahead and end anchors constrain. */
  readonly rest: Term;
  readonly place: Place;
}

/** Returns the texts that match the pattern and continue with the rest. */
function matchThenRest(pattern: Pattern, { terms, rest, place }: Following): Term {
  if (!hasAssertions(pattern)) return terms.sequence(plainTerm(pattern, terms), rest);
  switch (pattern.type) {
    case "anchor":
      if (pattern.at === "end") return terms.both(terms.empty, rest);
      if (place === "either") throw new Untranslatable("the regular expression has an anchor within it");
      return place === "start" ? rest : terms.nothing;
    case "ahead": {
      const ahead = matchThenRest(pattern.of, { terms, rest: terms.anything, place });
      return terms.both(pattern.isNegated ? terms.not(ahead) : ahead, rest);
    }
    case "choice":
      return terms.choice(...pattern.options.map((option) => matchThenRest(option, { terms, rest, place })));
    case "sequence": {
      const places: Place[] = [];
      let at = place;
      for (const part of pattern.parts) {
        places.push(at);
        at = placeAfter(part, at);
      }
      return pattern.parts.reduceRight(
        (after, part, index) => matchThenRest(part, { terms, rest: after, place: places[index] ?? "either" }),
        rest,
      );
    }
    case "repeat": {
      const { of, min, max } = pattern;
      if (max === 0) return rest;
      if (max > 1)
        throw new Untranslatable("the regular expression has look-ahead or an anchor in a repeated part");
      const once = matchThenRest(of, { terms, rest, place });
      return min === 0 ? terms.choice(once, rest) : once;
    }
    case "character":
      return terms.sequence(plainTerm(pattern, terms), rest);
  }
}

function plainTerm(pattern: Pattern, terms: Terms): Term {
  switch (pattern.type) {
    case "character":
      return terms.character(pattern.set);
    case "sequence":
      return pattern.parts.reduceRight(
        (rest, part) => terms.sequence(plainTerm(part, terms), rest),
        terms.empty,
      );
    case "choice":
      return terms.choice(...pattern.options.map((option) => plainTerm(option, terms)));
    case "repeat":
      return terms.repeat(plainTerm(pattern.of, terms), pattern.min, pattern.max);
    case "anchor":
    case "ahead":
      throw new Untranslatable("the regular expression has an anchor within it");
  }
}

/** Whether the pattern contains anchors or look-ahead, which match no characters but constrain those around them. */
export function hasAssertions(pattern: Pattern): boolean {
  switch (pattern.type) {
    case "character":
      return false;
    case "anchor":
    case "ahead":
      return true;
    case "sequence":
      return pattern.parts.some(hasAssertions);
    case "choice":
      return pattern.options.some(hasAssertions);
    case "repeat":
      return hasAssertions(pattern.of);
  }
}

/** Returns the place at which the text after the part begins. */
function placeAfter(part: Pattern, place: Place): Place {
  if (part.type === "anchor" || part.type === "ahead" || place === "further") return place;
  return mayBeEmpty(part) ? "either" : "further";
}

function mayBeEmpty(pattern: Pattern): boolean {
  switch (pattern.type) {
    case "character":
      return false;
    case "anchor":
    case "ahead":
      return true;
    case "sequence":
      return pattern.parts.every(mayBeEmpty);
    case "choice":
      return pattern.options.some(mayBeEmpty);
    case "repeat":
      return pattern.min === 0 || mayBeEmpty(pattern.of);
  }
}
