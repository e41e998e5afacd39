import type { OutputParser, ParsedText } from "../format.ts";

/** The model answers with raw code and nothing else. */
export class WholeCodeReader implements OutputParser {
  push(text: string): ParsedText[] {
    return text === "" ? [] : [{ index: 0, part: { type: "text" }, text }];
  }

  end(): ParsedText[] {
    return [];
  }
}
