import { type Choices, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

/** Who may do something, and the test for it. */
const RIGHTS: readonly (readonly [string, string, string])[] = [
  ["admins", "user.isAdmin", "user"],
  ["admins", 'user.role === "admin"', "user"],
  ["admins", "isAdmin", "isAdmin"],
  ["owners", "post.ownerId === user.id", "post, user"],
  ["members", "team.members.includes(user.id)", "team, user"],
  ["editors", 'user.role === "editor"', "user"],
  ["moderators", "user.isModerator", "user"],
  ["logged in users", "session.user", "session"],
  ["signed in users", "req.isAuthenticated()", "req"],
  ["verified users", "user.isVerified", "user"],
  ["paying customers", "account.isPaid", "account"],
  ["premium members", 'user.plan === "premium"', "user"],
  ["managers", "employee.isManager", "employee"],
  ["authors", "comment.authorId === userId", "comment, userId"],
  ["invited guests", "guests.includes(email)", "guests, email"],
  ["staff", "user.isStaff", "user"],
];

function inverse(test: string): string {
  if (test.includes(" === ")) return test.replace("===", "!==");
  return `!${test}`;
}

function guardForms(
  choose: Choices,
  { i, s, q }: CodeStyle,
  act: string,
): readonly [boolean, (test: string) => string[]][] {
  const refusal = choose.pick([
    `throw new Error(${q}${choose.pick(["Forbidden", "Not allowed", "forbidden", "no permission", "Access denied"])}${q})`,
    `return { error: ${q}forbidden${q} }`,
    "return false",
    "return null",
    "throw new ForbiddenError()",
  ]);
  return [
    [false, (test) => [`if (${test}) {`, `${i}${refusal}${s}`, "}", `return ${act}${s}`]],
    [false, (test) => [`if (${test}) ${refusal}${s}`, `${act}${s}`]],
    [true, (test) => [`if (${test}) {`, `${i}${act}${s}`, "}"]],
    [true, (test) => [`if (${test}) {`, `${i}return ${act}${s}`, "}", `${refusal}${s}`]],
  ];
}

export const onlyTheyMay = composed(
  "only-they-may",
  {
    seen: [
      "=only {wordsWho} [may|can|should] {wordsAct}",
      "=only {wordsWho} should be able to {wordsAct}",
      "=at the moment everyone but {wordsWho} can {wordsAct}",
      "=it's the wrong way round, only {wordsWho} may {wordsAct}",
      "=why can't {wordsWho} {wordsAct}?",
      "let {wordsWho} {wordsAct}, nobody else",
      "=the check is [inverted|the wrong way round|backwards]",
      "={wordsWho} get rejected and everybody else gets in",
    ],
    unseen: [
      "strangers can {wordsAct} but {wordsWho} can't",
      "{wordsAct} is reserved for {wordsWho}, the code does the opposite",
    ],
    weight: 1.1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const [who, test, parameters] = choose.pick(RIGHTS);
    const [noun = ""] = distinctNames(choose, 1);
    const verb = choose.pick([
      "delete",
      "edit",
      "publish",
      "see",
      "archive",
      "approve",
      "export",
      "update",
      "remove",
      "open",
      "cancel",
      "rename",
    ]);
    const target = choose.pick([
      "posts",
      "users",
      "reports",
      "invoices",
      "comments",
      "projects",
      plural(noun),
    ]);
    const one = target.replace(/s$/, "");
    const [isPositive, form] = choose.pick(
      guardForms(choose, h, `${choose.pick(["db", "store", "api", `${one}Store`])}.${verb}(id)`),
    );
    const right = (isPositive ? test : inverse(test)).replaceAll('"', h.q);
    const wrong = (isPositive ? inverse(test) : test).replaceAll('"', h.q);
    const write = shell(choose, h, {
      name: joinWords([verb, ...wordsOf(one)], "camel"),
      parameters: `id, ${parameters}`,
    });
    return {
      before: write(form(wrong)),
      after: write(form(right)),
      slots: {
        wordsWho: who,
        wordsAct: choose.pick([
          `${verb} ${inWords(target)}`,
          verb === "see" || verb === "open" ? `${verb} it` : verb,
        ]),
      },
    };
  },
);
