"""Settings of the PDFs of reports. Each is an environment variable."""

from pathlib import Path

from cms.settings import environment
from cms.settings.extras import EXTRAS
from cms.settings.places import VAR

# The outbox makes them after a publication; without a runner there are none.
PDF_REPORTS = environment.read_flag("PDF_REPORTS", True) and "pdf" in EXTRAS
# Where fonts are unpacked that Typst cannot read as they come. Each node has its own.
PDF_FONTS = Path(environment.read_text("PDF_FONTS", str(VAR / "fonts")))
