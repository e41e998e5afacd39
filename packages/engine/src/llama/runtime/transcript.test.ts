import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Transcript } from "./transcript.ts";

/** Cuts text into pairs of characters; counts how many characters it was asked to cut. */
function pairs() {
  let cut = 0;
  const tokenizer = {
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

const said = (text: string) => ({ text, special: false });
const control = (text: string) => ({ text, special: true });

test("a continuation tokenises its new text only and keeps the model's own tokens", () => {
  const { tokenizer, cut } = pairs();
  const asked = [control("<u>"), said("question"), control("<a>")];
  const first = new Transcript().continued(asked, tokenizer);
  write(first, "answer");
  const before = cut();
  const second = first.continued([...asked, said("answer"), control("<u>"), said("more")], tokenizer);

  expect(cut() - before).toBe("<u>more".length);
  expect(second.tokens.slice(0, first.tokens.length)).toEqual(first.tokens);
});

test("an answer that was cut short keeps the tokens that are still there", () => {
  const { tokenizer } = pairs();
  const first = new Transcript().continued([said("ab")], tokenizer);
  write(first, "answer that was longer");
  const second = first.continued([said("ab"), said("answer"), said("!!")], tokenizer);
  expect(second.tokens).toEqual([...first.tokens.slice(0, 1 + "answer".length), tokenOf("!!")]);
});

test("a character of several tokens is kept whole or not at all", () => {
  const { tokenizer } = pairs();
  const first = new Transcript();
  first.write(tokenOf("a"), "a");
  first.write(1, "");
  first.write(2, "é");
  expect(first.continued([said("aé")], tokenizer).tokens).toEqual([tokenOf("a"), 1, 2]);
  expect(first.continued([said("ax")], tokenizer).tokens).toEqual([tokenOf("a"), tokenOf("x")]);
});

test("text that a person wrote is never taken for a control token that is spelled alike", () => {
  const tokenizer = { tokenize: (text: string, special: boolean) => [special ? 1 : 2, text.length] };
  const first = new Transcript().continued([control("<u>")], tokenizer);
  expect(first.continued([said("<u>")], tokenizer).tokens).toEqual([2, 3]);
});

test("whatever came before, the tokens spell the prompt", () => {
  const passage = fc.record({
    text: fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 }),
    special: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(passage),
      fc.string({ unit: fc.constantFrom("a", "b") }),
      fc.array(passage),
      (old, written, next) => {
        const { tokenizer } = pairs();
        const transcript = new Transcript().continued(old, tokenizer);
        write(transcript, written);
        const prompt = fc.sample(fc.constantFrom(next, [...old, said(written), ...next]), 1)[0] ?? next;
        const { tokens } = transcript.continued(prompt, tokenizer);
        expect(spelled(tokens)).toBe(prompt.map(({ text }) => text).join(""));
      },
    ),
  );
});
