import { type Article, type ArticleUpdate, applyUpdates, updateArticle } from "./solution.ts";

declare const article: Article;
export const update: ArticleUpdate = { title: "x" };
export const none: ArticleUpdate = {};
updateArticle(article, { title: "x", tags: ["a"], draft: false });
// @ts-expect-error: the id cannot be changed
updateArticle(article, { id: 5 });
// @ts-expect-error: nor can the time
updateArticle(article, { createdAt: "" });
// @ts-expect-error: a title is a string
updateArticle(article, { title: 5 });
// @ts-expect-error: there is no such field
applyUpdates([article], [[1, { titel: "x" }]]);
