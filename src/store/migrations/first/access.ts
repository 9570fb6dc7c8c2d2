// Who may call the API.

export const access = [
  `create table api_key (
     id text primary key,
     name text not null,
     hash text not null unique,
     created_at timestamptz not null default now(),
     revoked_at timestamptz)`,
] as const;
