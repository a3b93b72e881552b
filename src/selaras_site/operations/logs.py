"""
Logs: one event a line, as JSON where machines read them, as text where people do.

Whatever is logged, by us through structlog or by a library through ``logging``, leaves
by the same handler, with the id of the request that it belongs to.
"""

from typing import Any

import structlog
from structlog.types import Processor

SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
)


def configure() -> None:
    """
    Hand what structlog is told to ``logging``.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # a test may configure again
    )


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """
    The value of ``LOGGING``: everything to standard error, for whoever runs us to keep.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *(json_ending() if as_json else text_ending()),
                ],
                "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder()],
            }
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Our middleware tells of each request, with its id and how long it took.
            "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
            "django_tasks": {"level": "WARNING"},
            "django_tasks_db": {"level": "WARNING"},
            "PIL": {"level": "WARNING"},
            "httpx": {"level": "WARNING"},
        },
    }


def json_ending() -> list[Processor]:
    """
    An event as JSON; a traceback as data, without the values of variables.
    """
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [
        structlog.processors.ExceptionRenderer(tracebacks),
        structlog.processors.JSONRenderer(default=str, ensure_ascii=False),
    ]


def text_ending() -> list[Processor]:
    """
    An event as a line for people; never the values of variables either.
    """
    return [
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
    ]
