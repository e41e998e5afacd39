export interface TreeNode {
  readonly id: string;
  readonly children?: readonly TreeNode[];
  readonly collapsed?: boolean;
}

export interface FlatNode {
  readonly id: string;
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** The visible nodes from top to bottom: what lies below a collapsed node is left out. */
export function flattenTree(roots: readonly TreeNode[]): FlatNode[] {
  const flat: FlatNode[] = [];
  const visit = (nodes: readonly TreeNode[], depth: number): void => {
    for (const node of nodes) {
      const children = node.children ?? [];
      flat.push({ id: node.id, depth, hasChildren: children.length > 0 });
      if (!node.collapsed) visit(children, 1);
    }
  };
  visit(roots, 0);
  return flat;
}

export function indented(roots: readonly TreeNode[]): string {
  return flattenTree(roots)
    .map(({ id, depth }) => "  ".repeat(depth) + id)
    .join("\n");
}
