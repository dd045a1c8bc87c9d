"""A site with reports, and what its frontends ask."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from reports.models import (
    AnnualReportPage,
    FundingRound,
    HomePage,
    Incubator,
    Indicator,
    Picture,
    ReportDocument,
    ReportIndexPage,
    Service,
    Term,
)

QUERIES = Path(__file__).resolve().parents[2] / "graphql" / "queries"

Answer = dict[str, Any]
