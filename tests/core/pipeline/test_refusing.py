"""
An article that is not Indonesian is not translated "from Indonesian".
"""

from pathlib import Path

import pytest

from selaras.article import Article, Inline, Paragraph, read_article
from selaras.errors import ArticleForeign
from selaras.pipeline.refusing import refuse_foreign

EXAMPLES = Path(__file__).parents[3] / "examples"

FOREIGN = {
    "English": (
        "The earthquake killed 27 people in the village, and many of them were in "
        "their houses when it struck."
    ),
    "French": (
        "Le séisme a fait 27 morts dans le village, et beaucoup étaient dans leur "
        "maison lorsque la terre a tremblé."
    ),
    "Arabic": (
        "أسفر الزلزال عن مقتل سبعة وعشرين شخصا في القرية وكان كثير منهم في منازلهم."
    ),
    "Han": "地震造成村里二十七人死亡，" * 8,
}


def article(text: str, language: str = "id") -> Article:
    return Article(blocks=(Paragraph(text=Inline(text=text)),), language=language)


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_named(name):
    with pytest.raises(ArticleForeign, match=name):
        refuse_foreign(article(FOREIGN[name]))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.md")), ids=lambda p: p.stem)
def test_an_indonesian_article_is_not_refused(path):
    refuse_foreign(read_article(path.read_bytes(), name=path.name))


@pytest.mark.parametrize(
    "text",
    [
        "PT Selaras Nirkabel Tbk.",
        "Breaking News",
        "1.250,5 2-1 👍",
        'Menteri itu berkata, "We are not going to do that again, and this is the last '
        'time that we will be there with them", dalam jumpa pers di Jakarta yang '
        "dihadiri oleh para wartawan dari dalam dan luar negeri untuk hal itu.",
    ],
)
def test_what_does_not_tell_for_certain_is_believed(text):
    refuse_foreign(article(text))


def test_an_article_that_says_it_is_english_is_believed():
    refuse_foreign(article(FOREIGN["English"], language="en"))
