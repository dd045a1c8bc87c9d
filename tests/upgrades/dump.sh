#!/usr/bin/env bash
# Dump the demonstration, fresh and filled, on both engines, with the answers of this release, into the folder $1.
# Run it from the root of a fresh clone of the release; PGURL names an empty PostgreSQL database. README.md says more.
set -euo pipefail
out=$1
scripts=$(cd "$(dirname "$0")" && pwd)
export DJANGO_SETTINGS_MODULE=cms.settings.dev PYTHONPATH=.:graphql
scratch=$(mktemp -d)
mkdir -p "$out"

record() {  # the answers are asked before the dump, so that the renditions that they name are in it
  .venv/bin/python -W ignore "$scripts/answers.py" | xz -9 >"$out/$1.answers.json.xz"
  case $DATABASE_URL in
    sqlite*)
      sqlite3 "$scratch/bilan.sqlite3" "VACUUM INTO '$scratch/$1.sqlite3'"
      xz -9 -c "$scratch/$1.sqlite3" >"$out/$1.sqlite3.xz" ;;
    *)
      pg_dump --inserts --no-owner --no-privileges --dbname "$PGURL" | grep -v '^\\\|^--\|^$' | xz -9 >"$out/$1.sql.xz" ;;
  esac
}

for url in "sqlite:///$scratch/bilan.sqlite3" "$PGURL"; do
  export DATABASE_URL=$url
  engine=${url%%:*}
  .venv/bin/python manage.py migrate -v 0
  .venv/bin/python manage.py load_demo >/dev/null
  record "demo-$engine"
  .venv/bin/python "$scripts/fill.py"
  record "filled-$engine"
done
rm -rf "$scratch"
