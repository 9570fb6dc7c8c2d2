// Templates as Meta has them, and when they are asked for.

export const templates = [
  `create table template (
     account_id text not null,
     name text not null,
     language text not null,
     meta_id text,
     category text not null,
     category_at timestamptz,
     previous_category text,
     correct_category text,
     status text,
     status_at timestamptz,
     status_reason text,
     quality text,
     quality_at timestamptz,
     parameter_format text,
     components jsonb,
     components_at timestamptz,
     synced_at timestamptz,
     updated_at timestamptz not null default now(),
     primary key (account_id, name, language))`,
  `create table template_sync (
     account_id text primary key,
     leased_until timestamptz,
     next_at timestamptz not null,
     calls integer not null default 0,
     hour_at timestamptz not null,
     synced_at timestamptz,
     failures integer not null default 0,
     last_error text)`,
] as const;
