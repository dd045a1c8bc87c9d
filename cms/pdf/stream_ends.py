"""Ends streams of a PDF as ISO 19005-3 demands: with an end of line that is none of their bytes.

A stream whose last byte is a carriage return seems to have one byte less, because a line feed
follows. Compressed once more, it ends otherwise.
"""

import zlib

from pikepdf import Array, Name, Object, Pdf, Stream

AMBIGUOUS = b"\r"


def settle_stream_ends(pdf: Pdf) -> None:
    """Compress those streams again whose end can be read in two ways."""
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
