import {
  choice,
  EMPTY,
  type Expression,
  isNothing,
  NOTHING,
  repeat,
  sequence,
  text,
} from "../grammar/index.ts";
import { stringOtherThan } from "./other-keys.ts";
import { type Conjunction, type Shape, typesOf } from "./shape.ts";
import type { Translation } from "./translation.ts";
import { isOfLength, valuesOf } from "./values.ts";

/** A declared member of an object. */
export interface Member {
  readonly name: string;
  readonly schema: Conjunction;
  readonly isRequired: boolean;
}

/** Returns the members that a shape declares, in order; null if a required member is forbidden. */
export function declaredMembers({ properties, required, additional, pointer }: Shape): Member[] | null {
  const names = new Set([...(properties?.keys() ?? []), ...(required ?? [])]);
  const members: Member[] = [];
  for (const name of names) {
    const schema = properties?.get(name) ?? (additional === undefined ? [] : additional);
    if (schema === null) return null;
    const located = schema.length === 0 ? [{ schema: true, pointer }] : schema;
    members.push({ name, schema: located, isRequired: required?.has(name) ?? false });
  }
  return members;
}

/** Returns what may stand between the braces of an object. */
export function membersOf(shape: Shape, translation: Translation): Expression {
  const { json, grammar } = translation;
  const declared = declaredMembers(shape);
  if (!declared) return NOTHING;
  const names = namesOf(shape, translation);
  const others = undeclaredMembers(shape, { declared, names }, translation);
  if (others === null) return NOTHING;

  // Built from the last member to the first: what may follow if no member was written yet, and if one was.
  let first = others.first;
  let further = others.further;
  for (const { name, schema, isRequired } of declared.toReversed()) {
    const value = isAllowedName(name, names, shape, translation) ? translation.value(schema) : NOTHING;
    if (isNothing(value)) {
      if (isRequired) return NOTHING;
      continue;
    }
    const member = grammar.add("member", json.member(text(JSON.stringify(name)), value));
    const withIt = sequence(member, further);
    const after = sequence(json.furtherElement(member), further);
    first = grammar.add("members", isRequired ? withIt : choice(withIt, first));
    further = grammar.add("further", isRequired ? after : choice(after, further));
  }
  return first;
}

interface KnownMembers {
  readonly declared: readonly Member[];
  /** The alternative shapes that a member's name may have. */
  readonly names: readonly NameShape[];
}

interface NameShape {
  readonly shape: Shape;
  /** The allowed names, if the shape lists them. */
  readonly listed: ReadonlySet<unknown> | null;
}

/** Returns what undeclared members may be; null if the member counts cannot be met. */
function undeclaredMembers(shape: Shape, known: KnownMembers, translation: Translation) {
  const { json } = translation;
  const isOpen = shape.additional === undefined ? shape.properties === undefined : shape.additional !== null;
  const counts = undeclaredCounts(shape, known.declared, isOpen, translation);
  if (counts === null) return null;
  const value = isOpen ? translation.value(shape.additional ?? []) : NOTHING;
  const key = isNothing(value) ? NOTHING : undeclaredKey(shape, known, translation);
  if (isNothing(key)) return counts.min > 0 ? null : { first: EMPTY, further: EMPTY };
  const member = json.member(key, value);
  const first = json.list(member, counts.min, counts.max);
  return { first, further: repeat(json.furtherElement(member), counts.min, counts.max) };
}

interface Counts {
  readonly min: number;
  readonly max: number;
}

/** Returns how many undeclared members there may be, if that is enough to meet the limits on all members. */
function undeclaredCounts(
  { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY, pointer }: Shape,
  declared: readonly Member[],
  isOpen: boolean,
  { shapes }: Translation,
): Counts | null {
  const required = declared.filter(({ isRequired }) => isRequired).length;
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  if (minProperties > required) {
    if (!isOpen && declared.length < minProperties) return null;
    // The same name twice counts as one member, so no more than one other member can be guaranteed.
    if (isOpen && minProperties - required === 1 && required === declared.length) min = 1;
    else shapes.refuse(`${pointer}/minProperties`, "`minProperties` is not supported here: use `required`");
  }
  if (maxProperties < required) return null;
  if (isOpen && required === declared.length) max = maxProperties - required;
  else if (maxProperties < declared.length || (isOpen && maxProperties !== Number.POSITIVE_INFINITY)) {
    shapes.refuse(
      `${pointer}/maxProperties`,
      "`maxProperties` is not supported together with optional properties",
    );
  }
  return max < min ? null : { min, max };
}

