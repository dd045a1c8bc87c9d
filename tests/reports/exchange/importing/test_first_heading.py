"""A file without front matter opens with its title."""

import pytest

from reports.content.models import AnnualReportPage
from reports.exchange.importing.first_heading import MAX_TITLE_CHARACTERS, take_title

REST = "\n\n## Nos résultats\n\nDouze services.\n"


@pytest.mark.django_db
def test_the_first_heading_is_the_title_and_gives_the_year(import_file):
    result = import_file("# Rapport d’impact 2042" + REST)

    page = AnnualReportPage.objects.get(year=2042).get_latest_revision_as_object()
    assert (page.title, page.hero_title) == ("Rapport d’impact 2042",) * 2
    headings = [block.value["text"] for block in page.body if block.block_type == "heading"]
    assert headings == ["Nos résultats"]
    assert result.fidelity.lost == ()


@pytest.mark.parametrize("before", ["", "\n\n", "   \n"])
def test_lines_keep_their_numbers(before: str):
    front, text = take_title({"language": "fr"}, before + "# Rapport 2042 #" + REST)
    assert front == {"language": "fr", "title": "Rapport 2042"}
    assert text.count("\n") == (before + REST).count("\n")
    assert text.strip() == REST.strip()


@pytest.mark.parametrize("line", ["===", "=", "  ====  "])
def test_an_underlined_first_line_is_the_title(line: str):
    front, text = take_title({}, f"Rapport 2042\n{line}{REST}")
    assert front == {"title": "Rapport 2042"}
    assert text.count("\n") == REST.count("\n") + 1
    assert text.strip() == REST.strip()


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n"])
def test_two_headings_with_nothing_between_them_are_the_title(between: str):
    front, text = take_title({}, f"# Conseil du port{between}# Rapport 2042{REST}")
    assert front == {"title": "Conseil du port – Rapport 2042"}
    assert text.count("\n") == (between + REST).count("\n")
    assert text.strip() == REST.strip()


@pytest.mark.parametrize(
    "text",
    [
        "# Rapport 2042\n\n# Première partie\n\nMots.\n\n# Deuxième partie\n\nMots.\n",
        "# Rapport 2042\n\nMots.\n\n# Deuxième partie\n\nMots.\n",
        "# Rapport 2042\n\nMots.\n\nDeuxième partie\n===\n\nMots.\n",
        "Rapport 2042\n====\n\nMots.\n\n# Deuxième partie\n\nMots.\n",
        "Rapport 2042\n====\n\nDeuxième partie\n====\n\nMots.\n",
        "Rapport 2042\n----" + REST,
        "Rapport 2042\nsur deux lignes\n====" + REST,
        "- Rapport 2042\n====" + REST,
        "Rapport **2042**\n====" + REST,
        "# Rapport **2042**" + REST,
        "# [Rapport](/2042)" + REST,
        "# Rapport {#rapport}" + REST,
        "#Rapport" + REST,
        "## Rapport 2042" + REST,
        "    # Rapport 2042" + REST,
        "Mots.\n\n# Rapport 2042" + REST,
        "# Rapport 2042\n\n",
        "# " + "m" * (MAX_TITLE_CHARACTERS + 1) + REST,
        "",
    ],
)
def test_any_other_heading_is_one_of_the_body(text: str):
    assert take_title({}, text) == ({}, text)


@pytest.mark.parametrize("name", ["title", "hero_title"])
def test_the_title_of_the_front_matter_is_the_title(name: str):
    front = {name: "Bilan 2042"}
    assert take_title(front, "# Rapport" + REST) == (front, "# Rapport" + REST)
