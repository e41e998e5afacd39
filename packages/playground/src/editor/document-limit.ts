import { EditorState, type Extension } from "@codemirror/state";

/**
 * UTF-16 units of the code that a person brings. Larger code is refused as a whole: half a file would be worse than
 * none. What the page itself brings, with `filter: false`, is none of the person's: an answer, a recording.
 */
export const DOCUMENT_LIMIT = 1_000_000;

export function limitDocument(refused: (length: number) => void, limit = DOCUMENT_LIMIT): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.length <= limit) return transaction;
    if (transaction.newDoc.length <= transaction.startState.doc.length) return transaction;
    refused(transaction.newDoc.length);
    return [];
  });
}
