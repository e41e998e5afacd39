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
  return posts.map(({ title, authorId }) => ({
    title,
    author: authors.find(({ id }) => id === authorId) ?? null,
  }));
}
