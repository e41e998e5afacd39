import { type TSchema, Type } from "typebox";

/** Allows null: in the API, most optional fields may be null, which means absent. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
