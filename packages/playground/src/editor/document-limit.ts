import { EditorState, type Extension } from "@codemirror/state";

/** UTF-16 units of the code. Larger code is refused as a whole: half a file would be worse than none. */
export const DOCUMENT_LIMIT = 1_000_000;

export function limitDocument(refused: (length: number) => void, limit = DOCUMENT_LIMIT): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.length <= limit) return transaction;
    if (transaction.newDoc.length <= transaction.startState.doc.length) return transaction;
    refused(transaction.newDoc.length);
    return [];
  });
}
