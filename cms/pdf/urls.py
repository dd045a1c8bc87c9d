"""The URLs of PDFs, which are matched before those of pages."""

from django.urls import path, re_path
from wagtail.admin.auth import require_admin_access

from cms.pdf import drafts, views

show_draft_pdf = require_admin_access(drafts.show_draft_pdf)

urlpatterns = [
    path("relecture/<str:token>/rapport.pdf", drafts.show_review_pdf, name="review_pdf"),
    path(
        "admin/pages/<int:pk>/apercu.pdf",
        require_admin_access(drafts.show_draft_pdf),
        name="draft_pdf",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)v/(?P<number>[1-9][0-9]{0,8})/rapport\.pdf$",
        views.show_pdf,
        name="version_pdf",
    ),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)rapport\.pdf$", views.show_pdf, name="report_pdf"),
]
