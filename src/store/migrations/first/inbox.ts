// The inbox, its shards and its ears.

export const inbox = [
  `create table inbox (
     id bigint generated always as identity primary key,
     item_key text not null unique,
     kind text not null,
     shard smallint not null,
     payload jsonb not null,
     state text not null default 'new',
     failures integer not null default 0,
     last_error text,
     signals jsonb,
     received_at timestamptz not null default now(),
     available_at timestamptz not null default now())`,
  `create index inbox_open on inbox (shard, id) where state in ('new', 'signal')`,
  `create index inbox_identity on inbox (id) where kind = 'identity'`,
  'create table inbox_shard (shard smallint primary key, owner text, leased_until timestamptz)',
  'insert into inbox_shard (shard) select generate_series(0, 15)',
  'create table ignored_update (field text primary key, seen bigint not null, last_at timestamptz not null)',
  'create table dispatcher (owner text primary key, seen_until timestamptz not null)',
  'create table ear (id text primary key, heard_at timestamptz not null)',
  'create table ear_silence (from_at timestamptz not null, to_at timestamptz not null, primary key (from_at))',
] as const;
