"""The setting with the paths of a site that another server answers."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


@register_setting(icon="link-external")
class OutsidePaths(BaseSiteSetting):
    """The beginnings of the paths of a site that something other than Bilan answers."""

    paths = models.TextField(
        "chemins",
        blank=True,
        help_text="Un début de chemin par ligne, comme « /startups/ » ou « /stats ». Les contrôles "
        "ne signalent plus les liens qui y mènent. Sans rien ici, ceux que l’exploitant a déclarés "
        "valent seuls.",
    )

    panels = [FieldPanel("paths")]

    class Meta:
        app_label = "reports"
        verbose_name = "chemins du site servis ailleurs"
        verbose_name_plural = "chemins des sites servis ailleurs"

    def __str__(self) -> str:
        return f"Chemins de {self.site} servis ailleurs"

    @classmethod
    def read(cls, site: Site | None) -> tuple[str, ...]:
        """Return the paths that are declared for a site; nothing is written where none are."""
        stored = cls.objects.filter(site=site).first() if site else None
        return tuple(stored.list_paths()) if stored else ()

    def list_paths(self) -> Iterator[str]:
        """Yield the paths, one for each line that has one."""
        return filter(None, map(str.strip, self.paths.splitlines()))

    def clean(self) -> None:
        super().clean()
        for path in self.list_paths():
            if not is_beginning(path):
                raise ValidationError(
                    {
                        "paths": f"« {path} » n’est pas un début de chemin : écrivez par exemple "
                        "« /startups/ », sans nom de site, sans espace, et pas « / » seul."
                    }
                )
        self.paths = "\n".join(dict.fromkeys(self.list_paths()))


def is_beginning(path: str) -> bool:
    """Return whether a path of this site can begin so, and not every path does."""
    is_own = path.startswith("/") and not path.startswith("//")
    is_whole = not any(c.isspace() or c in "?#" for c in path)
    return is_own and is_whole and path.strip("/") != ""
