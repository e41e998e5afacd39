import { inWords, wordsOf } from "../../choices/index.ts";
import { from, type Node, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { appendParameter } from "./parameters.ts";

/** Participles for what a flag suppresses, by the first verb of the called function's name. */
const DONE: Readonly<Record<string, string>> = {
  delete: "deleted",
  remove: "removed",
  save: "saved",
  send: "sent",
  write: "written",
  update: "updated",
  insert: "inserted",
  create: "created",
  upload: "uploaded",
  publish: "published",
  emit: "emitted",
  dispatch: "dispatched",
  store: "stored",
  append: "appended",
  render: "rendered",
  log: "logged",
  print: "printed",
  notify: "notified",
  close: "closed",
  reset: "reset",
  clear: "cleared",
  push: "pushed",
  load: "loaded",
  register: "registered",
  redirect: "redirected",
  track: "tracked",
  play: "played",
  destroy: "destroyed",
  show: "shown",
  hide: "hidden",
  copy: "copied",
  replace: "replaced",
  set: "set",
  add: "added",
  draw: "drawn",
  unlink: "unlinked",
  trigger: "triggered",
};

const SKIP_FLAGS = [
  "dryRun",
  "dryRun",
  "simulate",
  "preview",
  "skip",
  "readOnly",
  "silent",
  "quiet",
  "testMode",
];
const ALLOW_FLAGS = ["force", "force", "enabled", "live", "confirmed"];
/** For calls that inform someone. */
const TELLING_FLAGS = ["verbose", "verbose", "debug"];

/** Returns calls that are statements in the function, with the last part of the callee's name. */
function calls(sample: Sample) {
  const fn = sample.main?.fn;
  return sample.all("ExpressionStatement").flatMap((statement) => {
    const { expression } = statement;
    const call = expression.type === "AwaitExpression" ? expression.argument : expression;
    if (call.type !== "CallExpression" || !fn || sample.functionOf(statement) !== fn) return [];
    const { callee } = call;
    if (!sample.isAlone(statement) || sample.parent(statement)?.type !== "BlockStatement") return [];
    const text = sample.source(callee);
    const verb = /^(?:[\w$]+\.)*([\w$]+)$/.exec(text)?.[1];
    // A name of one or two letters does not say what is done.
    if (
      !verb ||
      verb.length < 3 ||
      /^(super|resolve|reject|done|cb|callback|next)$|^(describe|it|expect|assert)/.test(text)
    )
      return [];
    const said = inWords(verb).split(" ")[0] ?? "";
    const places = sample.code.split(new RegExp(`\\b${text.replaceAll(/[.$]/g, "\\$&")}\\(`)).length - 1;
    return places === 1 ? [{ statement, text, verb: said }] : [];
  });
}

function guarded(sample: Sample, statement: Node, test: string, parameter: string) {
  const draft = sample.draft();
  const indent = sample.indentAt(from(statement));
  const step = sample.style.indent;
  const text = sample.source(statement);
  if (/`[^`]*\n/.test(text) || !appendParameter(sample, draft, parameter)) return undefined;
  const inner = text.replaceAll("\n", `\n${step}`).replaceAll(/\n[ \t]+\n/g, "\n\n");
  draft.update(from(statement), to(statement), `if (${test}) {\n${indent}${step}${inner}\n${indent}}`);
  return draft;
}

export const flagSkips = family(
  "flag-skips",
  {
    seen: [
      "add a {flag} flag, when it's on nothing should be {wordsDone}",
      "add a {flag} [flag|option|parameter] that skips {call}",
      "add a [boolean |]parameter {flag}, false by default, when it's true don't call {call}",
      "={flag} flag: [don't call|skip] {call} [when|if] it's [set|on|true]",
      "=I want a {flag} [mode|option] in which nothing is {wordsDone}",
      "skip {call} when the caller passes {flag}[, off by default|]",
      "=if {flag} [is set|is on|is true], {call} must not run, off by default",
      "let me pass {flag} so that nothing gets {wordsDone}",
    ],
    unseen: [
      "I need a way to run this without {call} happening: a switch {flag}, normally off",
      "one more argument, {flag}; as soon as it is true nothing is to be {wordsDone}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    // By convention, the flag is the last parameter, false by default, and the statement gets braces.
    const one = choose.pickIfAny(calls(sample));
    if (one === undefined) return undefined;
    const words = [...wordsOf(one.verb), "it"];
    const flag = choose.chance(0.65)
      ? choose.pick(SKIP_FLAGS)
      : choose.pick([`skip${capital(one.verb)}`, `no${capital(one.verb)}`, `without${capital(one.verb)}`]);
    if (sample.mentions(flag)) return undefined;
    const draft = guarded(sample, one.statement, `!${flag}`, `${flag} = false`);
    const done = DONE[words[0] ?? ""];
    const isOnly = calls(sample).filter(({ verb }) => verb === one.verb).length === 1;
    return (
      draft && edited(sample, draft, { flag, call: one.text, ...(done && isOnly ? { wordsDone: done } : {}) })
    );
  },
);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const flagAllows = family(
  "flag-allows",
  {
    seen: [
      "add a {flag} flag, only [call|run] {call} when it's on",
      "add a {flag} [flag|option|parameter], {call} should only [run|happen] if it's [true|set]",
      "add a [boolean |]parameter {flag}, false by default, and call {call} only if it is true",
      "={call} should only happen [with {flag}|when {flag} is passed], add that as a parameter, off by default",
      "only call {call} when the caller passes {flag}[, off by default|]",
      "=I don't want {call} every time, put it behind a {flag} parameter, off by default",
      "make {call} opt-in, with a {flag} flag",
      "put {call} behind a {flag} flag[, default false|]",
    ],
    unseen: ["unless {flag} is handed in as true, {call} is not to be reached"],
  },
  (sample, choose) => {
    const one = choose.pickIfAny(calls(sample));
    if (one === undefined) return undefined;
    const flag = choose.chance(0.6)
      ? choose.pick(
          /^(?:log|print|warn|info|debug|trace|report|write)$/.test(one.verb) ? TELLING_FLAGS : ALLOW_FLAGS,
        )
      : `should${capital(one.verb)}`;
    if (sample.mentions(flag)) return undefined;
    const draft = guarded(sample, one.statement, flag, `${flag} = false`);
    return draft && edited(sample, draft, { flag, call: one.text });
  },
);
