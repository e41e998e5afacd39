import { type Choices, capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { thing, work } from "./made.ts";

const DAYS = ["sundays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays"];

/** Returns a job that runs by a cron expression. */
function job(choose: Choices, { i, s, q }: CodeStyle) {
  const t = thing(choose);
  const { call } = work(choose, t);
  const name = `${choose.pick(["nightly", "daily", "send", "sync", "cleanup", "report"])}${capitalized(t.name)}`;
  const constant = joinWords([...wordsOf(name), "cron"], "constant");
  const log = choose.chance(0.4)
    ? [`${i}${choose.pick(["logger.info", "console.log", "log.info"])}(${q}${t.words} job started${q})${s}`]
    : [];
  const form = choose.below(7);
  const run = `${i}await ${call.replace("this.", "")}${s}`;
  return (cron: string): string => {
    const at = q + cron + q;
    switch (form) {
      case 0:
      case 1:
        return [`cron.schedule(${at}, async () => {`, ...log, run, `})${s}`].join("\n");
      case 2:
        return [
          `const job = new CronJob(${at}, async () => {`,
          ...log,
          run,
          `})${s}`,
          `job.start()${s}`,
        ].join("\n");
      case 3:
        return [
          `const ${constant} = ${at}${s}`,
          "",
          `schedule.scheduleJob(${constant}, async () => {`,
          ...log,
          run,
          `})${s}`,
        ].join("\n");
      case 4:
        return [
          `export const ${name} = {`,
          `${i}schedule: ${at},`,
          `${i}run: async () => {`,
          ...[...log, run].map((line) => i + line),
          `${i}},`,
          `}${s}`,
        ].join("\n");
      case 5:
        return `await queue.add(${q}${name}${q}, {}, { repeat: { cron: ${at} } })${s}`;
      default:
        return [
          `@Injectable()`,
          `export class ${capitalized(name)}Task {`,
          `${i}@Cron(${at})`,
          `${i}async run() {`,
          ...[...log, run].map((line) => i + line),
          `${i}}`,
          "}",
        ].join("\n");
    }
  };
}

export const cronDays = composed(
  "cron-days",
  {
    seen: [
      "=this should [run|happen] {wordsDays}",
      "=run {wordsDays}",
      "run [it|this job|the job] {wordsDays}",
      "=the job should run {wordsDays}",
      "schedule it {wordsDays}",
      "make it run {wordsDays}",
      "=this should be scheduled {wordsDays}",
    ],
    unseen: ["we need this {wordsDays}"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const write = job(choose, h);
    const time = `${choose.pick([0, 0, 15, 30, 45, 5])} ${choose.between(0, 23)} * *`;
    const day = choose.below(7);
    const [from, to, said] = choose.pick<readonly [string, string, readonly string[]]>([
      [
        "1-5",
        "*",
        [
          "also on weekends",
          "on weekends too",
          "every day",
          "on weekends as well",
          "daily, not just on weekdays",
        ],
      ],
      ["1-5", "*", ["also on saturdays and sundays", "seven days a week", "every day"]],
      [
        "*",
        "1-5",
        [
          "on weekdays only",
          "only on weekdays",
          "from monday to friday",
          "on workdays only",
          "not on weekends",
          "only on business days",
        ],
      ],
      [
        choose.pick(["*", "1-5"]),
        String(day),
        [`on ${DAYS[day]} only`, `only on ${DAYS[day]}`, `just on ${DAYS[day]}`],
      ],
      [String(day), "*", ["every day", "daily", `every day, not just on ${DAYS[day]}`]],
    ]);
    return {
      before: write(`${time} ${from}`),
      after: write(`${time} ${to}`),
      slots: { wordsDays: choose.pick(said) },
      language: "ts",
    };
  },
);

export const cronTime = composed(
  "cron-time",
  {
    seen: [
      "=this should [run|happen] {wordsTime}",
      "run [it|this job|the job] {wordsTime}",
      "=the job should run {wordsTime}",
      "=should run {wordsTime}, not {wordsOld}",
      "schedule it {wordsTime}",
      "make it run {wordsTime} instead of {wordsOld}",
    ],
    unseen: ["{wordsOld} is wrong, we need this {wordsTime}"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const write = job(choose, h);
    const days = choose.pick(["*", "*", "1-5", "0", "1"]);
    if (choose.chance(0.4)) {
      const [old = 5, fresh = 10] = choose.shuffle([2, 5, 10, 15, 20, 30]);
      const said = (n: number) => choose.pick([`every ${n} minutes`, `every ${n} min`, `each ${n} minutes`]);
      return {
        before: write(`*/${old} * * * *`),
        after: write(`*/${fresh} * * * *`),
        slots: { wordsTime: said(fresh), wordsOld: said(old) },
        language: "ts",
      };
    }
    const times = choose.shuffle(Array.from({ length: 24 }, (_, hour) => hour));
    const minutes = choose.pick([0, 0, 0, 15, 30, 45]);
    const said = (hour: number) => {
      const two = String(minutes).padStart(2, "0");
      const half = hour % 12 === 0 ? 12 : hour % 12;
      return choose.pick([
        `at ${hour}:${two}`,
        `at ${String(hour).padStart(2, "0")}:${two}`,
        ...(minutes === 0 && hour > 0
          ? [`at ${half}${choose.pick([" ", ""])}${hour < 12 ? "am" : "pm"}`]
          : []),
        ...(minutes === 0 && hour === 0 ? ["at midnight"] : []),
        ...(minutes === 0 && hour === 12 ? ["at noon"] : []),
      ]);
    };
    const [old = 0, fresh = 1] = times;
    return {
      before: write(`${minutes} ${old} * * ${days}`),
      after: write(`${minutes} ${fresh} * * ${days}`),
      slots: { wordsTime: said(fresh), wordsOld: said(old) },
      language: "ts",
    };
  },
);
