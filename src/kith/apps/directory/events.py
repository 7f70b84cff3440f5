"""What the audit record can say of the directory."""

ADDED = "directory.service.added"
CHANGED = "directory.service.changed"
ASSURED = "directory.service.assured"
TAKEN_OUT = "directory.service.taken_out"
PUT_BACK = "directory.service.put_back"
FEED_LOADED = "directory.feed.loaded"
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
    COUNTY_DATA_LOADED: "The county's own data for the directory were loaded",
    FOLLOWED: "Somebody began to follow changes of the thresholds",
    UNFOLLOWED: "Somebody stopped following changes of the thresholds",
    NEWS_READ: "Somebody read what is new about the thresholds",
}
