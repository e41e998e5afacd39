import {
  ANY_CHARACTER,
  CharSet,
  character,
  choice,
  declaredMembers,
  type Expression,
  type Grammar,
  IN_JSON_STRING,
  JsonRules,
  type Member,
  optional,
  PLAIN,
  plainUpTo,
  repeat,
  SchemaTranslator,
  STRUCTURE_LIMITS,
  StructureError,
  sequence,
  text,
  toolInputExpression,
  type Work,
} from "../../structure/index.ts";
import { APPLY_PATCH, INPUT, type OfferedTool, TextParameters } from "../tools/index.ts";

export interface CallGrammarOptions {
  readonly grammar: Grammar;
  /** The work that is left for the tools' parameters. */
  readonly work: Work;
  /** The tools that may be called. */
  readonly tools: readonly OfferedTool[];
  /** Whether one call may follow another. */
  readonly several: boolean;
  /** The model's chat template: some families changed their syntax between versions. */
  readonly template: string;
}

/** The tags around the values of arguments. */
export interface ArgumentTags {
  open(name: string): string;
  readonly close: string;
}

const { POSITIVE_INFINITY } = Number;

/** Writes the grammar of calls, from the tools and the constraints on their arguments. */
export class CallGrammar {
  readonly grammar: Grammar;
  readonly template: string;
  readonly #tools: readonly OfferedTool[];
  readonly #several: boolean;
  readonly #work: Work;
  readonly #json: JsonRules;

  constructor({ grammar, work, tools, several, template }: CallGrammarOptions) {
    this.grammar = grammar;
    this.#work = work;
    this.template = template;
    this.#tools = tools;
    this.#several = several;
    this.#json = new JsonRules(grammar);
  }

  /** Returns a call of one of the tools. */
  one(call: (tool: OfferedTool) => Expression): Expression {
    return this.grammar.add("call", choice(...this.#tools.map(call)));
  }

  /** Returns one call, or a sequence of calls if the response may have several. */
  list(call: Expression, separator = ""): Expression {
    if (!this.#several) return call;
    return sequence(call, repeat(sequence(text(separator), call), 0, POSITIVE_INFINITY));
  }

  /**
   * Returns a patch without a call around it, which models write anyway; null if no tool has a grammar for patches.
   */
  patch(): Expression | null {
    const held = this.#tools.find(({ origin }) => origin.name === APPLY_PATCH)?.held;
    if (held?.type !== "grammar") return null;
    return toolInputExpression(held.syntax, held.definition, { ...this.#definition, writing: PLAIN });
  }

  /** Returns arguments as a JSON object. */
  argumentsObject(tool: OfferedTool): Expression {
    return this.grammar.add(`${tool.name}-arguments`, this.#argumentsObject(tool));
  }

  #argumentsObject(tool: OfferedTool): Expression {
    const { held } = tool;
    if (held.type === "parameters") {
      return this.#fromSchema(tool, this.#json.object, (translator) =>
        translator.value([{ schema: tool.parameters, pointer: "" }, OBJECT]),
      );
    }
    const input =
      held.type === "text"
        ? this.#json.string
        : sequence(
            text('"'),
            toolInputExpression(held.syntax, held.definition, {
              ...this.#definition,
              writing: IN_JSON_STRING,
            }),
            text('"'),
          );
    return this.#json.braced(this.#json.member(text(JSON.stringify(INPUT)), input));
  }

  /**
   * Returns arguments one by one between tags: strings unquoted, everything else as JSON; a parameter that may be
   * either allows both.
   */
  taggedArguments(tool: OfferedTool, tags: ArgumentTags): Expression {
    return this.grammar.add(`${tool.name}-arguments`, this.#taggedArguments(tool, tags));
  }

  #taggedArguments(tool: OfferedTool, tags: ArgumentTags): Expression {
    const { held } = tool;
    const writing = plainUpTo(this.grammar, tags.close.trim());
    if (held.type === "text") return between(tags, INPUT, writing.run(ANY_CHARACTER, 0));
    if (held.type === "grammar") {
      const input = toolInputExpression(held.syntax, held.definition, { ...this.#definition, writing });
      return between(tags, INPUT, input);
    }
    const anything = this.#anyArguments(tags);
    const parameters = TextParameters.of(tool.parameters);
    return this.#fromSchema(tool, anything, (translator) => {
      const argument = ({ name, schema, isRequired }: Member): Expression => {
        const value = taggedValue(translator, schema, parameters.typesBeside(name), writing);
        const whole = between(tags, name, value);
        return isRequired ? whole : optional(this.grammar.add("argument", whole));
      };
      const shapes = translator.shapes.of([{ schema: tool.parameters, pointer: "" }, OBJECT]);
      return choice(
        ...shapes.map((shape) => {
          if (shape.properties === undefined && shape.additional !== null) return anything;
          return sequence(...(declaredMembers(shape) ?? []).map(argument));
        }),
      );
    });
  }

  /** Any number of arguments with any names, each as JSON. */
  #anyArguments({ open, close }: ArgumentTags): Expression {
    const [before = "", after = ""] = open("\0").split("\0");
    const opening = sequence(text(before), repeat(character(NAME_CHARACTERS), 1, MAX_NAME), text(after));
    return repeat(sequence(opening, this.#json.value, text(close)), 0, POSITIVE_INFINITY);
  }

  get #definition() {
    return { grammar: this.grammar, limits: STRUCTURE_LIMITS, work: this.#work };
  }

  /** Returns the translated parameters of a tool, or `anything` if they are not strict and cannot be translated. */
  #fromSchema(
    { parameters, held }: OfferedTool,
    anything: Expression,
    translate: (translator: SchemaTranslator) => Expression,
  ): Expression {
    const strict = held.type === "parameters" && held.strict;
    const options = { grammar: this.grammar, work: this.#work, strict, limits: STRUCTURE_LIMITS };
    try {
      return translate(new SchemaTranslator(parameters, options));
    } catch (error) {
      if (strict || !(error instanceof StructureError)) throw error;
      return anything;
    }
  }
}

function between({ open, close }: ArgumentTags, name: string, value: Expression): Expression {
  return sequence(text(open(name)), value, text(close));
}

/**
 * Returns a value between tags: unquoted if it must be a string, JSON if it cannot be one, and either if both are
 * possible. `others` are the types it may have besides string; null if it cannot be a string.
 */
function taggedValue(
  translator: SchemaTranslator,
  schema: Member["schema"],
  others: readonly string[] | null,
  writing: ReturnType<typeof plainUpTo>,
): Expression {
  if (others === null) return translator.value(schema);
  const free = (min: number, max: number) =>
    max === POSITIVE_INFINITY ? writing.run(ANY_CHARACTER, min) : repeat(character(ANY_CHARACTER), min, max);
  const shapes = translator.shapes.of([...schema, STRING]);
  const texts = shapes.map((shape) => translator.rawString(shape, writing, free));
  if (others.length === 0) return choice(...texts);
  const json = translator.value([...schema, { schema: { type: others }, pointer: "" }]);
  return choice(...texts, json);
}

const OBJECT = { schema: { type: "object" }, pointer: "" };
const STRING = { schema: { type: "string" }, pointer: "" };
const NAME_CHARACTERS = CharSet.of([0x30, 0x39], [0x41, 0x5a], 0x5f, [0x61, 0x7a]);
const MAX_NAME = 64;
