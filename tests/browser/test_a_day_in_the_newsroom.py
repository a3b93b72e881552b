"""
What people do, from the first login to the withdrawal, in a real browser.
"""

import re
import time
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from selaras.languages import LANGUAGES, TARGETS

from .conftest import PATIENCE, Newsroom  # type: ignore[import-not-found]

HEADLINE = "Harga Beras di Pasar Kupang Naik 12 Persen dalam Sepekan"
FIRST = (
    "Harga beras medium di Pasar Inpres Kupang naik 12 persen dalam sepekan, "
    "dari Rp13.500 menjadi Rp15.120 per kilogram."
)
SECOND = "Kepala Dinas Perdagangan mengatakan stok cukup untuk 3 bulan."
CHANGED = "Kepala Dinas Perdagangan mengatakan stok cukup untuk 4 bulan."
