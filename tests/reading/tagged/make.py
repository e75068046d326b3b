"""Makes the tagged papers of this folder from `page.html`: `python tests/reading/tagged/make.py`.

LibreOffice and Chromium each print the page with tags. The PDFs are committed, so that the tests need neither.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE / "page.html"


def libreoffice() -> None:
    """Print the page with LibreOffice."""
    options = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = ["soffice", "--headless", "--convert-to", options, "--outdir", str(HERE), str(PAGE)]
    subprocess.run(command, check=True, timeout=120)
    (HERE / "page.pdf").rename(HERE / "libreoffice.pdf")


def chromium() -> None:
    """Print the page with Chromium."""
    browser = shutil.which("chromium") or "chromium-browser"
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--export-tagged-pdf", "--no-pdf-header-footer"]
    command = [browser, *options, f"--print-to-pdf={HERE / 'chromium.pdf'}", PAGE.as_uri()]
    subprocess.run(command, check=True, timeout=120)


if __name__ == "__main__":
    libreoffice()
    chromium()
