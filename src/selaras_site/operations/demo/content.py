"""
The example articles as the newsroom of the demonstration publishes them.
"""

import secrets
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone

from selaras.article import Article as CoreArticle
from selaras.article import read_article
from selaras_site.accounts.models import User
from selaras_site.articles.bridge import stream_data
from selaras_site.articles.models import Article, NewsImage, Section
from selaras_site.operations.demo.pictures import DRAWINGS, png
from selaras_site.operations.errors import NotSetUp

SOURCE = "selaras-contoh"
"""
By which the articles of the demonstration are known again.
"""

ACCOUNT = "editor"
CREDIT = "Ilustrasi: Selaras"
LICENCE = "CC0-1.0"
DESCRIPTIONS = Path(__file__).with_name("articles.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """
    An example article with what the newsroom says of it.
    """

    name: str
    article: CoreArticle
    section: str
    byline: str
    place: str
    at: datetime
    tags: tuple[str, ...]
    picture: str
    caption: str
    summary: str


def account_make(password_file: Path) -> tuple[User, str]:
    """
    The account of the demonstration and its password, kept in a file of its owner.

    A password that somebody has changed since is theirs: then none is given.
    """
    password = kept_password(password_file)
    user, is_new = User.objects.get_or_create(
        username=ACCOUNT,
        defaults={"is_superuser": True, "first_name": "Sari", "last_name": "Wulandari"},
    )
    if is_new:
        user.set_password(password)
        user.save()
    return user, password if user.check_password(password) else ""


def kept_password(path: Path) -> str:
    """
    The password in a file, made up on first use.
    """
    if not path.exists() or not path.read_text(encoding="ascii").strip():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(9), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def examples_folder() -> Path:
    """
    Where the example articles are: here, or in the repository that this file is in.

    Raises ``NotSetUp`` if they are in neither.
    """
    places = [Path.cwd(), *Path(__file__).resolve().parents]
    for place in places:
        if (place / "examples" / "lengkap.md").is_file():
            return place / "examples"
    raise NotSetUp(
        "The example articles were not found. Run `selaras-site demo` in the "
        "project's folder, where examples/ is."
    )


def stories(folder: Path, *, now: datetime) -> list[Story]:
    """
    The stories, oldest first.
    """
    told = tomllib.loads(DESCRIPTIONS.read_text(encoding="utf-8"))
    found = [
        story_of(path, told[path.stem], now=now)
        for path in sorted(folder.glob("*.md"))
        if path.stem in told
    ]
    return sorted(found, key=lambda story: story.at)


def story_of(path: Path, told: dict[str, Any], *, now: datetime) -> Story:
    """
    One story; none is of a time that has not come.
    """
    article = read_article(path.read_bytes(), name=path.name)
    ago = now - timedelta(hours=told.get("hours_ago", 1))
    return Story(
        name=path.stem,
        article=article,
        section=told["section"],
        byline=told["byline"],
        place=told["place"],
        at=min(told.get("at", ago), ago if "hours_ago" in told else now),
        tags=tuple(told["tags"]),
        picture=told.get("picture", ""),
        caption=told.get("caption", ""),
        summary=told.get("summary", article.summary.text),
    )


def publish_stories(folder: Path, *, by: User) -> Iterator[Article]:
    """
    Publish the stories that are not there yet, the newest first.

    Versions are made in the order of publishing: what stands highest on the front page
    is there in all languages first.
    """
    known = set(
        Article.objects.filter(source_name=SOURCE).values_list("external_id", flat=True)
    )
    for story in reversed(stories(folder, now=timezone.now())):
        if story.name not in known:
            yield story_publish(story=story, by=by)


@transaction.atomic
def story_publish(*, story: Story, by: User) -> Article:
    """
    Write an article and publish it, as an editor would: all of it or nothing.
    """
    article = Article(
        section=Section.objects.get(slug=story.section),
        headline=story.article.headline.text,
        summary=story.summary,
        body=stream_data(story.article.blocks),
        byline=story.byline,
        place=story.place,
        lead_image=picture_make(story.picture) if story.picture else None,
        lead_caption=story.caption,
        first_published_at=story.at,
        source_name=SOURCE,
        external_id=story.name,
        live=False,
    )
    article.tags.add(*story.tags)
    article.full_clean()
    article.save()
    article.save_revision(user=by).publish(user=by)
    # Otherwise readers would be told that a story of last year was changed just now.
    Article.objects.filter(pk=article.pk).update(last_published_at=story.at)
    return article


def picture_make(name: str) -> NewsImage:
    """
    A drawing as a picture of the newsroom; drawn once.
    """
    drawing = DRAWINGS[name]
    known: NewsImage | None
    known = NewsImage.objects.filter(title=drawing.title, credit=CREDIT).first()
    if known is not None:
        return known
    file = ImageFile(png(drawing), name=f"{name}.png")
    picture = NewsImage(
        title=drawing.title,
        file=file,
        alt=drawing.alt,
        credit=CREDIT,
        licence=LICENCE,
    )
    picture.full_clean()
    picture.save()
    return picture
