"""Authors take back what they began by mistake, and nothing that is anybody else's too."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Comment, CommentReply, Workflow

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, ContentPage, User
from reports.content.site_tree import report_index
from tests.reports.authoring.world import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    set_up()
    return person("auteur", "Rédaction")


@pytest.fixture
def colleague(author: User) -> User:
    return person("collègue", "Rédaction")


@pytest.fixture
def draft(author: User) -> AnnualReportPage:
    page = AnnualReportPage(title="Bilan 2025", year=2025, slug="2025", live=False, owner=author)
    report_index().add_child(instance=page)
    page.save_revision(user=author)
    return page


def may_delete(user: User, page: AnnualReportPage) -> bool:
    found = AnnualReportPage.objects.get(pk=page.pk)
    return bool(found.permissions_for_user(user).can_delete())


def test_an_author_may_delete_a_draft_of_her_own(
    author: User, colleague: User, draft: AnnualReportPage
) -> None:
    assert may_delete(author, draft)
    assert not may_delete(colleague, draft)
    assert not draft.permissions_for_user(author).can_move()


def save_by_colleague(page: AnnualReportPage, author: User, colleague: User) -> None:
    page.save_revision(user=colleague)


def save_by_nobody(page: AnnualReportPage, author: User, colleague: User) -> None:
    page.save_revision()


def publish_and_withdraw(page: AnnualReportPage, author: User, colleague: User) -> None:
    page.save_revision(user=author).publish()
    page.refresh_from_db()
    page.unpublish()


def comment(page: AnnualReportPage, author: User, colleague: User) -> None:
    Comment.objects.create(page=page, user=colleague, text="À revoir.", contentpath="title")


def reply(page: AnnualReportPage, author: User, colleague: User) -> None:
    own = Comment.objects.create(page=page, user=author, text="Qui sait ?", contentpath="title")
    CommentReply.objects.create(comment=own, user=colleague, text="Moi.")


def submit_and_take_back(page: AnnualReportPage, author: User, colleague: User) -> None:
    Workflow.objects.get(active=True, name__startswith="Relecture").start(page, author).cancel()


def put_page_below(page: AnnualReportPage, author: User, colleague: User) -> None:
    page.add_child(instance=ContentPage(title="Annexe", slug="annexe", live=False))


@pytest.mark.parametrize(
    "change",
    [
        *(save_by_colleague, save_by_nobody, publish_and_withdraw, comment, reply),
        *(submit_and_take_back, put_page_below),
    ],
)
def test_what_is_not_hers_alone_stays(
    author: User,
    colleague: User,
    draft: AnnualReportPage,
    change: Callable[[AnnualReportPage, User, User], None],
) -> None:
    change(draft, author, colleague)
    assert not may_delete(author, draft)


def test_her_own_comment_is_hers(author: User, draft: AnnualReportPage) -> None:
    Comment.objects.create(page=draft, user=author, text="À finir.", contentpath="title")
    assert may_delete(author, draft)


def test_only_a_role_on_the_page_lets_its_owner_delete_it(
    author: User, draft: AnnualReportPage
) -> None:
    author.groups.remove(Group.objects.get(name="Rédaction"))
    author = User.objects.get(pk=author.pk)
    assert not may_delete(author, draft)
