"""Completes the services of the two reports with facts from a JSON file, without descriptions."""

import json
from pathlib import Path

from reports.content.models import Incubator, Service


def describe_services(file: Path) -> None:
    """Give services the phase, the address and the incubator that `file` lists by their slug.

    What is filled in already stays, and so do services that the file does not know.
    """
    described = {each["slug"]: each for each in json.loads(file.read_text(encoding="utf-8"))}
    incubators = {each.slug: each for each in Incubator.objects.all()}
    for service in Service.objects.filter(slug__in=described):
        facts = described[service.slug]
        service.phase = service.phase or facts.get("phase", "")
        service.url = service.url or facts.get("url", "")
        service.incubator = service.incubator or incubators.get(facts.get("incubator"))
        service.save()
