import { describe, expect, test } from "vitest";
import { FlintError } from "../error/index.ts";
import { nodePlatform } from "../node/index.ts";
import { openSession, type Session } from "./index.ts";
import { connect, listen } from "./session.fixture.ts";

/** A call as from JavaScript, which has no types to hold it to. */
type Call = (session: Record<keyof Session, (...given: unknown[]) => unknown>) => unknown;

const FILES = [{ path: "a.js", code: "let a;" }];

describe("an invalid argument is refused before anything is sent", () => {
  test.each<[string, Call, RegExp]>([
    ["edit()", (session) => session.edit(), /options must be an object.*instruction/],
    ["edit(null)", (session) => session.edit(null), /options must be an object/],
    ["edit of a text", (session) => session.edit("let a;", "use const"), /options must be an object/],
    ["optimizeCode()", (session) => session.optimizeCode(), /pass either code or path/],
    ["optimizeCode(null)", (session) => session.optimizeCode(null), /code must be a string/],
    ["editFiles()", (session) => session.editFiles(), /options must be an object.*files/],
    [
      "files: [null]",
      (session) => session.editFiles({ files: [null], instruction: "x" }),
      /each entry of files/,
    ],
    ["files: [5]", (session) => session.editFiles({ files: [5], instruction: "x" }), /each entry of files/],
    ["respond()", (session) => session.respond(), /options must be an object.*input/],
    ["respond({})", (session) => session.respond({}), /input must be a string or a list/],
    ["onConnectionChange()", (session) => session.onConnectionChange(), /the listener must be a function/],
    ...["model", "instructions", "previousResponseId", "prediction"].map((name): [string, Call, RegExp] => [
      `respond, ${name}: 5`,
      (session) => session.respond({ input: "a", [name]: 5 }),
      new RegExp(`^${name} must be a string.*, not number`),
    ]),
    ["respond, tools: {}", (session) => session.respond({ input: "a", tools: {} }), /tools must be a list/],
    ...["any", 5, null, [], {}, { type: "function" }, { type: "custom", name: 5 }].map(
      (toolChoice): [string, Call, RegExp] => [
        `respond, toolChoice: ${JSON.stringify(toolChoice)}`,
        (session) => session.respond({ input: "a", toolChoice }),
        /^toolChoice must be "auto", "none", "required", or/,
      ],
    ),
    ...["temperature", "maxOutputTokens"].flatMap((name) =>
      ["1", Number.NaN, null].flatMap((given): [string, Call, RegExp][] => [
        [
          `respond, ${name}: ${given}`,
          (session) => session.respond({ input: "a", [name]: given }),
          new RegExp(`^${name} must be a number, not (string|NaN|null)`),
        ],
        [
          `edit, ${name}: ${given}`,
          (session) => session.edit({ code: "a", instruction: "x", [name]: given }),
          new RegExp(`^${name} must be a number, not (string|NaN|null)`),
        ],
        [
          `editFiles, ${name}: ${given}`,
          (session) => session.editFiles({ files: FILES, instruction: "x", [name]: given }),
          new RegExp(`^${name} must be a number, not (string|NaN|null)`),
        ],
      ]),
    ),
    [
      "edit, model: {}",
      (session) => session.edit({ code: "a", instruction: "x", model: {} }),
      /^model must be a string, not object/,
    ],
    [
      "edit, prediction: 5",
      (session) => session.edit({ code: "a", instruction: "x", prediction: 5 }),
      /^prediction must be a string or null, not number/,
    ],
    [
      "editFiles, model: 5",
      (session) => session.editFiles({ files: FILES, instruction: "x", model: 5 }),
      /^model must be a string, not number/,
    ],
    ...[null, 5, {}].flatMap((signal): [string, Call, RegExp][] => [
      [
        `edit, signal ${signal}`,
        (session) => session.edit({ code: "a", instruction: "x", signal }),
        /signal must be an/,
      ],
      [
        `editFiles, signal ${signal}`,
        (session) => session.editFiles({ files: FILES, instruction: "x", signal }),
        /signal must be an/,
      ],
      [
        `respond, signal ${signal}`,
        (session) => session.respond({ input: "a", signal }),
        /signal must be an/,
      ],
    ]),
    [
      "selection: null",
      (session) => session.edit({ code: "a", instruction: "x", selection: null }),
      /selection must be \{ start, end \}/,
    ],
    [
      "a file's selection: null",
      (session) => session.editFiles({ files: [{ ...FILES[0], selection: null }], instruction: "x" }),
      /selection must be \{ start, end \}/,
    ],
    [
      "a file's language: 5",
      (session) => session.editFiles({ files: [{ ...FILES[0], language: 5 }], instruction: "x" }),
      /language must be a string/,
    ],
    [
      "code whose lines end in carriage returns alone",
      (session) => session.edit({ code: "let a;\rlet b;\r", instruction: "x" }),
      /the code uses carriage returns alone as line ends: convert them to newlines first/,
    ],
    [
      "a set with such a file",
      (session) =>
        session.editFiles({ files: [...FILES, { path: "b.js", code: "let a;\rlet b;" }], instruction: "x" }),
      /^b\.js uses carriage returns alone as line ends/,
    ],
    [
      "a set's doubtBelow: 40",
      (session) => session.editFiles({ files: FILES, instruction: "x", doubtBelow: 40 }),
      /from 0 to 1/,
    ],
  ])("%s", async (_, call, message) => {
    const server = await listen();
    const session = await connect(server);
    const failure = await failureOf(() => call(session as never));
    expect(failure).toBeInstanceOf(FlintError);
    expect(failure).toMatchObject({ code: "invalid_argument", message: expect.stringMatching(message) });
    expect(server.untaken).toBe(0);
  });

  test.each([[undefined], [null], [5]])("steer(%j)", async (text) => {
    const session = await connect(await listen());
    const turn = session.optimizeCode("let a;");
    const set = session.editFiles({ files: FILES, instruction: "x" });
    for (const steered of [turn, set]) {
      await expect(steered.steer(text as never)).rejects.toMatchObject({ code: "invalid_argument" });
    }
  });

  test.each([
    [undefined, /options must be an object.*url/],
    [{ url: "http://127.0.0.1:1", signal: 5 }, /signal must be an/],
    [{ url: "http://127.0.0.1:1", onClose: 5 }, /onClose must be a function/],
    [{ url: "http://127.0.0.1:1", trace: null }, /trace must be a function/],
    [null, /options must be an object.*url/],
    ["http://127.0.0.1:1", /options must be an object.*url/],
    [{ url: null }, /url "null" is not a server's address/],
    [{ url: "http://127.0.0.1:1", model: 5 }, /model must be a string, not number/],
    [{ url: "http://127.0.0.1:1", apiKey: 5 }, /apiKey must be a string, not number/],
    [{ url: "http://127.0.0.1:1", apiKey: "k\n" }, /apiKey has a character that keys cannot have/],
    [{ url: "http://127.0.0.1:1", transport: "socket" }, /transport must be websocket or http/],
    [{ url: "http://127.0.0.1:1", warmUp: "no" }, /warmUp must be a boolean, not string/],
  ])("openSession(%j)", async (options, message) => {
    await expect(openSession(options as never, nodePlatform)).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringMatching(message),
    });
  });
});

