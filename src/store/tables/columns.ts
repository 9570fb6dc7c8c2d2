// Kinds of columns that the tables share.

import type { ColumnType } from 'kysely';

export type Instant = ColumnType<Date, Date | string, Date | string>;
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
export type JsonColumn<T = unknown> = ColumnType<T, string, string>;
