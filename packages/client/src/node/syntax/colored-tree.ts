import type { Tree, TreeCursor } from "@vscode/tree-sitter-wasm";
import type { ColoredCode, Token, TokenKind } from "./token.ts";
import { isInterpolation, kindOf, wholeKindOf } from "./token-kind.ts";

interface Level {
  readonly type: string;
  readonly field: string | null;
  /** The kind of everything below this node; null if each leaf determines its own. */
  readonly whole: TokenKind | null;
}

/** A parse tree that is read lazily: only nodes in the requested lines are visited. */
export class ColoredTree implements ColoredCode {
  readonly #tree: Tree;
  readonly #lines: readonly string[];

  constructor(tree: Tree, code: string) {
    this.#tree = tree;
    this.#lines = code.split("\n");
  }

  tokens(from: number, to: number): Token[][] {
    const rows: Token[][] = Array.from({ length: Math.max(to - from, 0) }, () => []);
    const cursor = this.#tree.walk();
    try {
      this.#visit(cursor, from, to, rows);
    } finally {
      cursor.delete();
    }
    return rows;
  }

  release(): void {
    this.#tree.delete();
  }

  #visit(cursor: TreeCursor, from: number, to: number, rows: Token[][]): void {
    const above: Level[] = [];
    for (;;) {
      const inView = cursor.endPosition.row >= from && cursor.startPosition.row < to;
      if (inView) {
        const level = levelOf(cursor, above.at(-1));
        if (cursor.gotoFirstChild()) {
          above.push(level);
          continue;
        }
        this.#leaf(cursor, level, above, from, to, rows);
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return;
        above.pop();
      }
    }
  }

  #leaf(
    cursor: TreeCursor,
    level: Level,
    above: readonly Level[],
    from: number,
    to: number,
    rows: Token[][],
  ): void {
    const parent = above.at(-1);
    const kind =
      level.whole ??
      kindOf({
        type: level.type,
        named: cursor.nodeIsNamed,
        parent: parent?.type ?? "",
        field: level.field,
        parentField: parent?.field ?? null,
      });
    if (kind === null) return;
    const { startPosition, endPosition } = cursor;
    for (let row = Math.max(startPosition.row, from); row <= Math.min(endPosition.row, to - 1); row++) {
      const start = row === startPosition.row ? startPosition.column : 0;
      const end = row === endPosition.row ? endPosition.column : (this.#lines[row]?.length ?? 0);
      if (end > start) rows[row - from]?.push({ kind, start, end });
    }
  }
}

function levelOf(cursor: TreeCursor, parent: Level | undefined): Level {
  const type = cursor.nodeType;
  const whole = isInterpolation(type) ? null : (parent?.whole ?? wholeKindOf(type));
  return { type, field: cursor.currentFieldName, whole };
}
