# ruff: noqa: S608 - what is spliced in are the names of columns and question marks
"""
The SQL that a memory speaks.
"""

from selaras.memory.entry import Level
from selaras.memory.rows import COLUMNS

ADD_SOURCE = """
    INSERT INTO source (language, key, text, characters) VALUES (?, ?, ?, ?)
    ON CONFLICT (language, key) DO NOTHING
"""

_INSERT = """
    INSERT INTO entry (
        source, language, translation, level, engine, model, via, steps, links,
        author, article, path, created, updated
    )
"""

_UPDATE = """
    translation = excluded.translation, via = excluded.via, steps = excluded.steps,
    author = excluded.author, article = excluded.article, path = excluded.path,
    updated = excluded.updated,
    links = CASE
        WHEN excluded.links IS NULL AND excluded.translation = translation THEN links
        ELSE excluded.links
    END
"""

REMEMBER: dict[Level, str] = {
    "human": f"""
        {_INSERT} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source, language) WHERE level = 'human' DO UPDATE SET
        engine = excluded.engine, model = excluded.model, {_UPDATE}
    """,
    "machine": f"""
        {_INSERT} SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
        WHERE NOT EXISTS (
            SELECT 1 FROM entry
            WHERE source = ?1 AND language = ?2 AND level = 'human'
        )
        ON CONFLICT (source, language, engine, model) WHERE level = 'machine'
        DO UPDATE SET {_UPDATE}
    """,
}
"""
Where a person has spoken, a machine's answer is not even kept.
"""

USED = "UPDATE entry SET uses = uses + 1 WHERE id = ?"

ENTRY = f"""
    SELECT {COLUMNS} FROM entry JOIN source ON source.id = entry.source
    WHERE entry.id = ?
"""

FORGET_ENTRY = "DELETE FROM entry WHERE id = ?"

FORGET_TEXT = """
    DELETE FROM entry
    WHERE source IN (SELECT id FROM source WHERE language = ? AND key = ?)
    AND language = ? AND (? IS NULL OR level = ?)
"""

FORGET_SOURCE = """
    DELETE FROM source WHERE language = ? AND key = ?
    AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.source = source.id)
"""

FORGET_MODEL = "DELETE FROM entry WHERE level = 'machine' AND engine = ? AND model = ?"

FORGET_SOURCES = """
    DELETE FROM source
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.source = source.id)
"""

PAGE = f"""
    SELECT {COLUMNS} FROM entry JOIN source ON source.id = entry.source
    WHERE entry.id > ?
    AND (? IS NULL OR source.language = ?) AND (? IS NULL OR entry.language = ?)
    AND (? IS NULL OR entry.level = ?)
    ORDER BY entry.id LIMIT ?
"""

HOLDING = "SELECT rowid FROM gram WHERE gram MATCH ?"

WITHIN = """
    SELECT source.id, source.text FROM source
    WHERE source.language = ? AND source.characters BETWEEN ? AND ?
    AND EXISTS (
        SELECT 1 FROM entry WHERE entry.source = source.id AND entry.language = ?
    )
"""
"""
Source language, shortest, longest, target language.
"""

COUNT_TEXTS = "SELECT count(*) FROM source"

COUNT_ENTRIES = """
    SELECT language, level, count(*), sum(uses) FROM entry GROUP BY language, level
"""


def exact(number: int) -> str:
    """
    Source language, target language, engine, model, then that many keys.
    """
    return f"""
        SELECT source.key, {COLUMNS} FROM source JOIN entry ON entry.source = source.id
        WHERE source.language = ? AND entry.language = ?
        AND (entry.level = 'human' OR (entry.engine = ? AND entry.model = ?))
        AND source.key IN ({marks(number)})
        ORDER BY entry.level DESC
    """


def sources(number: int) -> str:
    """
    The ids and texts of that many keys.
    """
    return f"""
        SELECT language, key, id, text FROM source WHERE key IN ({marks(number)})
    """


def of_sources(number: int) -> str:
    """
    Target language, then that many ids of sources.
    """
    return f"""
        SELECT source.id, {COLUMNS} FROM source JOIN entry ON entry.source = source.id
        WHERE entry.language = ? AND source.id IN ({marks(number)})
    """


def within(number: int) -> str:
    """
    ``WITHIN`` that many ids of sources.
    """
    return f"{WITHIN} AND source.id IN ({marks(number)})"


def counted(number: int) -> str:
    """
    How many sources hold each of that many trigrams.
    """
    return f"SELECT term, doc FROM gram_count WHERE term IN ({marks(number)})"


def marks(number: int) -> str:
    """
    The question marks for that many values.
    """
    return ",".join("?" * number)
