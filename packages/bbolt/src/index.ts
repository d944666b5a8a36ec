export { BboltError } from "./bbolt-error.ts";
export type { Bucket, Entry, EntrySize } from "./bucket.ts";
export { type PlannedDatabase, planDatabase } from "./plan-database.ts";
export { type DatabaseReader, readDatabase } from "./read-database.ts";
