"""`report.graphql`: all that a page of the report needs."""

import json
from types import SimpleNamespace
from typing import Any

import pytest

from reports.blocks import ReportBody

from .conftest import TEXT, Ask, Body, Publish, block, item, row, table, uid
