import { EditorState, type Extension } from "@codemirror/state";

/**
 * The largest document that the user may paste or type, in UTF-16 units. A larger one is rejected as a whole: half a
 * file would be worse than none. The limit skips transactions with `filter: false`, in which the page itself inserts
 * an answer or a recording.
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
