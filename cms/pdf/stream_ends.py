"""Ends the streams of a PDF as ISO 19005-3 requires, with an end of line that is not their data.

A stream whose last byte is a carriage return seems to be one byte shorter, because a line feed
follows. Compressing it once more changes its last byte.
"""

import zlib

from pikepdf import Array, Name, Object, Pdf, Stream

AMBIGUOUS = b"\r"


def settle_stream_ends(pdf: Pdf) -> None:
    """Compress again the streams whose end is ambiguous."""
    for each in pdf.objects:
        if isinstance(each, Stream) and each.read_raw_bytes().endswith(AMBIGUOUS):
            compress_again(each)


def compress_again(stream: Stream) -> None:
    data = stream.read_raw_bytes()
    filters, parameters = list_values(stream, "/Filter"), list_values(stream, "/DecodeParms")
    parameters += [None] * (len(filters) - len(parameters))
    while data.endswith(AMBIGUOUS):
        data = zlib.compress(data)
        filters.insert(0, Name.FlateDecode)
        parameters.insert(0, None)
    stream.write(data, filter=Array(filters), decode_parms=Array(parameters))


def list_values(stream: Stream, name: str) -> list[Object | None]:
    found = stream.get(name)
    return list(found) if isinstance(found, Array) else [] if found is None else [found]
