export interface Article {
  readonly id: number;
  readonly createdAt: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly draft: boolean;
}

/** The article with some of its fields changed. */
export function updateArticle(article: Article, update: any): Article {
  return { ...article, ...update };
}

/** Changes the articles that have an update; the others stay the same objects. */
export function applyUpdates(articles: readonly Article[], updates: readonly [number, any][]): Article[] {
  const byId = new Map(updates);
  return articles.map((article) => {
    const update = byId.get(article.id);
    return update === undefined ? article : updateArticle(article, update);
  });
}
