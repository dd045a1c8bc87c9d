"""Completes the PDF that Typst wrote, so that it meets PDF/UA and PDF/A."""

import io

from pikepdf import Pdf, StreamDecodeLevel

from cms.pdf.row_heads import mark_row_heads
from cms.pdf.stream_ends import settle_stream_ends
from cms.pdf.text_strings import hide_markup


def finish_pdf(data: bytes) -> bytes:
    """Return a PDF that meets the standards; equal input gives equal bytes."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        mark_row_heads(pdf)
        hide_markup(pdf)
        settle_stream_ends(pdf)
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            compress_streams=False,  # Typst has done it, and another end would come of it
            stream_decode_level=StreamDecodeLevel.none,
        )
    return written.getvalue()
