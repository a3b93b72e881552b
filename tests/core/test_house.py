"""
Promises about the sources themselves.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
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


def links_in(page: Path) -> list[str]:
    """
    The relative links of a page, those shown as code left out.
    """
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    return re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)


def test_every_link_between_pages_of_the_docs_leads_somewhere():
    """
    A relative link in Markdown names a file that exists.
    """
    pages = [
        page
        for page in tracked_files()
        if page.suffix == ".md"
        and (page.is_relative_to(ROOT / "docs") or page.parent == ROOT)
    ]

    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in links_in(page)
        if not (page.parent / target).exists()
    ]

    assert pages
    assert lost == []
