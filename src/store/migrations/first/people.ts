// Persons, what they allow, and what they do.

export const people = [
  `create table person (
     id text primary key,
     external_id text not null unique,
     phone text unique,
     business_scoped_user_id text unique,
     email text,
     locale text,
     time_zone text not null,
     attributes jsonb not null default '{}',
     clock_offset_ms bigint not null default 0,
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now())`,
  // For searches by how something begins, and by how a number ends.
  'create index person_by_external_id on person (lower(external_id) text_pattern_ops)',
  'create index person_by_email on person (lower(email) text_pattern_ops)',
  `create index person_by_first_name on person (lower(attributes ->> 'firstName') text_pattern_ops)`,
  'create index person_by_phone_end on person (reverse(phone) text_pattern_ops)',
  `create table person_user_id (
     user_id text primary key,
     person_id text not null references person,
     is_parent boolean not null,
     seen_at timestamptz not null)`,
  'create index person_user_id_by_person on person_user_id (person_id)',
  `create table consent (
     person_id text not null references person,
     channel text not null,
     topic text not null,
     state text not null check (state in ('in', 'out')),
     source text not null,
     business_name text,
     changed_at timestamptz not null,
     primary key (person_id, channel, topic))`,
  `create table event (
     id text primary key,
     person_id text not null references person,
     name text not null,
     at timestamptz not null,
     heard_at timestamptz not null default clock_timestamp(),
     data jsonb not null)`,
  'create index event_by_person on event (person_id, name, heard_at)',
] as const;
