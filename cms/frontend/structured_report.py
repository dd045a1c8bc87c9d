"""A report and its data as schema.org has them: https://schema.org/Dataset"""

from typing import Any

from django.conf import settings
from django.urls import reverse

FILES = {"csv": "text/csv"}
if "data" in settings.EXTRAS:
    FILES["ods"] = "application/vnd.oasis.opendocument.spreadsheet"


def describe_dataset(report: dict[str, Any], site: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the figures of a report as a data set, with the files that have them."""
    title = report["heroTitle"]
    path = report["path"].strip("/") + "/"
    known = {
        "@type": "Dataset",
        "name": f"{title}\u202f: les données",
        "description": f"Les chiffres du rapport « {title} »\u202f: indicateurs, chiffres clés, "
        "tableaux et graphiques, avec leurs unités et leurs valeurs exactes.",
        "url": f"{base}{report['path']}",
        "inLanguage": report["language"],
        "temporalCoverage": str(report["year"]),
        "license": (site["licence"] or {}).get("url"),
        "publisher": describe_publisher(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": f"{base}{reverse(f'report_data_{ending}', kwargs={'path': path})}",
            }
            for ending, media_type in FILES.items()
        ],
    }
    return {name: value for name, value in known.items() if value}


def describe_publisher(site: dict[str, Any]) -> dict[str, str]:
    """Return who publishes, as an organisation; nothing where nobody says."""
    name = site["publisher"]
    return {"@type": "Organization", "name": name} if name else {}
