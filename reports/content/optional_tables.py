"""Migration operations that move a table of `reports` to an app that can be left out.

If the app is installed, only the migration state moves: the table keeps its name and rows, and
servers with the older code go on using it. If it is not installed, the table is dropped, because
its foreign keys would prevent the deletion of the rows that they refer to.
"""

from typing import Any

from django.apps import apps as installed_apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor as SchemaEditor
from django.db.migrations.operations import CreateModel, DeleteModel

ACTIONS = ("add", "change", "delete", "view")


class LeaveModel(DeleteModel):
    """Takes a model from `reports`, and drops its table if the app it moves to is not installed.

    Rows are never dropped: if there are any, the migration fails.
    """

    def __init__(self, name: str, app: str) -> None:
        super().__init__(name)
        self.app = app

    def database_forwards(
        self,
        app_label: str,
        schema_editor: SchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        if installed_apps.is_installed(self.app):
            return
        model = from_state.apps.get_model(app_label, self.name)
        if model.objects.using(schema_editor.connection.alias).exists():
            raise RuntimeError(
                f"{model._meta.db_table} has rows of {self.app}, which is not in INSTALLED_APPS. "
                "Migrate with it; see « Leaving an app out » in docs/operators.md."
            )
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: SchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        if not has_table(schema_editor, to_state.apps.get_model(app_label, self.name)):
            super().database_backwards(app_label, schema_editor, from_state, to_state)


class AdoptModel(CreateModel):
    """Adds a model to an app, and creates its table only if it does not exist yet."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: SchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        if not has_table(schema_editor, to_state.apps.get_model(app_label, self.name)):
            super().database_forwards(app_label, schema_editor, from_state, to_state)


def has_table(schema_editor: SchemaEditor, model: Any) -> bool:
    return model._meta.db_table in schema_editor.connection.introspection.table_names()


def copy_permissions(apps: Any, label: str, model: str, verbose_name: str) -> None:
    """Give groups and people for a model of app `label` what they had for it in `reports`.

    The permissions of `reports` stay: nodes of the release before ask for them.
    """
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    old = ContentType.objects.filter(app_label="reports", model=model).first()
    if old is None:
        return
    new, _ = ContentType.objects.get_or_create(app_label=label, model=model)
    for action in ACTIONS:
        codename = f"{action}_{model}"
        permission, _ = Permission.objects.get_or_create(
            content_type=new, codename=codename, defaults={"name": f"Can {action} {verbose_name}"}
        )
        for given in Permission.objects.filter(content_type=old, codename=codename):
            permission.group_set.add(*given.group_set.all())
            permission.user_set.add(*given.user_set.all())
