import { type Choices, capitalized, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { filler, placeOf, TARGETS, type Thing, thing, work } from "./made.ts";

type Write = (lines: readonly string[]) => string;

/** Returns a writer of a router's handlers. */
function handlerOf(choose: Choices, { i, s, q }: CodeStyle, about: Thing, method: string): Write {
  const router = choose.pick(["app", "router", "api", `${about.plural}Router`]);
  const path = `/${about.plural}/:id`;
  const isTyped = choose.chance(0.3);
  const list = isTyped ? "req: Request, res: Response" : choose.chance(0.15) ? "req, res, next" : "req, res";
  const form = choose.below(6);
  const name = `${{ get: "get", delete: "delete", put: "update", patch: "patch", post: "create" }[method] ?? "get"}${about.type}`;
  return (lines) => {
    const inside = (depth: number) =>
      lines.map((line) => (line === "" ? "" : i.repeat(depth) + line)).join("\n");
    switch (form) {
      case 0:
      case 1:
      case 2:
        return `${router}.${method}(${q}${path}${q}, async (${list}) => {\n${inside(1)}\n})${s}`;
      case 3:
        return `export async function ${name}(${list}) {\n${inside(1)}\n}`;
      case 4:
        return `export const ${name} = async (${list}) => {\n${inside(1)}\n}${s}`;
      default:
        return `class ${about.type}Controller {\n${i}async ${name}(${list}) {\n${inside(2)}\n${i}}\n}`;
    }
  };
}

function lookUp(choose: Choices, about: Thing, id: string): string {
  return choose.pick([
    `await db.${about.plural}.findById(${id})`,
    `await ${about.type}.findById(${id})`,
    `await ${about.type}.findByPk(${id})`,
    `await prisma.${about.name}.findUnique({ where: { id: ${id} } })`,
    `await ${about.name}Service.get(${id})`,
    `await get${about.type}(${id})`,
    `await ${choose.pick(TARGETS)}.get${about.type}(${id})`,
    `await this.${about.plural}.findOne(${id})`,
    `await repo.findOneBy({ id: ${id} })`,
    `${about.plural}.find((one) => one.id === ${id})`,
    `${about.plural}.get(${id})`,
  ]);
}

export const notFound = composed(
  "respond-not-found",
  {
    seen: [
      "404 [when|if] the {wordsThing} [isn't|is not] found",
      "404 [if|when] [the {wordsThing} doesn't exist|there is no such {wordsThing}|there's no {wordsThing}]",
      "[return|send|respond with|answer with] [a |]404 [if|when] the {wordsThing} [isn't found|doesn't exist|is missing]",
      "=it should [respond with|return|send] [a |]404 [if|when] the {wordsThing} is not found",
      "=unknown {wordsMany} should give [a |]404",
      "=[unknown|wrong] ids crash it, [should be a|send a] 404",
      "handle the case that the {wordsThing} doesn't exist with a 404",
      "=no 404 when the {wordsThing} is missing[, add that|]",
    ],
    unseen: ["asking for a {wordsThing} that isn't there has to end in Not Found"],
    weight: 1.7,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const isOwn = choose.chance(0.4);
    const method = choose.pick(["get", "get", "get", "delete", "put", "patch"]);
    const id = isOwn ? "id" : choose.pick(["req.params.id", "req.params.id", "Number(req.params.id)"]);
    const write = handlerOf(choose, h, about, method);
    // By convention, res.status(404).json({ error: "THING not found" }), or the form of another response in the
    // handler.
    const key = choose.pick(["error", "error", "error", "message"]);
    const isNeighbour = key === "message" || choose.chance(0.2);
    const neighbour = isNeighbour
      ? choose.pick([
          [
            `if (!${id.replace(/^Number\((.*)\)$/, "$1")}) {`,
            `${i}return res.status(400).json({ ${key}: ${q}id is required${q} })${s}`,
            "}",
          ],
          ["if (!req.user) {", `${i}return res.status(401).json({ ${key}: ${q}Not logged in${q} })${s}`, "}"],
        ])
      : [];
    const find = `const ${about.name} = ${lookUp(choose, about, id)}${s}`;
    const guard = [
      `if (!${about.name}) {`,
      `${i}return res.status(404).json({ ${key}: ${q}${capitalized(about.words)} not found${q} })${s}`,
      "}",
    ];
    const field = choose.pick(["id", "name", "total", "status", "createdAt"]);
    const tail =
      method === "get"
        ? choose.pick([
            [`res.json(${about.name})${s}`],
            [`return res.json(${about.name})${s}`],
            [
              `res.json({ id: ${about.name}.id, ${field === "id" ? "name" : field}: ${about.name}.${field === "id" ? "name" : field} })${s}`,
            ],
            [`res.status(200).json({ ${about.name} })${s}`],
            [`res.send(render(${about.name}))${s}`],
          ])
        : method === "delete"
          ? [
              `await ${about.name}.${choose.pick(["destroy", "remove", "delete"])}()${s}`,
              choose.pick([`res.sendStatus(204)${s}`, `res.status(204).end()${s}`]),
            ]
          : [
              `${about.name}.${field === "id" ? "name" : field} = req.body.${field === "id" ? "name" : field}${s}`,
              `await ${about.name}.save()${s}`,
              `res.json(${about.name})${s}`,
            ];
    const head = [
      ...(isOwn ? [choose.pick([`const { id } = req.params${s}`, `const id = req.params.id${s}`])] : []),
      ...neighbour,
    ];
    const quiet = choose.chance(0.2) ? filler(choose, h, about, true) : [];
    return {
      before: write([...quiet, ...head, find, ...tail]),
      after: write([...quiet, ...head, find, ...guard, ...tail]),
      slots: { wordsThing: about.words, wordsMany: about.many },
    };
  },
);

export const returnAfterResponse = composed(
  "return-after-response",
  {
    seen: [
      "=['headers already sent'|\"headers already sent\"|ERR_HTTP_HEADERS_SENT|Cannot set headers after they are sent][ when the {wordsThing} is missing|]",
      "=a return is missing after the {status}",
      "=missing return after res.status({status})",
      "return after [sending|responding with] the {status}",
      "=it goes on after the {status} has been sent",
      "=the handler goes on after [sending|responding with] {status}",
      "stop after the {status}[ is sent| response|]",
      "=two responses are sent when the {wordsThing} is missing",
      "=we [forgot to|don't] return after the {status}",
      "=when the {wordsThing} is missing it goes on after the {status}",
      "=the headers are sent twice",
    ],
    unseen: ["once {status} is out nothing else may happen in the handler"],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const method = choose.pick(["post", "get", "put", "patch"]);
    const write = handlerOf(choose, h, about, method);
    const status = choose.pick(["400", "400", "401", "403", "404", "404", "409", "422"]);
    const body = choose.pick([
      `.json({ error: ${q}${choose.message(about.name)}${q} })`,
      `.json({ message: ${q}${choose.message(about.name)}${q} })`,
      `.send(${q}${choose.message(about.name)}${q})`,
      ".end()",
    ]);
    const answer = choose.chance(0.85) ? `res.status(${status})${body}` : `res.sendStatus(${status})`;
    const isLookedUp = choose.chance(0.5);
    const head = isLookedUp
      ? [`const ${about.name} = ${lookUp(choose, about, "req.params.id")}${s}`]
      : [`const { ${about.name} } = req.body${s}`];
    const earlier = choose.chance(0.3)
      ? ["if (!req.user) {", `${i}return res.status(${status === "401" ? "403" : "401"}).end()${s}`, "}"]
      : [];
    const guard = (text: string) => [`if (!${about.name}) {`, `${i}${text}${s}`, "}"];
    const job = work(choose, about);
    const tail = choose.pick([
      [`await ${job.callee}(${about.name})${s}`, `res.json({ ok: true })${s}`],
      [`res.json(${about.name})${s}`],
      [`const saved = await ${job.callee}(${about.name})${s}`, `res.status(201).json(saved)${s}`],
      ["", `await ${job.callee}(${about.name})${s}`, `res.sendStatus(204)${s}`],
    ]);
    return {
      before: write([...earlier, ...head, ...guard(answer), ...tail]),
      after: write([...earlier, ...head, ...guard(`return ${answer}`), ...tail]),
      slots: { status, wordsThing: about.words },
    };
  },
);

export const throwUnlessOk = composed(
  "throw-unless-ok",
  {
    seen: [
      "throw {text} [if|when] the response [isn't|is not] ok",
      "throw an error [saying |with the message |]{text} [if|when] [the request fails|{response} is not ok]",
      "=fetch doesn't throw on [errors|404s|a 500], throw {text} [if|when] the response isn't ok",
      "check [{response}.ok|the status] and throw {text}",
      "=if the response is not ok, throw {text}",
      "=[failed requests|error responses|HTTP errors] should throw {text}",
      "=a failed request goes unnoticed, throw {text} then",
    ],
    unseen: ["any status outside of 2xx has to raise {text}"],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const response = choose.pick(["res", "res", "response", "response", "r", "resp", "reply"]);
    const text = choose.pick([
      "Request failed",
      `Could not load the ${about.words}`,
      `Failed to load ${about.many}`,
      `Loading ${about.many} failed`,
      "Network error",
      `${capitalized(about.words)} request failed`,
      "Bad response",
      "Server error",
      `Cannot fetch ${about.words}`,
    ]);
    const key = choose.pick(["id", "url", "userId", "query", `${about.name}Id`]);
    const b = "`";
    const url =
      key === "url"
        ? "url"
        : choose.pick([
            `${b}/api/${about.plural}/\${${key}}${b}`,
            `${b}\${BASE_URL}/${about.plural}?q=\${${key}}${b}`,
          ]);
    const request = choose.pick([
      [`const ${response} = await fetch(${url})${s}`],
      [`const ${response} = await fetch(${url})${s}`],
      [`const ${response} = await fetch(${url}, { signal })${s}`],
      [
        `const ${response} = await fetch(${url}, {`,
        `${i}method: ${q}POST${q},`,
        `${i}body: JSON.stringify(${about.name}),`,
        `})${s}`,
      ],
    ]);
    const tail = choose.pick([
      [`return ${response}.json()${s}`],
      [`return await ${response}.json()${s}`],
      [`const data = await ${response}.json()${s}`, `return data.${about.plural}${s}`],
      [`const body = await ${response}.json()${s}`, `set${about.type}(body)${s}`],
      [`return ${response}.text()${s}`],
    ]);
    const parameters = [
      key,
      ...(request.join().includes("signal") ? ["signal"] : []),
      ...(request.length > 1 ? [about.name] : []),
    ];
    const write = placeOf(choose, h, `${choose.pick(["load", "fetch", "get"])}${about.type}`, [
      ...new Set(parameters),
    ]);
    const head = choose.chance(0.3) ? filler(choose, h, about, true) : [];
    const check = [`if (!${response}.ok) {`, `${i}throw new Error(${q}${text}${q})${s}`, "}"];
    return {
      before: write([...head, ...request, ...tail]),
      after: write([...head, ...request, ...check, ...tail]),
      slots: { text, response },
    };
  },
);

const SECRETS =
  `passwordHash password salt secret apiKey internalNotes resetToken refreshToken accessToken sessionId ssn taxId
creditCard iban pin token privateKey verificationCode loginAttempts lastIp deletedAt totpSecret internalId cost margin`.split(
    /\s+/,
  );

export const neverSend = composed(
  "never-send",
  {
    seen: [
      "never send the {wordsField}[ back| to the client|]",
      "don't [send|return|expose] the {wordsField}[| to the client| in the response]",
      "=the {wordsField} must not [leave the server|be sent back|be in the response]",
      "=we're leaking the {wordsField}[| to the client]",
      "=clients should not see the {wordsField}",
      "leave the {wordsField} out of the response",
      "remove {field} from the response",
      "=the response contains the {wordsField}[, it should not|]",
      "=nobody needs the {wordsField} in there",
    ],
    unseen: ["the {wordsField} is none of the client's business"],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const field = choose.pick(SECRETS);
    const others = choose
      .shuffle(["id", "name", "email", "createdAt", "role", "status", "title", "updatedAt", "plan", "locale"])
      .slice(0, choose.between(2, 5));
    const at = choose.below(others.length + 1);
    const all = [...others.slice(0, at), field, ...others.slice(at)];
    const isOneLine = all.length < 5 && choose.chance(0.3);
    const isBare = choose.chance(0.2);
    const list = (fields: readonly string[], open: string, close: string) => {
      const parts = fields.map((one) => (isBare ? one : `${one}: ${about.name}.${one}`));
      return isOneLine
        ? [`${open}{ ${parts.join(", ")} }${close}${s}`]
        : [`${open}{`, ...parts.map((one) => `${i}${one},`), `}${close}${s}`];
    };
    const [open, close] = choose.pick([
      ["res.json(", ")"],
      ["return ", ""],
      ["return res.status(200).json(", ")"],
      ["res.send(", ")"],
      ["reply.send(", ")"],
      ["return Response.json(", ")"],
      [`socket.emit(${q}${about.name}${q}, `, ")"],
    ] as [string, string][]);
    const isHandler = open.startsWith("res") || open.includes("res.");
    const find = `const ${isBare ? `{ ${others.join(", ")} }` : about.name} = ${lookUp(choose, about, isHandler ? "req.params.id" : "id")}${s}`;
    const findAll = isBare ? find.replace(`{ ${others.join(", ")} }`, about.name) : find;
    const write = isHandler
      ? handlerOf(choose, h, about, "get")
      : placeOf(choose, h, `get${about.type}`, ["id"]);
    const body = (fields: readonly string[]) => [findAll, ...list(fields, open, close)];
    if (isBare) {
      // Shorthand properties need variables, so the whole is a mapper.
      const mapper = placeOf(choose, h, `to${about.type}Response`, [about.name]);
      const mapped = (fields: readonly string[]) =>
        list(fields, "return ", "").map((line) =>
          line.replace(/(\b\w+)(?=,$|, | \})/g, `$1: ${about.name}.$1`),
        );
      return {
        before: mapper(mapped(all), false),
        after: mapper(mapped(others), false),
        slots: { field, wordsField: wordsOf(field).join(" ") },
      };
    }
    return {
      before: write(body(all)),
      after: write(body(others)),
      slots: { field, wordsField: wordsOf(field).join(" ") },
    };
  },
);
