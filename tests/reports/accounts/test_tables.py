"""The tables of accounts belong to an app that can be left out."""

import pytest
from django.apps import apps

from reports.accounts.models import AccountSession, Identity, Invitation, SignInAttempts

MODELS = (AccountSession, Identity, Invitation, SignInAttempts)


@pytest.mark.parametrize("model", MODELS)
def test_they_have_the_names_that_older_nodes_use(model: type) -> None:
    assert model._meta.db_table == f"reports_{model._meta.model_name}"


def test_there_are_no_others() -> None:
    assert set(apps.get_app_config("reports_accounts").get_models()) == set(MODELS)
