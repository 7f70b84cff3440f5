"""Routes of the directory."""

from django.urls import path

from kith.web.directory import feeds, keeping, loading, looking, steps

app_name = "directory"
SERVICE = "directory/services/<slug:service_ref>"

urlpatterns = [
    path("directory", looking.look, name="look"),
    path("directory/for/<slug:need>", looking.browse, name="browse"),
    path("directory/words", looking.words, name="words"),
    path("directory/add", keeping.add, name="add"),
    path(SERVICE, looking.service, name="service"),
    path(f"{SERVICE}/change", keeping.change, name="change"),
    path(f"{SERVICE}/checked", keeping.assure, name="assure"),
    path(f"{SERVICE}/take-out", keeping.take_out, name="take_out"),
    path(f"{SERVICE}/put-back/<int:earlier>", keeping.put_back, name="put_back"),
    path("directory/feed", feeds.choose, name="choose_feed"),
    path("directory/feed/load", feeds.load, name="load_feed"),
    path("directory/feed.json", feeds.take_away, name="feed"),
    path("directory/thresholds", steps.thresholds, name="thresholds"),
    path("directory/thresholds/load", loading.choose, name="choose_thresholds"),
    path("directory/thresholds/load/confirm", loading.load, name="load_thresholds"),
    path("directory/thresholds/follow", steps.follow, name="follow"),
    path("directory/thresholds/stop-following", steps.stop_following, name="stop_following"),
    path("directory/thresholds/read", steps.mark_read, name="mark_read"),
]
