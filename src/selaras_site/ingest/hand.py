"""
Taking in by hand: what the command line does.
"""

from collections.abc import Callable
from pathlib import Path

from selaras.errors import SelarasError
from selaras_site.articles.models import Section
from selaras_site.ingest.gathering import (
    Gathered,
    fetcher_for,
    gather_address,
    gather_path,
    is_web,
)
from selaras_site.ingest.models import Source
from selaras_site.ingest.pictures import MAX_PICTURE
from selaras_site.ingest.reporting import Report
from selaras_site.ingest.running import run_begin, run_end
from selaras_site.ingest.services import Tell, harvest_take


def address_take(
    *,
    address: str,
    name: str,
    section: Section,
    rule: str,
    byline: str = "",
    allow_private: bool = False,
    is_dry: bool = False,
    tell: Tell = lambda _report: None,
    expect: Callable[[int], object] = lambda _many: None,
) -> Report:
    """
    Take in what is at an address, in a file or in a folder.

    ``expect`` is told how many articles there are, as far as it is known. Raises an
    ``IngestError`` where nothing can be read at all. The look is written down, unless
    it ``is_dry``.
    """
    source = Source.objects.filter(name=name).first()
    run = None if is_dry else run_begin(name=name, source=source)
    report = Report()
    try:
        gathered = gather(address, allow_private=allow_private)
        many = 0
        with fetcher_for(
            address, allow_private=allow_private, max_bytes=MAX_PICTURE
        ) as fetcher:
            for harvest in gathered.parts:
                many += len(harvest.articles) + len(harvest.refused)
                expect(many)
                harvest_take(
                    name=name,
                    section=section,
                    rule=rule,
                    byline=byline,
                    harvest=harvest,
                    fetcher=fetcher,
                    report=report,
                    is_dry=is_dry,
                    tell=tell,
                )
    except SelarasError as error:
        if run:
            run_end(run=run, report=report, error=str(error))
        raise
    if run:
        run_end(run=run, report=report)
    return report


def gather(address: str, *, allow_private: bool) -> Gathered:
    """
    What is there now.
    """
    if not is_web(address):
        return gather_path(Path(address))
    with fetcher_for(address, allow_private=allow_private) as fetcher:
        return gather_address(address, fetcher)
