import { type TSchema, Type } from "typebox";

/** The API lets most optional fields be null, and takes null for absent. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
