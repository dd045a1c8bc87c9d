"""The three roles of a programme, with the permissions that each needs."""

from dataclasses import dataclass

from reports.content.models.record_kind import list_kinds

EDITORS, APPROVERS, ADMINISTRATORS = "Rédaction", "Validation", "Administration"


@dataclass(frozen=True)
class Role:
    """A group with its permissions on records, on other models, on pages and on collections."""

    name: str
    records: tuple[str, ...]
    """What it may do to records of every kind."""
    others: tuple[str, ...]
    """What else it may do anywhere."""
    pages: tuple[str, ...]
    collections: tuple[str, ...]

    @property
    def models(self) -> tuple[str, ...]:
        """The permissions that the group has anywhere."""
        kinds = list_kinds()
        on_records = (kind.get_permission(act) for kind in kinds for act in self.records)
        return (*self.others, *on_records)


def permissions_on(app: str, names: tuple[str, ...], *acts: str) -> tuple[str, ...]:
    """`app.act_name` of each."""
    return tuple(f"{app}.{act}_{name}" for name in names for act in acts)


def on_media(*acts: str) -> tuple[str, ...]:
    """Wagtail asks for permission on its own models, whichever models stand in for them."""
    return (
        *permissions_on("wagtailimages", ("image",), *acts),
        *permissions_on("wagtaildocs", ("document",), *acts),
    )


ENTER = ("wagtailadmin.access_admin",)
WRITE = ("add", "change")
PUBLISH = ("publish", "lock", "unlock")
KEEP = ("add", "change", "delete")

ROLES = (
    Role(
        EDITORS,
        records=WRITE,
        others=ENTER,
        pages=permissions_on("wagtailcore", ("page",), *WRITE),
        collections=on_media("add", "choose"),  # who adds something may change it, nobody else
    ),
    Role(
        APPROVERS,
        records=(*WRITE, *PUBLISH),
        others=(
            *ENTER,
            *permissions_on("reports", ("release",), *KEEP, "publish"),
        ),
        pages=permissions_on("wagtailcore", ("page",), *WRITE, *PUBLISH),
        collections=on_media(*WRITE, "choose"),
    ),
    Role(
        ADMINISTRATORS,
        records=(*KEEP, *PUBLISH),
        others=(
            *ENTER,
            *permissions_on("reports", ("user",), *KEEP),
            *permissions_on("reports", ("picture", "reportdocument", "reportversion"), "delete"),
            *permissions_on("auth", ("group",), *KEEP),
            *permissions_on("wagtailcore", ("site", "task", "workflow"), *KEEP),
            *permissions_on("wagtailredirects", ("redirect",), *KEEP),
            *permissions_on("reports", ("webhook",), *KEEP),
            *permissions_on("reports", ("auditentry",), "view"),
            *permissions_on("reports", ("outsidepaths", "siteidentity"), "change"),
            *permissions_on("reports", ("release",), *KEEP, "publish"),
        ),
        pages=permissions_on("wagtailcore", ("page",), *WRITE, *PUBLISH, "bulk_delete"),
        collections=(
            *on_media(*WRITE, "choose"),
            *permissions_on("wagtailcore", ("collection",), *KEEP),
        ),
    ),
)
