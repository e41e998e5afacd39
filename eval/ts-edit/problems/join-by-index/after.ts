export interface Author {
  readonly id: number;
  readonly name: string;
}

export interface Post {
  readonly title: string;
  readonly authorId: number;
}

export interface PostWithAuthor {
  readonly title: string;
  readonly author: Author | null;
}

/** The posts with their authors in place of the authors' ids. */
export function withAuthors(posts: readonly Post[], authors: readonly Author[]): PostWithAuthor[] {
  const byId = new Map<number, Author>();
  for (const author of authors) {
    const { id } = author;
    if (!byId.has(id)) byId.set(id, author);
  }
  return posts.map(({ title, authorId }) => ({ title, author: byId.get(authorId) ?? null }));
}