describe("an unknown option is refused, with the nearest known name", () => {
  test.each<[string, Call, RegExp]>([
    [
      "edit, cod",
      (session) => session.edit({ cod: "a", instruction: "x" }),
      /^there is no option cod: did you mean code\?$/,
    ],
    [
      "edit, max_output_tokens",
      (session) => session.edit({ code: "a", instruction: "x", max_output_tokens: 5 }),
      /did you mean maxOutputTokens\?/,
    ],
    [
      "edit, reasoning",
      (session) => session.edit({ code: "a", instruction: "x", reasoning: {} }),
      /^there is no option reasoning: the names are checks, code, .*, temperature$/,
    ],
    [
      "optimizeCode, langauge",
      (session) => session.optimizeCode("a", { langauge: "js" }),
      /did you mean language\?/,
    ],
    [
      "respond, temprature",
      (session) => session.respond({ input: "a", temprature: 1 }),
      /did you mean temperature\?/,
    ],
    [
      "editFiles, file",
      (session) => session.editFiles({ file: FILES, instruction: "x" }),
      /did you mean files\?/,
    ],
    [
      "editFiles, selection, which is a file's",
      (session) => session.editFiles({ files: FILES, instruction: "x", selection: { start: 1, end: 1 } }),
      /there is no option selection/,
    ],
    [
      "a file's text",
      (session) => session.editFiles({ files: [{ path: "a.js", text: "let a;" }], instruction: "x" }),
      /there is no option files\[\]\.text: the names are code, language, path, selection/,
    ],
  ])("%s", async (_, call, message) => {
    const server = await listen();
    const session = await connect(server);
    expect(await failureOf(() => call(session as never))).toMatchObject({
      code: "invalid_argument",
      message: expect.stringMatching(message),
    });
    expect(server.untaken).toBe(0);
  });

  test.each([
    [{ apikey: "k" }, /^there is no option apikey: did you mean apiKey\?$/],
    [
      { limits: { conectTimeout: 1 } },
      /^there is no option limits\.conectTimeout: did you mean limits\.connect/,
    ],
    [{ ["x".repeat(100_000)]: 1 }, /the names are apiKey, /],
  ])("among the options of a session, case %#", async (options, message) => {
    const opening = openSession({ url: "http://127.0.0.1:1", ...options } as never, nodePlatform);
    await expect(opening).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringMatching(message),
    });
  });

  test("unless its value is undefined, also within limits", async () => {
    const server = await listen();
    const options = { limits: { connectTimeout: undefined, other: undefined }, other: undefined };
    const session = await connect(server, options as never);
    const turn = session.respond({ input: "a", other: undefined } as never);
    (await server.next("response.create")).begin().text("b").complete();
    expect(await turn).toMatchObject({ text: "b" });
  });
});

async function failureOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return null;
  } catch (error) {
    return error;
  }
}
