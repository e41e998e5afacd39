export { type Page, type PageFile, readPage } from "./page.ts";
