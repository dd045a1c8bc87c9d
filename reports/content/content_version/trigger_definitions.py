"""Writes the SQL of the triggers that renew the content version, for each database."""

import hashlib
from dataclasses import dataclass

from reports.content.content_version.tracked_tables import TrackedTable, list_tracked_tables

PREFIX = "content_version"
MIGRATING = "bilan.migrating"  # a setting of a PostgreSQL session, `on` while it migrates

SQLITE = """CREATE TRIGGER {name} AFTER {event} ON "{table}" WHEN {condition}
BEGIN UPDATE reports_contentversion SET token = lower(hex(randomblob(16))); END"""

# Deferred to the commit: one row that every editor's transaction held from its first change to its
# last would make them wait for each other, or lock each other out. A migration renews the version
# at its end: events that are pending would keep PostgreSQL from altering a table.
POSTGRESQL = f"""CREATE CONSTRAINT TRIGGER {{name}} AFTER {{event}} ON "{{table}}"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (({{condition}}) AND current_setting('{MIGRATING}', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION reports_public_content()"""

# Each renewal leaves a dead row, and the next one has to pass it: so one renewal serves all that a
# statement changes, and deferred events all come with the statement that commits.
FUNCTION_BODY = """
BEGIN
    IF current_setting('bilan.renewed_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
        UPDATE reports_contentversion SET token = replace(gen_random_uuid()::text, '-', '');
        PERFORM set_config('bilan.renewed_at', statement_timestamp()::text, true);
    END IF;
    RETURN NULL;
END """
FUNCTION = f"""CREATE OR REPLACE FUNCTION reports_public_content() RETURNS trigger
LANGUAGE plpgsql AS $${FUNCTION_BODY}$$"""


@dataclass(frozen=True)
class Trigger:
    """A trigger of a table, with the SQL statement that creates it."""

    name: str
    table: str
    sql: str

    @property
    def fingerprint(self) -> str:
        """The hash of the statement, which tells whether a stored trigger is this one."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def list_triggers(vendor: str) -> list[Trigger]:
    """Return the triggers of all tracked tables for a database of `vendor`."""
    return [trigger for table in list_tracked_tables() for trigger in list_of_table(vendor, table)]


def list_of_table(vendor: str, tracked: TrackedTable) -> list[Trigger]:
    """Return a trigger for each event, which fires only where something public may have changed."""
    differ = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    template = SQLITE if vendor == "sqlite" else POSTGRESQL
    changed = " OR ".join(f'OLD."{c}" {differ} NEW."{c}"' for c in tracked.columns)
    first, always = tracked.columns[0], "1 = 1"
    conditions = {
        "INSERT": f'NEW."{first}" IS NOT NULL' if tracked.schedule else always,
        "UPDATE": changed,
        "DELETE": f'OLD."{first}" IS NOT NULL' if tracked.schedule else always,
    }
    triggers = []
    for event, condition in conditions.items():
        name = f"{PREFIX}_{tracked.table}_{event.lower()}"
        sql = template.format(name=name, event=event, table=tracked.table, condition=condition)
        triggers.append(Trigger(name, tracked.table, sql))
    return triggers
