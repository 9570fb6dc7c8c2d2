// What a sender and its account may send, how fast, and to how many.

export const senderLimits = [
  `create table restriction (
     scope text not null check (scope in ('account', 'sender')),
     scope_id text not null,
     kind text not null,
     detail text not null default '',
     reason text not null,
     since timestamptz not null,
     until timestamptz,
     lifted_at timestamptz,
     strikes integer not null default 1,
     probe_send_id text,
     probe_until timestamptz,
     primary key (scope, scope_id, kind, detail))`,
  `create table sender_rate (
     sender_id text primary key references sender on delete cascade,
     lanes jsonb not null,
     slowed_to integer,
     slowed_at timestamptz,
     inbound jsonb not null default '{}')`,
  'create table portfolio (id text primary key, daily_limit integer, limit_at timestamptz, full_until timestamptz)',
  `create table portfolio_queue (
     portfolio_id text not null,
     rehearsed boolean not null,
     contacts integer not null default 0,
     given_back integer not null default 0,
     primary key (portfolio_id, rehearsed))`,
  `create table portfolio_contact (
     portfolio_id text not null,
     rehearsed boolean not null,
     number integer not null,
     person_id text,
     at timestamptz not null,
     primary key (portfolio_id, rehearsed, number))`,
  `create index portfolio_contact_person on portfolio_contact (portfolio_id, rehearsed, person_id, number desc)`,
  `create index portfolio_contact_given_back on portfolio_contact (portfolio_id, rehearsed, number)
     where person_id is null`,
  `create table notice (
     id bigint generated always as identity primary key,
     scope text not null,
     scope_id text not null,
     event text not null,
     severity text not null,
     facts jsonb not null default '{}',
     at timestamptz not null,
     created_at timestamptz not null default now())`,
  'create index notice_of on notice (scope, scope_id, id desc)',
] as const;
