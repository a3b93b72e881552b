"""
Addresses of the desk: evidence.
"""

from django.urls import URLPattern, path

from selaras_site.desk import evidence

urlpatterns: list[URLPattern] = [
    path("<int:pk>/review/", evidence.ReviewPage.as_view(), name="review"),
    path("<int:pk>/review/read/", evidence.ReviewRead.as_view(), name="review_read"),
    path(
        "<int:pk>/certificate/", evidence.CertificatePage.as_view(), name="certificate"
    ),
    path(
        "<int:pk>/certificate.json",
        evidence.CertificateFile.as_view(),
        name="certificate_file",
    ),
]
