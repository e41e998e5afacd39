import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PromptText } from "../../prompt/index.ts";
import { type Tokenizer, type TokenLimit, TooManyTokens, Transcript } from "./transcript.ts";

/** Cuts text into pairs of characters; counts how many characters it was asked to cut. */
function pairs() {
  let cut = 0;
  const tokenizer: Tokenizer = {
    bos: null,
    tokenize(text: string): number[] {
      cut += text.length;
      return (text.match(/[\s\S]{1,2}/g) ?? []).map(tokenOf);
    },
  };
  return { tokenizer, cut: () => cut };
}

const tokenOf = (text: string) => (text.codePointAt(0) ?? 0) * 0x10000 + (text.codePointAt(1) ?? 0);
const spelled = (tokens: readonly number[]) =>
  tokens
    .map((token) => {
      const [first, second] = [Math.floor(token / 0x10000), token % 0x10000];
      return String.fromCodePoint(first) + (second ? String.fromCodePoint(second) : "");
    })
    .join("");

/** The model writes one character a token, which the tokeniser would not. */
function write(transcript: Transcript, text: string): void {
  for (const character of text) transcript.write(tokenOf(character), character);
}

/** Brings a transcript to a prompt. */
function stand(transcript: Transcript, text: PromptText, tokenizer: Tokenizer, kept = 0): Transcript {
  transcript.apply(transcript.continuationFor({ kept, text }, tokenizer));
  return transcript;
}

const said = (text: string) => ({ text, special: false });
const control = (text: string) => ({ text, special: true });

test("a continuation tokenizes only its new text and keeps the model's own tokens", () => {
  const { tokenizer, cut } = pairs();
  const asked = [control("<u>"), said("question"), control("<a>")];
  const transcript = stand(new Transcript(), asked, tokenizer);
  write(transcript, "answer");
  const before = cut();
  const tokens = [...transcript.tokens];
  stand(transcript, [...asked, said("answer"), control("<u>"), said("more")], tokenizer);

  expect(cut() - before).toBe("<u>more".length);
  expect(transcript.tokens.slice(0, tokens.length)).toEqual(tokens);
});

test("a prompt given from its kept characters on gets the same tokens as the whole prompt", () => {
  const { tokenizer } = pairs();
  const transcript = stand(new Transcript(), [control("<u>"), said("question"), control("<a>")], tokenizer);
  write(transcript, "answer");
  const whole = [
    control("<u>"),
    said("question"),
    control("<a>"),
    said("answer"),
    control("<u>"),
    said("ok"),
  ];
  const expected = stand(transcript.clone(), whole, tokenizer).tokens;
  expect(stand(transcript, whole.slice(1), tokenizer, 3).tokens).toEqual(expected);
  expect(() => transcript.continuationFor({ kept: 4, text: [] }, tokenizer)).toThrow(RangeError);
});

test("an answer that was cut short keeps the tokens of its remaining text", () => {
  const { tokenizer } = pairs();
  const transcript = stand(new Transcript(), [said("ab")], tokenizer);
  write(transcript, "answer that was longer");
  const tokens = [...transcript.tokens];
  stand(transcript, [said("ab"), said("answer"), said("!!")], tokenizer);
  expect(transcript.tokens).toEqual([...tokens.slice(0, 1 + "answer".length), tokenOf("!!")]);
});

test("template text that the model generated keeps its tokens, even if they cross its ends", () => {
  const { tokenizer } = pairs();
  const transcript = stand(new Transcript(), [said("ab")], tokenizer);
  transcript.write(1, "<think>\nhm");
  transcript.write(2, "m\n</");
  transcript.write(3, "think>");
  transcript.write(4, "ok");
  const thought = [control("<think>\n"), said("hmm"), control("\n</think>"), said("ok")];
  const prompt = [said("ab"), ...thought, control("<u>")];
  expect(stand(transcript, prompt, tokenizer).tokens.slice(1, 5)).toEqual([1, 2, 3, 4]);
  const again = [...prompt, said("xy")];
  expect(stand(transcript, again, tokenizer).tokens.slice(1, 5)).toEqual([1, 2, 3, 4]);
  stand(transcript, [said("ab"), control("<think>\n"), said("hum")], tokenizer);
  expect(transcript.tokens.slice(0, 2)).toEqual([tokenOf("ab"), tokenOf("<t")]);
});

