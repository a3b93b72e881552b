"""
Addresses of the desk: terms.
"""

from django.urls import URLPattern, path

from selaras_site.desk import term_files, terms

urlpatterns: list[URLPattern] = [
    path("terms/", terms.TermsPage.as_view(), name="terms"),
    path("terms/new/", terms.TermPage.as_view(), name="term_new"),
    path("terms/bring/", term_files.BringTerms.as_view(), name="terms_bring"),
    path("terms/as/<slug:form>/", term_files.TermsFile.as_view(), name="terms_file"),
    path("terms/<int:pk>/", terms.TermPage.as_view(), name="term"),
    path("terms/<int:pk>/uses/", terms.TermUses.as_view(), name="term_uses"),
    path("terms/<int:pk>/check/", terms.RecheckTerm.as_view(), name="term_check"),
    path("terms/<int:pk>/delete/", terms.DeleteTerm.as_view(), name="term_delete"),
]
