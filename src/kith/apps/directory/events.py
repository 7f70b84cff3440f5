"""What the audit record can say of the directory."""

ADDED = "directory.service.added"
CHANGED = "directory.service.changed"
ASSURED = "directory.service.assured"
TAKEN_OUT = "directory.service.taken_out"
PUT_BACK = "directory.service.put_back"
FEED_LOADED = "directory.feed.loaded"
FEED_LAID_READY = "directory.feed.laid_ready"
FEED_PUT_IN_PLACE = "directory.feed.put_in_place"
FEED_CLEARED = "directory.feed.cleared"
COUNTY_DATA_LOADED = "directory.county_data.loaded"
FOLLOWED = "directory.thresholds.followed"
UNFOLLOWED = "directory.thresholds.unfollowed"
NEWS_READ = "directory.thresholds.news_read"

EVENTS = {
    ADDED: "A service was written into the directory",
    CHANGED: "An entry of the directory was changed",
    ASSURED: "An entry of the directory was checked, and it is right",
    TAKEN_OUT: "A service was taken out of the directory",
    PUT_BACK: "An entry of the directory was put back as it was before",
    FEED_LOADED: "A feed of services was brought into the directory",
    FEED_LAID_READY: "A part of a feed of services was laid ready",
    FEED_PUT_IN_PLACE: "A part of a feed that stands was put in its place",
    FEED_CLEARED: "What a stopped feed had laid ready was taken away",
    COUNTY_DATA_LOADED: "The county’s own data for the directory were loaded",
    FOLLOWED: "Somebody began to follow changes of the thresholds",
    UNFOLLOWED: "Somebody stopped following changes of the thresholds",
    NEWS_READ: "Somebody read what is new about the thresholds",
}
