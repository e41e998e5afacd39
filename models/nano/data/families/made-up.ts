import { type Choices, joinWords, NOUNS } from "../choices/index.ts";

/** The code style of made-up code. */
export interface CodeStyle {
  readonly i: string;
  readonly s: string;
  readonly q: string;
}

export function chooseStyle(choose: Choices): CodeStyle {
  return {
    i: choose.pick(["  ", "  ", "  ", "    ", "    ", "\t"]),
    s: choose.chance(0.85) ? ";" : "",
    q: choose.pick(['"', '"', "'"]),
  };
}

/** Returns the plural of a noun, or of a name that ends in one. */
export function plural(noun: string): string {
  if (/(?:^|[a-z])[Cc]hild$/.test(noun)) return `${noun}ren`;
  if (/(?:^|[a-z])[Pp]erson$/.test(noun)) return noun.replace(/erson$/, "eople");
  if (/(?:[Ss]eries|[Ss]taff|[Ff]eedback)$/.test(noun)) return `${noun}List`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Returns distinct names for made-up code. */
export function distinctNames(choose: Choices, count: number): string[] {
  const found = new Set<string>();
  while (found.size < count) {
    const words = choose.chance(0.75) ? [choose.pick(NOUNS)] : [choose.pick(NOUNS), choose.pick(NOUNS)];
    const name = joinWords(words, "camel");
    if (
      !/^(argument|package|default|count|enum|interface|function|new|delete|export|import|super|switch|public|private|protected|sum|total|result|text|output|item|value|index|entry|list|array|set|map|string|number|boolean|symbol|object|class|case|var|this|if|for|in|do|type|match|memo|cache|element|values|data|host|static)$/.test(
        name,
      )
    )
      found.add(name);
  }
  return [...found];
}

/** Creates a writer that puts lines into a function, always with the same name, signature and form. */
export function functionWriter(
  choose: Choices,
  { i, s }: CodeStyle,
  name: string,
  parameters: string,
): (body: readonly string[], isAsync?: boolean) => string {
  const form = choose.below(4);
  return (body, isAsync = false) => {
    const prefix = isAsync ? "async " : "";
    const inner = body.map((line) => (line === "" ? "" : i + line)).join("\n");
    switch (form) {
      case 0:
      case 1:
        return `${prefix}function ${name}(${parameters}) {\n${inner}\n}`;
      case 2:
        return `const ${name} = ${prefix}(${parameters}) => {\n${inner}\n}${s}`;
      default:
        return `export ${prefix}function ${name}(${parameters}) {\n${inner}\n}`;
    }
  };
}
