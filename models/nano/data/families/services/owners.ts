import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { placeOf, thing } from "./made.ts";

/** Who else is allowed, with the property that identifies them. */
const WHO = [
  ["owner", "ownerId"],
  ["author", "authorId"],
  ["creator", "createdBy"],
  ["assignee", "assigneeId"],
  ["reviewer", "reviewerId"],
  ["sender", "senderId"],
  ["manager", "managerId"],
  ["host", "hostId"],
] as const;

export const ownerToo = composed(
  "owner-too",
  {
    seen: [
      "=the {wordsWho} should be able to {wordsVerb} [it|{wordsThings}|the {wordsThing}] too",
      "=only {wordsOthers} or the {wordsWho} can {wordsVerb}, the {wordsWho} currently can't",
      "also let the {wordsWho} {wordsVerb} [it|the {wordsThing}]",
      "allow the {wordsWho} [too|as well]",
      "={flag} is never used, the {wordsWho} may {wordsVerb} it too",
      "=the {wordsWho} gets rejected, not just {wordsOthers} should be allowed",
      "let {wordsOthers} and the {wordsWho} {wordsVerb} [it|{wordsThings}]",
      "use {flag} in the check, the {wordsWho} may {wordsVerb} too",
      "=the {wordsWho} may {wordsVerb} it [too|as well]",
      "allow it for {flag} too",
      "={flag} is not looked at, the {wordsWho} should be allowed too",
    ],
    unseen: ["whoever is the {wordsWho} has a right to {wordsVerb} it as well, same as {wordsOthers}"],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const t = thing(choose);
    const [who, property] = choose.pick(WHO);
    const flag = `is${capitalized(who)}`;
    const verb = choose.pick([
      "delete",
      "edit",
      "update",
      "archive",
      "publish",
      "share",
      "close",
      "rename",
      "cancel",
      "export",
      "see",
      "approve",
    ]);
    const role = choose.pick(["admin", "editor", "moderator", "support", "staff"]);
    const form = choose.below(3);
    const user = choose.pick(["user", "req.user", "session.user", "currentUser", "ctx.user"]);
    const wrong = choose.pick([
      `${user}.role !== ${q}${role}${q}`,
      `!${user}.is${capitalized(role)}`,
      `!is${capitalized(role)}(${user})`,
      `!${user}.roles.includes(${q}${role}${q})`,
    ]);
    const right = wrong.startsWith("!") ? wrong.slice(1) : wrong.replace("!==", "===");
    const refuse = choose.pick([
      ...(user.startsWith("req")
        ? ["return res.sendStatus(403)", `return res.status(403).json({ error: ${q}forbidden${q} })`]
        : []),
      "throw new ForbiddenError()",
      `throw new Error(${q}forbidden${q})`,
      `return { error: ${q}forbidden${q} }`,
    ]);
    const read = choose.pick([
      `const ${t.name} = await ${t.plural}.get(id)${s}`,
      `const ${t.name} = await db.${t.name}.findById(id)${s}`,
      `const ${t.name} = await load${t.type}(id)${s}`,
    ]);
    const known = `const ${flag} = ${t.name}.${property} === ${user}.id${s}`;
    const act = `await ${t.plural}.${verb}(id)${s}`;
    const isShort = choose.chance(0.4);
    const missing = choose.chance(0.4) ? [`if (!${t.name}) return null${s}`] : [];
    const lines = (isToo: boolean) => {
      const deny = isToo ? `${wrong} && !${flag}` : wrong;
      const allow = isToo ? `${right} || ${flag}` : right;
      const check =
        form < 2
          ? [
              ...(isShort ? [`if (${deny}) ${refuse}${s}`] : [`if (${deny}) {`, `${i}${refuse}${s}`, "}"]),
              act,
            ]
          : [`if (${allow}) {`, i + act, "}"];
      return [read, ...missing, known, ...check];
    };
    const root = user.split(".")[0] ?? "user";
    const place = placeOf(choose, h, `${verb}${t.type}`, ["id", root, ...(root === "req" ? ["res"] : [])]);
    return {
      before: place(lines(false)),
      after: place(lines(true)),
      slots: {
        wordsWho: who,
        wordsVerb: verb,
        wordsOthers: /s$|staff|support/.test(role) ? role : `${role}s`,
        flag,
        wordsThing: t.words,
        wordsThings: t.many,
      },
      language: "ts",
    };
  },
);
