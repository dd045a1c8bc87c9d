"""Files that are refused: one French message with file and line, before any database is asked."""

import pytest

from reports.core.refusal import Refusal
from reports.exchange.importing import source


def refused(tmp_path, data: bytes, year: int | None = None) -> str:
    path = tmp_path / "bilan.md"
    path.write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        source.read_source(path).year(year)
    return str(refusal.value)


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path, data):
    assert refused(tmp_path, data) == "bilan.md, ligne 1 : ce fichier est vide."


def test_front_matter_without_content_is_refused(tmp_path):
    message = refused(tmp_path, b"---\ntitle: Bilan 2024\n---\n\n")
    assert message == "bilan.md, ligne 4 : ce fichier n’a pas de contenu."


def test_a_binary_file_is_refused_with_the_line(tmp_path):
    assert "ligne 2 : ce n’est pas du texte en UTF-8" in refused(tmp_path, b"a\n\xff\xfe\x00b")
    assert "ligne 3 : ce fichier est binaire" in refused(tmp_path, b"a\nb\nc\0d")


def test_a_file_of_20_mb_is_refused(tmp_path):
    assert "ligne 1 : 20 Mo" in refused(tmp_path, b"a" * 20_000_000)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refusal, match=r"absent\.md : ce fichier ne peut pas être lu"):
        source.read_source(tmp_path / "absent.md")


def test_front_matter_that_is_no_yaml_is_refused_with_the_line(tmp_path):
    message = refused(tmp_path, b"---\ntitle: a\npermalink: [\n---\ntexte\n")
    assert "l’en-tête YAML ne peut pas être lu" in message
    assert "ligne 4" in message or "ligne 3" in message


def test_front_matter_that_is_no_mapping_is_refused(tmp_path):
    assert "n’est pas une liste de champs" in refused(tmp_path, b"---\n- a\n---\ntexte\n")


def test_a_file_without_year_is_refused(tmp_path):
    assert "aucune année" in refused(tmp_path, b"---\ntitle: Bilan\n---\ntexte\n")


@pytest.mark.parametrize("year", [0, 1899, 2101, 20240])
def test_an_impossible_year_is_refused(tmp_path, year):
    assert f"l’année {year} est impossible" in refused(tmp_path, b"texte\n", year)


def test_the_year_comes_from_the_permalink_unless_given(tmp_path):
    path = tmp_path / "bilan.md"
    path.write_text("---\npermalink: /bilan/2024\ntitle: Bilan 2019\n---\ntexte\n")
    assert source.read_source(path).year() == 2024
    assert source.read_source(path).year(2021) == 2021


def test_line_endings_and_byte_order_mark_do_not_change_the_digest(tmp_path):
    path = tmp_path / "bilan.md"
    digests = set()
    for data in (b"un\ndeux\n", b"\xef\xbb\xbfun\r\ndeux\r\n", b"un\rdeux\r"):
        path.write_bytes(data)
        digests.add(source.read_source(path).digest)
    assert len(digests) == 1


@pytest.mark.parametrize("accident", ["mac_roman", "latin-1"])
def test_a_whole_file_encoding_accident_is_repaired_and_said(tmp_path, accident):
    path = tmp_path / "bilan.md"
    text = "---\ntitle: Bilan 2024\n---\nL’été à Besançon : ça coûte 3 650 €, dès l’année passée.\n"
    path.write_bytes(text.encode().decode(accident).encode())
    read = source.read_source(path)
    assert "L’été à Besançon : ça coûte 3 650 €" in read.text
    assert [notice.message for notice in read.notices] == [
        "encodage réparé : le fichier UTF-8 avait été mal relu."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "date: !!timestamp 2031-13-45",
        "x: " + "9" * 5000,
        "x: " + "[" * 5000,
        'title: "Bilan \\ud800"',
        "title: " + "a" * 300,
    ],
)
def test_front_matter_that_would_trip_the_parser_is_refused_in_words(tmp_path, line):
    data = f"---\npermalink: /bilan/2031\n{line}\n---\ntexte\n".encode()
    path = tmp_path / "bilan.md"
    path.write_bytes(data)
    with pytest.raises(Refusal, match=r"bilan\.md, ligne \d+ : "):
        source.read_source(path).title()


def test_a_title_that_is_no_text_is_no_title(tmp_path):
    path = tmp_path / "bilan.md"
    path.write_text("---\nyear: 2031\ntitle: [a, b]\n---\ntexte\n")
    assert (source.read_source(path).title(), source.read_source(path).year()) == ("", 2031)


def test_the_last_year_of_a_path_is_the_report_s(tmp_path):
    path = tmp_path / "bilan.md"
    path.write_text("\n---\npermalink: /archives/2019/bilan/2031\n...\ntexte\n")
    assert source.read_source(path).year() == 2031
