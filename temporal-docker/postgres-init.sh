#!/bin/sh
# Runs once, when PostgreSQL's volume is empty: a user and its databases for Temporal, another for Jornada.
set -eu

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv temporal_password TEMPORAL_DB_PASSWORD
\getenv jornada_password JORNADA_DB_PASSWORD
create role temporal login password :'temporal_password';
create role jornada login password :'jornada_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
create database jornada owner jornada;
revoke connect on database temporal, temporal_visibility, jornada from public;
SQL