function undeclaredKey(
  shape: Shape,
  { declared, names }: KnownMembers,
  translation: Translation,
): Expression {
  const { json, grammar, shapes } = translation;
  if (names.length === 0) return NOTHING;
  if (names.every(({ shape: name }) => isFree(name))) {
    if (declared.length === 0) return json.string;
    const letters = declared.reduce((sum, { name }) => sum + name.length, 0);
    shapes.spend(STEPS_OF_A_LETTER * Math.min(letters, translation.limits.nodes), shape.pointer);
    if (letters > translation.limits.nodes) {
      const place = `${shape.pointer}/additionalProperties`;
      const most = `names of more than ${translation.limits.nodes} letters in total`;
      shapes.refuse(place, `\`additionalProperties\` is not supported beside ${most}`);
      return json.string;
    }
    return sequence(
      text('"'),
      stringOtherThan(
        grammar,
        declared.map(({ name }) => name),
      ),
      text('"'),
    );
  }
  if (declared.length > 0 && names.every(({ listed }) => listed)) {
    const taken = new Set(declared.map(({ name }) => name));
    const left = names.flatMap(({ listed }) => [...(listed ?? [])]);
    const free = left.filter((name) => typeof name === "string" && !taken.has(name));
    return choice(...free.map((name) => json.exactly(name)));
  }
  const [place] = shape.names ?? [];
  if (declared.length > 0 || !names.every((one) => one.listed || typesOf(one.shape)?.has("string"))) {
    refuseNames(shape, translation);
    return json.string;
  }
  return translation.value(
    (shape.names ?? []).concat({ schema: { type: "string" }, pointer: place?.pointer ?? "" }),
  );
}

/** Returns the alternative shapes of a member's name; none if no name is allowed. */
function namesOf({ names, pointer }: Shape, translation: Translation): readonly NameShape[] {
  if (!names) return [{ shape: { pointer }, listed: null }];
  return translation.shapes
    .of(names)
    .filter(({ types }) => types?.has("string") ?? true)
    .map((shape) => ({ shape, listed: shape.values ? new Set(valuesOf(shape, translation)) : null }));
}

function isFree(name: Shape): boolean {
  return name.values === undefined && KEY_KEYWORDS.every((keyword) => name[keyword] === undefined);
}

/**
 * Whether a declared member may have its name. If that depends on a pattern or format, refuses the keyword, or allows
 * the name if the schema is not strict.
 */
function isAllowedName(
  name: string,
  allowed: readonly NameShape[],
  shape: Shape,
  translation: Translation,
): boolean {
  translation.shapes.spend(allowed.length / NAME_SHAPES_A_STEP, shape.pointer);
  const isSaid = allowed.some(({ shape: one, listed }) =>
    listed ? listed.has(name) : !hasPattern(one) && isOfLength(name, one),
  );
  if (isSaid) return true;
  if (allowed.every((one) => one.listed || !hasPattern(one.shape))) return false;
  refuseNames(shape, translation);
  return true;
}

function hasPattern({ patterns, formats }: Shape): boolean {
  return patterns !== undefined || formats !== undefined;
}

function refuseNames({ names, pointer }: Shape, { shapes }: Translation): void {
  shapes.refuse(
    names?.[0]?.pointer ?? pointer,
    "`propertyNames` is supported beside `properties` only as a list of names",
  );
}

/** Steps for each letter of a declared name in a rule that matches all other names. */
const STEPS_OF_A_LETTER = 5;
const NAME_SHAPES_A_STEP = 10;
const KEY_KEYWORDS = ["minLength", "maxLength", "patterns", "formats"] as const;