test("the BOS token is added to a prompt that does not start with it", () => {
  const tokenizer = { bos: 7, tokenize: (text: string) => [text === "<s>" ? 7 : 8] };
  expect(stand(new Transcript(), [said("a")], tokenizer).tokens).toEqual([7, 8]);
  const transcript = stand(new Transcript(), [control("<s>"), said("a")], tokenizer);
  expect(transcript.tokens).toEqual([7, 8]);
  expect(stand(transcript, [said("b")], tokenizer).tokens).toEqual([7, 8]);
});

test("a character of several tokens is kept whole or not at all", () => {
  const { tokenizer } = pairs();
  const transcript = new Transcript();
  transcript.write(tokenOf("a"), "a");
  transcript.write(1, "");
  transcript.write(2, "é");
  expect(stand(transcript.clone(), [said("aé")], tokenizer).tokens).toEqual([tokenOf("a"), 1, 2]);
  expect(stand(transcript.clone(), [said("ax")], tokenizer).tokens).toEqual([tokenOf("a"), tokenOf("x")]);
});

test("a token that ends within a character is dropped if that character changes", () => {
  const { tokenizer } = pairs();
  const transcript = new Transcript();
  transcript.write(tokenOf("a"), "a");
  transcript.write(1, " ", true);
  transcript.write(2, "é");
  expect(stand(transcript.clone(), [said("a é")], tokenizer).tokens).toEqual([tokenOf("a"), 1, 2]);
  expect(stand(transcript.clone(), [said("a x")], tokenizer).tokens).toEqual([tokenOf("a"), tokenOf(" x")]);
});

test("user text is never treated as a control token with the same spelling", () => {
  const tokenizer = {
    bos: null,
    tokenize: (text: string, special: boolean) => [special ? 1 : 2, text.length],
  };
  const transcript = stand(new Transcript(), [control("<u>")], tokenizer);
  expect(stand(transcript, [said("<u>")], tokenizer).tokens).toEqual([2, 3]);
});

test("the tokens always spell the prompt, whatever came before", () => {
  const passage = fc.record({
    text: fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 }),
    special: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(passage),
      fc.string({ unit: fc.constantFrom("a", "b") }),
      fc.array(passage),
      fc.boolean(),
      (old, written, next, goesOn) => {
        const { tokenizer } = pairs();
        const transcript = stand(new Transcript(), old, tokenizer);
        write(transcript, written);
        const prompt = goesOn ? [...old, said(written), ...next] : next;
        for (let times = 0; times < 2; times++) {
          const { tokens } = stand(transcript, prompt, tokenizer);
          expect(spelled(tokens)).toBe(prompt.map(({ text }) => text).join(""));
        }
      },
    ),
  );
});

describe("a prompt that is too long", () => {
  const limit: TokenLimit = { most: 1_000, atLeast: (bytes) => Math.ceil(bytes / 2) };
  const refused = (text: PromptText) => {
    const { tokenizer, cut } = pairs();
    try {
      new Transcript().continuationFor({ kept: 0, text }, tokenizer, limit);
    } catch (error) {
      if (error instanceof TooManyTokens) return { tokens: error.tokens, isAll: error.isAll, cut: cut() };
      throw error;
    }
    return null;
  };

  test("is rejected by its bytes, before it is tokenized", () => {
    expect(refused([control("<u>"), said("x".repeat(100_000))])).toEqual({
      tokens: 50_002,
      isAll: false,
      cut: 0,
    });
  });

  test("is tokenized only until it is known to be too long", () => {
    const lines = Array.from({ length: 1_000 }, () => said("y".repeat(100)));
    const odd: TokenLimit = { most: 1_000, atLeast: () => 1 };
    const { tokenizer, cut } = pairs();
    expect(() => new Transcript().continuationFor({ kept: 0, text: lines }, tokenizer, odd)).toThrow(
      TooManyTokens,
    );
    expect(cut()).toBeLessThan(2_500);
  });

  test("is counted exactly if that is little work", () => {
    expect(refused([said("z".repeat(2_002))])).toEqual({ tokens: 1_001, isAll: true, cut: 2_002 });
    expect(refused([said("z".repeat(2_000))])).toBeNull();
  });
});
