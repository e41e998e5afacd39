export { licenceOf, readArchive, type SourceFile } from "./archive.ts";
export { chooseFiles, languageOf } from "./choose.ts";
export { fetchPackages } from "./fetch.ts";
export { archiveName, readPackageList, type SourcePackage } from "./list.ts";
