// Sending identities, templates, and what is remembered of a person with a sender.

export const senders = [
  `create table sender (
     id text primary key,
     channel text not null,
     provider_id text not null,
     account_id text,
     portfolio_id text,
     display_phone text,
     per_second integer not null default 80,
     created_at timestamptz not null default now(),
     unique (channel, provider_id))`,
  `create table template (
     account_id text not null,
     name text not null,
     language text not null,
     category text not null,
     status text not null,
     updated_at timestamptz not null default now(),
     primary key (account_id, name, language))`,
  `create table channel_memory (
     person_id text not null references person,
     sender_id text not null references sender,
     window_ends_at timestamptz,
     window_refusals integer not null default 0,
     window_refused_at timestamptz,
     ad_entry_at timestamptz,
     cooldown_since timestamptz,
     cooldown_count integer not null default 0,
     experiment_since timestamptz,
     experiment_checked_at timestamptz,
     experiment_probe text,
     unreachable_at timestamptz,
     unreachable_count integer not null default 0,
     pair_paid_at timestamptz,
     pair_refusals integer not null default 0,
     primary key (person_id, sender_id))`,
] as const;
