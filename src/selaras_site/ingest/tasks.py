"""
Work outside requests. Each task can be killed at any instant and run again.
"""

from django_tasks import task


@task()
def ingest_source(source_id: int) -> int | None:
    """
    Look at a source; the number of the run, or None where another worker is at it.
    """
    from selaras_site.ingest.running import source_run

    run = source_run(source_id=source_id)
    return run.pk if run else None
