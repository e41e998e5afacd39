import type { OutputParser, ParsedText } from "../format.ts";

/** Reads output that is raw code and nothing else. */
export class WholeCodeReader implements OutputParser {
  push(text: string): ParsedText[] {
    return text === "" ? [] : [{ index: 0, part: { type: "text" }, text }];
  }

  end(): ParsedText[] {
    return [];
  }
}
