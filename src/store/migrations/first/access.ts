// Who may call the API.

export const access = [
  `create table api_key (
     id text primary key,
     name text not null,
     hash text not null unique,
     created_at timestamptz not null default now(),
     revoked_at timestamptz)`,
  `create table session_link (
     code_hash text primary key,
     key_id text references api_key,
     expires_at timestamptz not null)`,
  `create table session (
     id text primary key,
     token_hash text not null unique,
     key_id text references api_key,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     ends_at timestamptz not null,
     check (expires_at <= ends_at))`,
  'create index session_expires_at on session (expires_at)',
] as const;
