import { invertedEffects } from "@codemirror/commands";
import { type Chunk, getChunks, updateOriginalDoc } from "@codemirror/merge";
import {
  Annotation,
  ChangeSet,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  Transaction,
} from "@codemirror/state";
import { difference } from "./difference.ts";

/** Marks a transaction that inserts the model's changes as pending. */
export const proposed = Annotation.define<true>();

/** Carries the accepted text that an undo or redo restores. */
const restore = StateEffect.define<Text>();

/** The accepted text: what the user typed, and the changes they accepted. */
const accepted = StateField.define<Text>({
  create: (state) => state.doc,
  update(text, transaction) {
    for (const effect of transaction.effects) if (effect.is(updateOriginalDoc)) return effect.value.doc;
    return text;
  },
});

export function acceptedText(state: EditorState): Text {
  return state.field(accepted);
}

/** Returns an effect that makes `text` the accepted text; the document stays as it is. */
export function accept(state: EditorState, text: Text) {
  return updateOriginalDoc.of({ doc: text, changes: difference(acceptedText(state), text) });
}

/** Maintains the accepted text: typing outside pending changes is accepted at once; undo reverts an acceptance. */
export function keepAccepted(text: Text | null): Extension {
  return [
    text === null ? accepted : accepted.init(() => text),
    invertedEffects.of((transaction) =>
      transaction.effects.some((effect) => effect.is(updateOriginalDoc))
        ? [restore.of(acceptedText(transaction.startState))]
        : [],
    ),
    EditorState.transactionExtender.of(trackAccepted),
  ];
}

function trackAccepted(transaction: Transaction) {
  const { startState } = transaction;
  // One undo may revert several events, each with its own text; the oldest comes last and counts.
  const restored = transaction.effects.findLast((effect) => effect.is(restore));
  if (restored !== undefined) return { effects: accept(startState, restored.value as Text) };
  if (!transaction.docChanged || isReview(transaction)) return null;
  const text = acceptedText(startState);
  const changes = replacesAll(transaction)
    ? difference(text, transaction.newDoc)
    : changesOutside(getChunks(startState)?.chunks ?? [], transaction, text.length);
  if (changes.empty) return null;
  return { effects: updateOriginalDoc.of({ doc: changes.apply(text), changes }) };
}

function isReview(transaction: Transaction): boolean {
  if (transaction.annotation(proposed) === true) return true;
  const event = transaction.annotation(Transaction.userEvent);
  return event === "undo" || event === "redo" || event === "revert" || event === "accept";
}

/** Whether the transaction replaces the whole document, and with it all pending changes. */
function replacesAll({ changes, startState }: Transaction): boolean {
  let isAll = false;
  changes.iterChanges((from, to) => {
    isAll = from === 0 && to > 0 && to === startState.doc.length;
  });
  return isAll;
}

/** Returns the changes that touch no chunk, mapped to the accepted text. */
function changesOutside(chunks: readonly Chunk[], { changes }: Transaction, length: number): ChangeSet {
  const outside: { from: number; to: number; insert: Text }[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, insert) => {
    let offset = 0;
    for (const chunk of chunks) {
      if (chunk.fromB > to) break;
      if (chunk.endB >= from) return;
      offset = chunk.toA - chunk.toB;
    }
    outside.push({ from: from + offset, to: to + offset, insert });
  });
  return ChangeSet.of(outside, length);
}
