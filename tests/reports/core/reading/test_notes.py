"""Rules read the words of notes apart from the sentence that calls them."""

from reports.core import document
from reports.core.reading.lines import iterate_lines
from reports.core.reading.visitor import read_document


def test_a_note_is_a_line_of_its_own():
    html = '<p>Trois services<bilan-note id="a">Selon <a href="/x">l’office</a>.</bilan-note> :</p>'
    body = document.read([{"type": "paragraph", "id": "p", "value": {"text": html}}])
    reading = read_document(2024, body)

    assert [text.text for text in reading.texts] == ["Trois services :\nSelon l’office."]
    assert [line.text for line in iterate_lines(reading)] == ["Trois services :", "Selon l’office."]
    assert [link.url for link in reading.links] == ["/x"]
