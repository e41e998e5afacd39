export function wordCount(text) {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The authors with the most words in published posts. */
export function topAuthors(posts, limit = 3) {
  const totals = posts
    .filter((post) => post.published)
    .reduce(
      (sums, { author, text }) => sums.set(author, (sums.get(author) ?? 0) + wordCount(text)),
      new Map(),
    );
  return [...totals]
    .map(([name, words]) => ({ name, words }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}
