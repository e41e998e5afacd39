export function wordCount(text) {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The authors with the most words in published posts. */
export function topAuthors(posts, limit = 3) {
  const totals = {};
  for (let i = 0; i < posts.length; i++) {
    const post = posts[i];
    if (!post.published) continue;
    if (totals[post.author] === undefined) {
      totals[post.author] = 0;
    }
    totals[post.author] += wordCount(post.text);
  }
  const authors = [];
  for (const name in totals) {
    if (totals[name] > 0) {
      authors.push({ name: name, words: totals[name] });
    }
  }
  authors.sort((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1));
  const top = [];
  for (let i = 0; i < authors.length && i < limit; i++) {
    top.push(authors[i]);
  }
  return top;
}
