"""
How a reporter's article gets to readers: an editor or the chief approves it.
"""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from selaras_site.accounts.roles import CHIEF, EDITOR
from selaras_site.articles.models import Article


@transaction.atomic
def approval_make() -> Workflow:
    """
    Make the approval of articles, unless there is one: then it stays as it is.
    """
    article = ContentType.objects.get_for_model(Article)
    if there := WorkflowContentType.objects.filter(content_type=article).first():
        return there.workflow
    task = GroupApprovalTask.objects.create(name=_("Approval by an editor"))
    task.groups.set(Group.objects.filter(name__in=[EDITOR, CHIEF]))
    workflow = Workflow.objects.create(name=_("Approval of articles"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowContentType.objects.create(content_type=article, workflow=workflow)
    return workflow
