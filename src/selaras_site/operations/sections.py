"""
The sections that a new newspaper begins with, in six languages.
"""

from django.db import transaction

from selaras.languages import Tag
from selaras_site.articles.models import Section, SectionName

NameAndSlug = tuple[str, str]

SECTIONS: dict[str, dict[Tag, NameAndSlug]] = {
    "nasional": {
        "id": ("Nasional", "nasional"),
        "en": ("National", "national"),
        "fr": ("National", "national"),
        "zh": ("国内", "national"),
        "ja": ("国内", "national"),
        "ar": ("محليات", "national"),
    },
    "ekonomi": {
        "id": ("Ekonomi", "ekonomi"),
        "en": ("Economy", "economy"),
        "fr": ("Économie", "economie"),
        "zh": ("经济", "economy"),
        "ja": ("経済", "economy"),
        "ar": ("اقتصاد", "economy"),
    },
    "daerah": {
        "id": ("Daerah", "daerah"),
        "en": ("Regions", "regions"),
        "fr": ("Régions", "regions"),
        "zh": ("地方", "regions"),
        "ja": ("地方", "regions"),
        "ar": ("الأقاليم", "regions"),
    },
    "internasional": {
        "id": ("Internasional", "internasional"),
        "en": ("World", "world"),
        "fr": ("International", "international"),
        "zh": ("国际", "world"),
        "ja": ("国際", "world"),
        "ar": ("دولي", "world"),
    },
    "olahraga": {
        "id": ("Olahraga", "olahraga"),
        "en": ("Sports", "sports"),
        "fr": ("Sport", "sport"),
        "zh": ("体育", "sports"),
        "ja": ("スポーツ", "sports"),
        "ar": ("رياضة", "sports"),
    },
    "sains-teknologi": {
        "id": ("Sains & Teknologi", "sains-teknologi"),
        "en": ("Science & Technology", "science-technology"),
        "fr": ("Sciences et technologies", "sciences-technologies"),
        "zh": ("科技", "science-technology"),
        "ja": ("科学・技術", "science-technology"),
        "ar": ("علوم وتكنولوجيا", "science-technology"),
    },
}
"""
For each section its name and address in each language, in the order of the paper.

An address is in ASCII: languages of other scripts take the English one.
"""


@transaction.atomic
def sections_make() -> int:
    """
    Make the sections that a paper without any begins with; how many were made.

    A paper that has sections has its own: nothing is added, renamed or moved.
    """
    if Section.objects.exists():
        return 0
    for position, (slug, names) in enumerate(SECTIONS.items(), start=1):
        section = Section(slug=slug, position=position * 10)
        section.full_clean()
        section.save()
        names_make(section, names)
    return len(SECTIONS)


def names_make(section: Section, names: dict[Tag, NameAndSlug]) -> None:
    """
    A section's names.
    """
    for language, (name, slug) in names.items():
        row = SectionName(section=section, language=language, name=name, slug=slug)
        row.full_clean()
        row.save()
