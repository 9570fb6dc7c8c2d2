// Journeys and their published versions.

export const journeys = [
  `create table journey (
     id text primary key,
     latest_version integer not null,
     created_at timestamptz not null default now())`,
  `create table journey_version (
     journey_id text not null references journey,
     version integer not null,
     hash text not null,
     chart_hash text not null,
     source text not null,
     definition jsonb not null,
     journeys jsonb not null default '{}',
     chart jsonb not null,
     events text[] not null,
     entry_event text,
     entry_inbound boolean not null default false,
     note text,
     created_at timestamptz not null default now(),
     primary key (journey_id, version))`,
  'create index journey_version_chart on journey_version (chart_hash)',
  'create index journey_version_entry on journey_version (entry_event) where entry_event is not null',
  'create index journey_version_inbound on journey_version (journey_id) where entry_inbound',
  `create table throttle_window (
     journey_id text not null references journey,
     node text not null,
     rehearsed boolean not null,
     per text not null,
     starts_at timestamptz not null,
     taken integer not null,
     primary key (journey_id, node, rehearsed, per, starts_at))`,
  'create index throttle_window_by_start on throttle_window (starts_at)',
] as const;
