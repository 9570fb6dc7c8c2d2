// Sending identities, templates, and what is remembered of a person with a sender.

export const senders = [
  `create table sender (
     id text primary key,
     channel text not null,
     provider_id text not null,
     account_id text,
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
     cooldown_since timestamptz,
     cooldown_until timestamptz,
     cooldown_count integer not null default 0,
     experiment_since timestamptz,
     unreachable_until timestamptz,
     primary key (person_id, sender_id))`,
] as const;
