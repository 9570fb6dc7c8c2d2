#!/bin/sh
# Makes the namespace and Jornada's search attributes if they are missing. Safe to run again.
set -eu

# Tries for a minute: a new namespace is known everywhere only after some seconds.
persist() {
  attempt=0
  until "$@"; do
    attempt=$((attempt + 1))
    [ "$attempt" -lt 30 ] || exit 1
    sleep 2
  done
}

make_namespace() {
  temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
    temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$TEMPORAL_RETENTION"
}

persist temporal operator cluster health
persist make_namespace
persist temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" \
  --name JourneyId --type Keyword \
  --name JourneyVersion --type Int \
  --name PersonId --type Keyword \
  --name Node --type Keyword \
  --name Waiting --type Keyword \
  --name Outcome --type Keyword \
  --name Channel --type Keyword \
  --name Sender --type Keyword
