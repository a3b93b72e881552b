"""
Promises about the sources themselves.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_source_file_holds_bidi_controls():
    """
    Text that displays in another order than it runs is refused (Trojan Source).
    """
    sources = [
        p for p in tracked_files() if p.suffix in {".py", ".toml", ".in", ".html"}
    ]

    held = [
        str(path.relative_to(ROOT))
        for path in sources
        if BIDI_CONTROLS.search(path.read_text(encoding="utf-8"))
    ]

    assert sources
    assert held == []


def test_every_link_between_pages_of_the_docs_leads_somewhere():
    """
    A relative link in Markdown names a file that exists.
    """
    pages = [p for p in tracked_files() if p.suffix == ".md" and "cases" not in p.parts]

    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        if page.is_relative_to(ROOT / "docs") or page.parent == ROOT
        for target in re.findall(
            r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")
        )
        if not (page.parent / target).exists()
    ]

    assert lost == []
