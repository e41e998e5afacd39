import { type Choices, capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import { type CodeStyle, plural as pluralOf } from "../made-up.ts";

/** What services deal with. */
const THINGS =
  `account address album answer appointment archive article asset attachment avatar backup badge balance batch booking
cart category certificate chapter claim comment contact contract coupon course customer dataset delivery deposit device
discount document draft episode feature gallery gift image invite invoice item job label
lead lesson license listing location manifest meeting member membership message milestone note notification offer order
page parcel password patient payment payout permission photo plan player playlist post preset price product profile project
quote rating receipt recipe record refund reminder report reservation reward role room sample schedule score season seat session
setting shipment shop slot snapshot song store story subscription supplier survey tag task team template tenant thumbnail
ticket token track transfer trip upload user vehicle vendor venue video visit voucher warehouse webhook workspace`.split(
    /\s+/,
  );

const QUALIFIERS =
  `new old last next daily temp raw main open pending signed public private cached weekly final default local
remote first`.split(/\s+/);

/** Verbs of asynchronous work: do, doing, done. */
const WORK = `save saving saved
upload uploading uploaded
delete deleting deleted
send sending sent
update updating updated
publish publishing published
create creating created
insert inserting inserted
remove removing removed
write writing written
sync syncing synced
import importing imported
export exporting exported
process processing processed
archive archiving archived
validate validating validated
generate generating generated
copy copying copied
move moving moved
cancel cancelling cancelled
refresh refreshing refreshed
migrate migrating migrated
convert converting converted
encrypt encrypting encrypted
compress compressing compressed
download downloading downloaded
submit submitting submitted
store storing stored
register registering registered
index indexing indexed
restore restoring restored
approve approving approved
charge charging charged
close closing closed
lock locking locked
render rendering rendered`
  .split("\n")
  .map((line) => line.split(" ") as [string, string, string]);

export const TARGETS = `api db client service store repo storage queue mailer bucket backend gateway`.split(
  " ",
);

/** A thing's names in code and in words: `tempFile`, "temp file". */
export interface Thing {
  readonly name: string;
  readonly words: string;
  readonly plural: string;
  readonly many: string;
  readonly type: string;
}

export function thing(choose: Choices): Thing {
  const words = [
    ...(choose.chance(0.2) ? [choose.pick(QUALIFIERS)] : choose.chance(0.15) ? [choose.pick(THINGS)] : []),
    choose.pick(THINGS),
  ];
  return thingOf(joinWords(words, "camel"));
}

function thingOf(name: string): Thing {
  const plural = pluralOf(name);
  return {
    name,
    words: wordsOf(name).join(" "),
    plural,
    many: wordsOf(plural).join(" "),
    type: capitalized(name),
  };
}

/** Returns things without common words. */
export function things(choose: Choices, count: number): Thing[] {
  const found: Thing[] = [];
  while (found.length < count) {
    const one = thing(choose);
    const own = one.words.split(" ");
    if (
      new Set(own).size === own.length &&
      !found.some(({ words }) => words.split(" ").some((word) => own.includes(word)))
    )
      found.push(one);
  }
  return found;
}

/** A call that does some work, and its wordings. */
export interface Work {
  readonly thing: Thing;
  /** The call without arguments: `invoices.save`. */
  readonly callee: string;
  readonly call: string;
  /** "save the invoice", "saving the invoice", "saved". */
  readonly todo: string;
  readonly doing: string;
  readonly done: string;
}

export function work(choose: Choices, about: Thing = thing(choose), avoid: readonly string[] = []): Work {
  const [verb, doing, done] = choose.pick(WORK.filter(([one]) => !avoid.includes(one) && one !== about.name));
  const target = choose.pick(TARGETS);
  const fn = `${verb}${about.type}`;
  const callee = choose.pick([
    fn,
    fn,
    `${about.plural}.${verb}`,
    `${target}.${fn}`,
    `this.${about.plural}.${verb}`,
    `${about.name}Service.${verb}`,
    `this.${target}.${fn}`,
    `${target}.${about.plural}.${verb}`,
  ]);
  const given = choose.pick([
    about.name,
    about.name,
    about.name,
    `${about.name}.id`,
    `${about.name}, options`,
    `userId, ${about.name}`,
    `${about.name}Id`,
  ]);
  return {
    thing: about,
    callee,
    call: `${callee}(${given})`,
    todo: `${verb} the ${about.words}`,
    doing: `${doing} the ${about.words}`,
    done,
  };
}

/** Returns the names that the calls use, as parameters of a function. */
export function parametersOf(code: readonly string[]): string[] {
  const found = new Set<string>();
  for (const call of code)
    for (const part of (/\(([^()]*)\)$/.exec(call)?.[1] ?? "").split(",")) {
      const name = /^\s*([A-Za-z]\w*)/.exec(part)?.[1];
      if (name !== undefined) found.add(name);
    }
  return [...found];
}

/** `depth` is the number of indentation levels of the lines. */
export type Write = ((lines: readonly string[], isAsync?: boolean) => string) & { readonly depth: number };

/** Returns a writer that puts lines into a function of a random form, sometimes typed. */
export function placeOf(choose: Choices, h: CodeStyle, name: string, parameters: readonly string[]): Write {
  const { i, s } = h;
  const isTyped = choose.chance(0.4);
  const types = new Map(
    parameters.map((one) => [
      one,
      one === "signal"
        ? "AbortSignal"
        : /Id$|^id$|path|file|url|name|text|raw|key|slug|query|dir|folder|target|email|title|city|code|nickname|company|label/i.test(
              one,
            )
          ? "string"
          : /^(count|limit|n|max|page)$/.test(one)
            ? "number"
            : capitalized(one),
    ]),
  );
  const list = parameters.map((one) => (isTyped ? `${one}: ${types.get(one)}` : one)).join(", ");
  const form = choose.below(8);
  const owner = capitalized(choose.pick(THINGS));
  const field = choose.pick(["client", "db", "config", "logger"]);
  const write = (lines: readonly string[], isAsync = true) => {
    const prefix = isAsync ? "async " : "";
    const at = (depth: number) => lines.map((line) => (line === "" ? "" : i.repeat(depth) + line)).join("\n");
    switch (form) {
      case 0:
      case 1:
        return `${prefix}function ${name}(${list}) {\n${at(1)}\n}`;
      case 2:
      case 3:
        return `export ${prefix}function ${name}(${list}) {\n${at(1)}\n}`;
      case 4:
        return `const ${name} = ${prefix}(${list}) => {\n${at(1)}\n}${s}`;
      case 5:
        return `export const ${name} = ${prefix}(${list}) => {\n${at(1)}\n}${s}`;
      case 6:
        return `class ${owner}Service {\n${i}constructor(${field}${isTyped ? ": any" : ""}) {\n${i}${i}this.${field} = ${field}${s}\n${i}}\n\n${i}${prefix}${name}(${list}) {\n${at(2)}\n${i}}\n}`;
      default:
        return `${i}${prefix}${name}(${list}) {\n${at(2)}\n${i}}`
          .replace(/^/, `export class ${owner}Worker {\n`)
          .concat("\n}");
    }
  };
  return Object.assign(write, { depth: form < 6 ? 1 : 2 });
}

/** Returns unrelated lines. */
export function filler(choose: Choices, { q, s }: CodeStyle, about: Thing, isQuiet = false): string[] {
  if (choose.chance(0.45)) return [];
  const log = choose.pick(["logger.info", "logger.debug", "console.log", "log.info", "this.logger.info"]);
  return choose.pick([
    ...(isQuiet
      ? []
      : [[`${log}(${q}${about.words} ${choose.pick(["started", "ready", "received", "done"])}${q})${s}`]]),
    [`const startedAt = Date.now()${s}`],
    [`metrics.increment(${q}${about.plural}${q})${s}`],
    [`const now = new Date()${s}`],
    [`events.emit(${q}${about.name}:${choose.pick(["change", "start", "seen"])}${q})${s}`],
    [`if (debug) trace(${q}${about.name}${q})${s}`],
    [`const timeout = ${choose.pick([500, 1000, 5000, 30])}${s}`],
  ]);
}

/** Returns a name for an operation on a thing: `handleInvoice`. */
export function operation(choose: Choices, about: Thing): string {
  const verb = choose.pick([
    "handle",
    "process",
    "run",
    "finish",
    "complete",
    "prepare",
    "on",
    "do",
    "submit",
    "perform",
    "start",
  ]);
  return `${verb}${about.type}`;
}
