"""The addresses of this part."""

from django.urls import URLPattern, path

from second_question_web.library.feeds.views import feeds, machines
from second_question_web.library.feeds.views.download import download

urlpatterns: list[URLPattern] = [
    path("library/feeds/", feeds.feeds, name="library_feeds"),
    path("library/feed.atom", feeds.feed, name="library_feed"),
    path("library/oai", machines.oai, name="library_oai"),
    path("library/search.csv", download, name="library_search_download"),
    path("library/<str:key>/dc.xml", machines.dublin_core_of, name="library_dublin_core"),
    path("sitemap.xml", machines.site, name="library_sitemap"),
    path("sitemap-<int:number>.xml", machines.site, name="library_sitemap_file"),
]
