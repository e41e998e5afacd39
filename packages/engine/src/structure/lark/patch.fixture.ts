/** A patch grammar like the one that clients declare for the tool `apply_patch`. */
export const PATCH_GRAMMAR = `
start: opening section+ closing
opening: "*** Begin Patch" LF
closing: "*** End Patch" LF?

section: added | deleted | updated
added: "*** Add File: " path LF new_line+
deleted: "*** Delete File: " path LF
updated: "*** Update File: " path LF moved? change?

path: /(.+)/
new_line: "+" /(.*)/ LF -> line
moved: "*** Move to: " path LF
change: (context | changed_line)+ last?
context: ("@@" | "@@ " /(.+)/) LF
changed_line: ("+" | "-" | " ") /(.*)/ LF
last: "*** End of File" LF

%import common.LF
`;

export const PATCHES: readonly string[] = [
  '*** Begin Patch\n*** Add File: a/b.txt\n+one\n+\n+"two" \\ three\n*** End Patch',
  "*** Begin Patch\n*** Delete File: a.ts\n*** End Patch\n",
  "*** Begin Patch\n*** Update File: a.py\n@@ def f():\n def f():\n-    return 1\n+    return 2\n*** End Patch\n",
  "*** Begin Patch\n*** Update File: a\n*** Move to: b\n@@\n-x\n+\té🚀\n*** End of File\n*** Delete File: c\n*** End Patch",
];

export const UNPATCHES: readonly string[] = [
  "",
  "*** Begin Patch\n*** End Patch",
  "*** Begin Patch\n*** Add File: a\none\n*** End Patch",
  "*** Begin Patch\n*** Add File: a\n*** End Patch",
  "*** Begin Patch\n*** Rename File: a\n*** End Patch",
  "*** Begin Patch\n*** Update File: a\n@@\nx\n*** End Patch",
  "*** Begin Patch\n*** Delete File: a.ts\n",
  "```\n*** Begin Patch\n*** Delete File: a.ts\n*** End Patch\n```",
];
