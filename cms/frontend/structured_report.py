"""Describes a report's data for search engines as a schema.org Dataset:
https://schema.org/Dataset.
"""

from typing import Any

from django.conf import settings
from django.urls import reverse

FILES = {"csv": "text/csv"}
if "data" in settings.EXTRAS:
    FILES["ods"] = "application/vnd.oasis.opendocument.spreadsheet"


def describe_dataset(report: dict[str, Any], site: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the figures of a report as a Dataset, with its files."""
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
    """Return the publisher as an organisation; empty if the site names none."""
    name = site["publisher"]
    return {"@type": "Organization", "name": name} if name else {}
