// Drafts of journeys. One sequence numbers all saves, so that a draft that was deleted and begun anew never has a
// revision that its first authors have seen.

export const drafts = [
  'create sequence draft_revision',
  `create table draft (
     journey_id text primary key,
     source text not null,
     name jsonb,
     revision bigint not null default nextval('draft_revision'),
     base_version integer,
     updated_at timestamptz not null default now(),
     foreign key (journey_id, base_version) references journey_version)`,
] as const;
