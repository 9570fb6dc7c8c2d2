// Canaries of nodes.

export const canaries = [
  `create table canary (
     id text primary key,
     journey_id text not null,
     version integer not null,
     node text not null,
     state text not null default 'counting',
     first integer not null,
     at_least double precision not null,
     admitted integer not null default 0,
     delivered integer not null default 0,
     failed integer not null default 0,
     decide_at timestamptz,
     decided_at timestamptz,
     decided_by text,
     created_at timestamptz not null default now(),
     unique (journey_id, version, node))`,
  `create index canary_counting on canary (id) where state = 'counting'`,
] as const;
