import type { PromptItem, PromptLink } from "@flint/engine";
import type { InputItem, ResponseObject } from "@flint/protocol";
import type { Body } from "./shelf.ts";
import type { EndedResponse } from "./store.ts";

export function bodyOf({ response, input, tip }: EndedResponse): Body {
  return {
    input: JSON.stringify(input.items),
    response: JSON.stringify(response),
    chained: tip === null ? null : tip === input ? 0 : tip.items.length,
  };
}

/** Returns a body for conversation items from responses that are not stored. */
export function bodyOfItems(items: readonly PromptItem[]): Body {
  return { input: JSON.stringify(items), response: null, chained: 0 };
}

export function bytesOf({ input, response }: Body): number {
  return Buffer.byteLength(input) + (response === null ? 0 : Buffer.byteLength(response));
}

export function inputOf({ input }: Body): InputItem[] {
  return JSON.parse(input);
}

export function responseOf({ response }: Body): ResponseObject | null {
  return response === null ? null : JSON.parse(response);
}

/** Returns the conversation up to and including this body. */
export function linkOf(body: Body, parent: PromptLink | null): PromptLink {
  const input: PromptLink = { parent, items: JSON.parse(body.input) };
  const chained = body.chained ?? 0;
  const response = chained === 0 ? null : responseOf(body);
  return response === null ? input : { parent: input, items: response.output.slice(0, chained) };
}
