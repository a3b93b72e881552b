"""
The texts of the site in its catalogues: ``make messages`` finds them in the source,
brings every ``django.po`` up to them and compiles it.

Only Django and Babel are needed. English has no catalogue: its texts are the source's.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SITE = Path(__file__).parents[2] / "src" / "selaras_site"
FOLDER = SITE / "locale"
LOCALES = ("id", "zh_Hans", "ja", "ar", "fr")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def sources() -> list[Path]:
    """
    The files that may hold texts.
    """
    found = [*SITE.rglob("*.py"), *SITE.rglob("templates/**/*.html")]
    return sorted(path for path in found if "migrations" not in path.parts)


def in_source() -> Catalog:
    """
    Every text of the site, and the files in which it stands.
    """
    catalog = Catalog(charset="utf-8")
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            # Python's calls in place of tags; within brackets no indentation is wrong.
            text = f"({templatize(text, origin=str(path))})"
        where = path.relative_to(SITE.parent).as_posix()
        for _, text_id, _, context in extract(
            "python", BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"}
        ):
            catalog.add(text_id, locations=[(where, None)], context=context)
    return catalog


def path_of(locale: str, suffix: str = "po") -> Path:
    """
    The catalogue of a locale, or what it was compiled to.
    """
    return FOLDER / locale / "LC_MESSAGES" / f"django.{suffix}"


def catalogue(locale: str) -> Catalog:
    """
    A catalogue as it was written.
    """
    with path_of(locale).open("rb") as file:
        return read_po(file, locale=locale, domain="django")


def texts(catalog: Catalog) -> list[Message]:
    """
    The messages of a catalogue without its header.
    """
    return [message for message in catalog if message.id]


def bring_up(locale: str, source: Catalog) -> Catalog:
    """
    Add to a catalogue what is new in the source, empty, and drop what is gone.
    """
    catalog = catalogue(locale)
    created = catalog.creation_date
    catalog.update(source, no_fuzzy_matching=True, update_creation_date=False)
    catalog.creation_date = created
    catalog.obsolete.clear()
    with path_of(locale).open("wb") as file:
        write_po(file, catalog, width=88, sort_by_file=True)
    return catalog


def main() -> int:
    """
    Bring all catalogues up to the source; fail where texts wait for a translator.
    """
    settings.configure()
    source = in_source()
    waiting = 0
    for locale in LOCALES:
        catalog = bring_up(locale, source)
        with path_of(locale, "mo").open("wb") as file:
            write_mo(file, catalog)
        left = [m for m in texts(catalog) if not is_whole(m)]
        waiting += len(left)
        sys.stdout.write(f"{locale}: {len(texts(catalog))} texts, {len(left)} empty\n")
    return min(waiting, 1)


def is_whole(message: Message) -> bool:
    """
    Whether a message is translated in all its forms, and for certain.
    """
    written = message.string
    forms = written if isinstance(written, list | tuple) else (written,)
    return bool(forms) and all(forms) and not message.fuzzy


if __name__ == "__main__":
    sys.exit(main())
