"""Streams whose last byte could be taken for the end of a line."""

import io
import re

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from cms.pdf.finishing import finish_pdf
from cms.pdf.stream_ends import settle_stream_ends

ENDS = {b"a\r": b"a\r", b"a\n": b"a\n", b"ab": b"ab"}


def test_a_stream_that_ends_in_a_carriage_return_ends_otherwise_and_says_the_same() -> None:
    pdf = Pdf.new()
    pdf.Root.Streams = Array([pdf.make_indirect(Stream(pdf, data)) for data in ENDS])
    pdf.Root.StructTreeRoot = Dictionary()
    source = io.BytesIO()
    pdf.save(source, compress_streams=False)
    written = io.BytesIO(finish_pdf(source.getvalue()))

    assert not re.search(rb"\r\s+endstream", written.getvalue())
    with Pdf.open(written) as again:
        streams = list(again.Root.Streams)  # type: ignore[call-overload]
        assert [each.read_bytes() for each in streams] == list(ENDS.values())
        assert [each.get("/Filter") is None for each in streams] == [False, True, True]


def test_filters_that_a_stream_has_stay() -> None:
    pdf = Pdf.new()
    stream = Stream(pdf, b"610d>\r")
    stream.Filter = Name.ASCIIHexDecode
    pdf.Root.One = pdf.make_indirect(stream)
    settle_stream_ends(pdf)

    assert pdf.Root.One.read_bytes() == b"a\r"
    assert list(pdf.Root.One.Filter) == [Name.FlateDecode, Name.ASCIIHexDecode]
